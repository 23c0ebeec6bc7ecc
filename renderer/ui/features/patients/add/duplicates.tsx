import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientFacts } from '../../../../domain/patient/patient';
import type { SamePersonMatch } from '../../../../domain/patient/same-person';
import { Banner } from '../../../components/banner/banner';
import { goTo } from '../../../route/route';
import { useBoard } from '../use-board';
import { IdentityCard } from './identity-card';
import styles from './add.module.css';

/** Somebody like this is on the list: both side by side, so that one person never gets two numbers. */
export function Duplicates({
  typed,
  candidates,
  onClose,
}: {
  readonly typed: PatientFacts;
  readonly candidates: readonly SamePersonMatch[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('patients');
  const board = useBoard();
  const shown = candidates.slice(0, 3).flatMap((match) => {
    const patient = board.find((one) => one.id === match.id);
    return patient ? [{ match, patient }] : [];
  });
  return (
    <>
      <Banner tone="warning" live="alert">
        <b>{t('duplicate.title')}</b> {t('duplicate.text')}
      </Banner>
      <div className={styles.side}>
        <IdentityCard title={t('duplicate.typed')} facts={typed} against={shown[0]?.patient} />
        {shown.map(({ match, patient }) => (
          <IdentityCard
            key={patient.id}
            title={t('duplicate.onList')}
            facts={patient}
            against={typed}
            reasons={match.reasons}
          >
            <Button
              fullWidth
              onClick={() => {
                onClose();
                goTo('patients', [patient.id]);
              }}
            >
              {t('duplicate.same', { bed: patient.bed ?? t('board.noBed') })}
            </Button>
          </IdentityCard>
        ))}
      </div>
    </>
  );
}
