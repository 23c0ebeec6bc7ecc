import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { CheckList } from '../../components/check-list/check-list';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';
import { readTime } from '../../components/time-field/read-time';
import { TimeField } from '../../components/time-field/time-field';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { lastTimeOfDay } from '../declare/answers';

/** Ending cannot be undone quietly: the button names the event, and a log-in that works is no all-clear. */
export function EndDialog({ event, onClose }: { readonly event: OutageState; readonly onClose: () => void }) {
  const { t } = useTranslation(['manage', 'common']);
  const box = useBox();
  const now = useNow();
  const { run, error, busy } = useAction(box.outage.end);
  const [official, setOfficial] = useState<readonly 'official'[]>([]);
  const [time, setTime] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const read = time === null ? null : readTime(time);
  const end = async (): Promise<void> => {
    const at = box.clock.now();
    const said = note.trim();
    const written = await run({
      outage: event.id,
      until: read === null ? at : lastTimeOfDay(read, at),
      ...(said === '' ? {} : { note: said }),
    });
    if (!written) return;
    onClose();
    goTo('start');
  };
  return (
    <Dialog
      title={t('end.dialog')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="filled"
            disabled={busy || official.length === 0 || (time !== null && read === null)}
            onClick={() => void end()}
          >
            {t('end.confirm', { time: clockOf(event.since), count: event.wards.length })}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>{t('end.text')}</p>
      <CheckList
        label={t('end.official')}
        hideLabel
        items={[{ value: 'official', label: t('end.official') }]}
        value={official}
        onChange={setOfficial}
      />
      <TimeField label={t('end.time')} hint={null} text={time ?? clockOf(now)} onChange={setTime} error={error} />
      <TextField
        label={t('end.note')}
        hint={t('end.noteHint')}
        optional
        value={note}
        onChange={setNote}
        maxLength={200}
      />
    </Dialog>
  );
}
