import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';

/** The all-clear was wrong: the same event goes on, its clock from its first start. */
export function ResumeDialog({ event, onClose }: { readonly event: OutageState; readonly onClose: () => void }) {
  const { t } = useTranslation(['manage', 'common']);
  const box = useBox();
  const { run, error, busy } = useAction(box.outage.resume);
  const [reason, setReason] = useState('');
  const resume = async (): Promise<void> => {
    const written = await run({ outage: event.id, since: box.clock.now(), reason });
    if (!written) return;
    onClose();
    goTo('start');
  };
  return (
    <Dialog
      title={t('resume.dialog')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="filled"
            color="critical"
            disabled={busy || reason.trim() === ''}
            onClick={() => void resume()}
          >
            {t('resume.confirm', { time: clockOf(event.since) })}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>{t('resume.text')}</p>
      <TextField
        label={t('resume.reason')}
        hint={t('end.noteHint')}
        value={reason}
        onChange={setReason}
        error={error}
        maxLength={200}
      />
    </Dialog>
  );
}
