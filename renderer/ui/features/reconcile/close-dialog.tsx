import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import type { CloseCheck } from '../../../domain/reconciliation/can-close';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';
import { clockOf } from '../../strings/time-words';

/** Signs the event off; what stays open is written down with its number and keeps its owner. */
export function CloseDialog({
  outage,
  check,
  onClose,
}: {
  readonly outage: OutageState;
  readonly check: CloseCheck;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['reconcile', 'common']);
  const box = useBox();
  const { run, error, busy } = useAction(box.reconcile.close);
  const [note, setNote] = useState('');
  const close = async (): Promise<void> => {
    if (await run({ note })) onClose();
  };
  return (
    <Dialog
      title={t('close.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={busy} onClick={() => void close()}>
            {t('close.do', { time: clockOf(outage.since) })}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>{t('close.text', { count: check.openItems })}</p>
      <TextField label={t('close.note')} optional value={note} onChange={setNote} error={error} maxLength={200} />
    </Dialog>
  );
}
