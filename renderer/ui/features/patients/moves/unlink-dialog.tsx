import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBox } from '../../../box/box-context';
import { useAction } from '../../../box/use-action';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField } from '../../../components/text-field/text-field';

/** Takes a link back, with the reason; both stay in the timeline. */
export function UnlinkDialog({ patient, onClose }: { readonly patient: BoardPatient; readonly onClose: () => void }) {
  const { t } = useTranslation(['patients', 'common']);
  const box = useBox();
  const [reason, setReason] = useState('');
  const unlinking = useAction(box.patients.unlink);
  const save = async (): Promise<void> => {
    if (await unlinking.run({ downtimeNumber: patient.downtimeNumber ?? '', reason })) onClose();
  };
  return (
    <Dialog
      title={t('unlink.title', { mrn: patient.mrn ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={unlinking.busy} onClick={() => void save()}>
            {t('unlink.save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <TextField
        label={t('unlink.reason')}
        value={reason}
        onChange={setReason}
        error={unlinking.error}
        takesFocus
        maxLength={200}
        onEnter={() => void save()}
      />
    </Dialog>
  );
}
