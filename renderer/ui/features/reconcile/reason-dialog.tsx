import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';

/** Asks why, for what leaves no trace in the EHR: not needed, or a mark taken back. */
export function ReasonDialog({
  kind,
  label,
  error,
  onSave,
  onClose,
}: {
  readonly kind: 'notNeeded' | 'reopen';
  readonly label: string;
  readonly error: string | undefined;
  readonly onSave: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['reconcile', 'common']);
  const [reason, setReason] = useState('');
  const save = (): void => {
    if (reason.trim() !== '') void onSave(reason.trim()).then((saved) => saved && onClose());
  };
  return (
    <Dialog
      title={t(kind === 'notNeeded' ? 'notNeededTitle' : 'reopenTitle')}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={reason.trim() === ''} onClick={save}>
            {t(kind === 'notNeeded' ? 'saveNotNeeded' : 'saveReopen')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>
        <b>{label}</b>
      </p>
      <TextField label={t('reason')} value={reason} onChange={setReason} onEnter={save} maxLength={200} error={error} autoFocus />
    </Dialog>
  );
}
