import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, PatientFacts } from '../../../../domain/patient/patient';
import type { SamePersonReason } from '../../../../domain/patient/same-person';
import { Icon } from '../../../components/icon/icon';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { useTimeWords } from '../../../strings/time-words';
import styles from './add.module.css';

type Shown = PatientFacts & Partial<Pick<Patient, 'downtimeNumber'>>;

/** One person's identity in large letters, made for comparing two: what differs is marked by word and shape. */
export function IdentityCard({
  title,
  facts,
  against,
  reasons = [],
  children,
}: {
  readonly title: string;
  readonly facts: Shown;
  readonly against?: Shown | undefined;
  readonly reasons?: readonly SamePersonReason[];
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const line = (label: string, value: string | undefined, other: string | undefined): ReactNode => (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd>
        {value ?? t('board.notKnown')}
        {value !== undefined && other !== undefined && value !== other && (
          <span className={styles.differs}>
            <Icon name="warning" size={16} /> {t('duplicate.differs')}
          </span>
        )}
      </dd>
    </div>
  );
  return (
    <section className={styles.card} aria-label={title}>
      <p className={styles.cardTitle}>{title}</p>
      <p className={styles.cardName}>
        <PatientName patient={facts} />
      </p>
      <dl>
        {line(
          t('column.bornOnly'),
          facts.birthDate && words.date(facts.birthDate),
          against?.birthDate && words.date(against.birthDate),
        )}
        {line(t('add.sex'), facts.sex && t(`sex.${facts.sex}`), against?.sex && t(`sex.${against.sex}`))}
        {facts.downtimeNumber && line(t('add.downtimeNumber'), facts.downtimeNumber, against?.downtimeNumber)}
        {line(t('add.mrnShort'), facts.mrn, against?.mrn)}
        {line(t('column.bed'), facts.bed, undefined)}
      </dl>
      {reasons.length > 0 && (
        <p className={styles.reasons}>{reasons.map((reason) => t(`duplicate.reason.${reason}`)).join(', ')}</p>
      )}
      {children}
    </section>
  );
}
