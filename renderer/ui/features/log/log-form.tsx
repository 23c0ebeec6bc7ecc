import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogLine, OutageState } from '../../../domain/outage/outage';
import { OUTAGE_LIMITS } from '../../../domain/outage/rules';
import { useBox, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { readTime } from '../../components/time-field/read-time';
import { TimeField } from '../../components/time-field/time-field';
import { SuggestedProblems } from '../problems/suggested-problems';
import { goTo } from '../../route/route';
import { lastTimeOfDay } from '../declare/answers';
import { clockOf } from '../../strings/time-words';

const KINDS = ['note', 'decision', 'issue', 'safety'] as const;

/** One line: what kind, when it happened, what. Nothing typed is lost when it is refused. */
export function LogForm({ event }: { readonly event: OutageState }) {
  const { t } = useTranslation('log');
  const box = useBox();
  const now = useNow();
  const { run, error, busy } = useAction(box.outage.log);
  const [kind, setKind] = useState<LogLine['kind']>('note');
  const [text, setText] = useState('');
  const [time, setTime] = useState<string | null>(null);
  const read = time === null ? null : readTime(time);
  const save = async (as: LogLine['kind'] = kind): Promise<boolean> => {
    const at = box.clock.now();
    const written = await run({
      outage: event.id,
      kind: as,
      text,
      occurredAt: read === null ? at : lastTimeOfDay(read, at),
    });
    if (!written) return false;
    setText('');
    setTime(null);
    setKind('note');
    return true;
  };
  const fits = text.trim() !== '' && (time === null || read !== null);
  return (
    <Card title={t('add')}>
      <Stack>
        <ChoiceButtons
          label={t('kindLabel')}
          choices={KINDS.map((value) => ({ value, label: t(`line.${value}`) }))}
          value={kind}
          onChange={(next) => setKind(next ?? kind)}
        />
        <TextField
          label={t('text')}
          hint={t('textHint')}
          rows={4}
          value={text}
          onChange={setText}
          error={error}
          maxLength={OUTAGE_LIMITS.textLength}
        />
        {(kind === 'issue' || kind === 'note') && (
          <SuggestedProblems
            text={text}
            onChoose={({ id }) =>
              void (async () => {
                if (fits && !busy && (await save('issue'))) goTo('problems', [id]);
              })()
            }
          />
        )}
        <TimeField label={t('time')} hint={null} text={time ?? clockOf(now)} onChange={setTime} />
        <Row>
          <Button variant="filled" disabled={busy || !fits} onClick={() => void save()}>
            {t('save')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
