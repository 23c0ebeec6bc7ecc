import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/basics/result';
import { useAction } from '../../box/use-action';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';
import type { Refusal } from '../../strings/use-sentences';

/** Asks why, in a sentence that stays on the record. */
export function ReasonDialog({
  title,
  text,
  confirm,
  required,
  use,
  onClose,
  onDone,
}: {
  readonly title: string;
  readonly text?: string;
  readonly confirm: string;
  readonly required?: boolean;
  readonly use: (reason: string) => Promise<Result<unknown, Refusal>>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['reconcile', 'common']);
  const [reason, setReason] = useState('');
  const { run, error, busy } = useAction(use);
  const said = reason.trim();
  const save = async (): Promise<void> => {
    if (busy || (required && said === '')) return;
    if ((await run(said)) !== undefined) onDone();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={busy || (required === true && said === '')} onClick={() => void save()}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      {text && <p>{text}</p>}
      <TextField
        label={t('reason')}
        optional={!required}
        value={reason}
        onChange={setReason}
        error={error}
        maxLength={200}
        takesFocus={!busy}
        onEnter={() => void save()}
      />
    </Dialog>
  );
}
