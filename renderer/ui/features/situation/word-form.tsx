import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toEpochMs } from '../../../domain/basics/time';
import type { OutageState } from '../../../domain/outage/outage';
import { OUTAGE_LIMITS } from '../../../domain/outage/rules';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { wardInstant } from '../../box/ward-instant';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { DateTimeField } from '../../components/date-time-field/date-time-field';
import { Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';

const NEXT = ['30', '60', '120', '240'] as const;
type Expected = 'keep' | 'unknown' | 'at';

/** One word to everybody. Nothing typed is lost when it is refused. */
export function WordForm({ event }: { readonly event: OutageState }) {
  const { t } = useTranslation('situation');
  const box = useBox();
  const { run, error, busy } = useAction(box.outage.update);
  const [text, setText] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const [expected, setExpected] = useState<Expected>('keep');
  const [backAt, setBackAt] = useState<string | null>(null);
  const [next, setNext] = useState<(typeof NEXT)[number]>('60');
  const running = event.stage === 'running';
  const ready = text.trim() !== '' && (expected !== 'at' || backAt !== null);
  const save = async (): Promise<void> => {
    const now = box.clock.now();
    const written = await run({
      outage: event.id,
      text,
      ...(saidBy.trim() === '' ? {} : { saidBy }),
      ...(running && expected === 'unknown' ? { expectedUntil: null } : {}),
      ...(running && expected === 'at' && backAt !== null ? { expectedUntil: backAt } : {}),
      ...(running ? { nextAt: wardInstant(toEpochMs(now) + Number(next) * 60_000, now) } : {}),
    });
    if (!written) return;
    setText('');
    setExpected('keep');
    setBackAt(null);
  };
  return (
    <Card title={t('word.title')}>
      <Stack gap={3}>
        <TextField
          label={t('word.text')}
          hint={t('word.textHint')}
          rows={2}
          value={text}
          onChange={setText}
          error={error}
          maxLength={OUTAGE_LIMITS.updateLength}
        />
        <TextField label={t('word.saidBy')} optional value={saidBy} onChange={setSaidBy} maxLength={80} />
        {running && (
          <>
            <ChoiceButtons
              label={t('word.expected')}
              choices={(['keep', 'unknown', 'at'] as const).map((value) => ({ value, label: t(`word.${value}`) }))}
              value={expected}
              onChange={(value) => setExpected(value ?? 'keep')}
            />
            {expected === 'at' && (
              <DateTimeField
                label={t('word.expectedAt')}
                value={backAt}
                onChange={setBackAt}
                now={() => box.clock.now()}
                required
              />
            )}
            <ChoiceButtons
              label={t('word.next')}
              choices={NEXT.map((value) => ({ value, label: t(`word.in${value}`) }))}
              value={next}
              onChange={(value) => setNext(value ?? next)}
            />
          </>
        )}
        <Row>
          <Button variant="filled" disabled={busy || !ready} onClick={() => void save()}>
            {t('word.save')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
