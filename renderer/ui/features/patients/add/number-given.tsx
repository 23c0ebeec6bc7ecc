import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import { CopyButton } from '../../../components/copy-button/copy-button';
import { Dialog } from '../../../components/dialog/dialog';
import { PatientName } from '../../../components/patient-banner/patient-banner';
import { goTo } from '../../../route/route';
import { useScreens } from '../../../route/screens-context';
import styles from './add.module.css';

/** The number just given, as large as it must be to copy it onto a wristband. */
export function NumberGiven({ patient, onClose }: { readonly patient: BoardPatient; readonly onClose: () => void }) {
  const { t } = useTranslation('patients');
  const screens = useScreens();
  const leave = (then: () => void) => () => {
    onClose();
    then();
  };
  return (
    <Dialog
      title={t('given.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" onClick={leave(() => goTo('patients', [patient.id]))}>
            {t('given.open')}
          </Button>
          {screens.of('print') && (
            <Button onClick={leave(() => goTo('print', ['patients', patient.id]))}>{t('given.print')}</Button>
          )}
          <Button onClick={onClose}>{t('given.done')}</Button>
        </>
      }
    >
      <p>
        <PatientName patient={patient} />
      </p>
      <p className={styles.given}>
        {patient.downtimeNumber}
        <CopyButton value={patient.downtimeNumber ?? ''} what={t('add.downtimeNumber')} />
      </p>
      <p>{t('given.text')}</p>
    </Dialog>
  );
}
