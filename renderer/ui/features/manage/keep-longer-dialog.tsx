import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionLine } from '../../../domain/retention/retention';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { DateField } from '../../components/date-field/date-field';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';

/** A downtime is kept longer than the policy says: until when and why. */
export function KeepLongerDialog({ line, onClose }: { readonly line: RetentionLine; readonly onClose: () => void }) {
  const { t } = useTranslation(['manage', 'common']);
  const box = useBox();
  const { run, error, busy } = useAction(box.retention.keepLonger);
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const keep = async (): Promise<void> => {
    if (until === null || busy) return;
    // Noon of that day by the clock of this PC: near enough for a day, whatever daylight saving does.
    const offset = /(Z|[+-]\d\d:\d\d)$/.exec(box.clock.now())?.[0] ?? 'Z';
    if (await run({ outage: line.outage.id, until: `${until}T12:00:00.000${offset}`, reason })) onClose();
  };
  return (
    <Dialog
      title={t('retention.keepTitle')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="filled"
            disabled={busy || until === null || reason.trim() === ''}
            onClick={() => void keep()}
          >
            {t('retention.keepConfirm')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <DateField label={t('retention.until')} value={until} onChange={setUntil} />
      <TextField
        label={t('retention.reason')}
        hint={t('retention.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={error}
      />
    </Dialog>
  );
}
