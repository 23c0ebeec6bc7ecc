import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/basics/time';
import { ageText } from '../../../domain/patient/age';
import type { Patient } from '../../../domain/patient/patient';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { Icon } from '../icon/icon';
import { StatusWord } from '../status-word/status-word';
import styles from './patient-banner.module.css';
import { allergyWords } from './patient-words';

/** FAMILY, Given: the one way a name is written. Capitals by style, so that copying keeps the source's spelling. */
export function PatientName({ patient }: { readonly patient: Pick<Patient, 'family' | 'given' | 'alias'> }) {
  if (patient.alias && !patient.family) return <b className={styles.family}>{patient.alias}</b>;
  return (
    <>
      <b className={styles.family}>{patient.family}</b>
      {patient.given && `, ${patient.given}`}
    </>
  );
}

/** Who this screen is about: two identifiers and the allergies, fixed above everything, never cut short. Never on a list. */
export function PatientBanner({ patient, now }: { readonly patient: Patient; readonly now: Instant }) {
  const { t } = useTranslation(['components', 'common']);
  const words = useTimeWords();
  const allergy = allergyWords(patient, t);
  const asAt =
    patient.snapshotAsOf &&
    !patient.writtenHere.includes('allergies') &&
    ` ${t('patient.asAt', { time: clockOf(patient.snapshotAsOf) })}`;
  const born = patient.birthDate ? words.date(patient.birthDate) : t('common:notKnown');
  const age = (patient.birthDate ?? patient.ageEstimateYears) ? ageText(patient, now) : undefined;
  return (
    <section className={styles.banner} aria-label={t('patient.region')}>
      <p className={styles.name}>
        <PatientName patient={patient} />
      </p>
      <dl className={styles.facts}>
        <Fact label={t('patient.born')} value={born} after={age && `(${age})`} />
        <Fact label={t('patient.sex')} value={t(`patient.${patient.sex ?? 'unknown'}`)} />
        {patient.downtimeNumber && <Fact label={t('patient.downtimeNumber')} value={patient.downtimeNumber} />}
        {(patient.mrn ?? !patient.downtimeNumber) && (
          <Fact label={t('patient.mrn')} value={patient.mrn ?? t('common:notKnown')} />
        )}
        {patient.bed && <Fact label={t('patient.bed')} value={patient.bed} />}
      </dl>
      <StatusWord tone={allergy.tone} boxed>
        {`${allergy.text}${asAt || ''}`}
      </StatusWord>
      {patient.codeStatus && (
        <span className={styles.code}>
          <Icon name="heart" size={20} />
          {patient.codeStatus}
        </span>
      )}
    </section>
  );
}

function Fact({
  label,
  value,
  after,
}: {
  readonly label: string;
  readonly value: string;
  readonly after?: string | undefined;
}) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        {after && ` ${after}`}
      </dd>
    </div>
  );
}
