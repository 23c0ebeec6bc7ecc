import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import type { KnownProblem } from '../../../domain/runbook/known-problem';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { wardHere } from '../../box/readings';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { Stack } from '../../components/page/page';
import { readTime } from '../../components/time-field/read-time';
import { TimeField } from '../../components/time-field/time-field';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { lastTimeOfDay } from '../declare/answers';
import { levelChoices, limitText } from './problem-words';
import styles from './problem-page.module.css';

/** How bad, which limit, since when: the strictest is chosen until somebody says otherwise. */
export function StartWork({ problem, event }: { readonly problem: KnownProblem; readonly event: OutageState }) {
  const { t } = useTranslation('problems');
  const box = useBox();
  const now = useNow();
  const ward = wardHere(
    event,
    useBoxState((state) => state.vault?.ward),
  );
  const { run, error, busy } = useAction(box.problems.open);
  const levels = levelChoices(problem, t);
  const [level, setLevel] = useState(String(levels[0]?.level ?? 2));
  const [limit, setLimit] = useState(problem.limits[0]?.id ?? '');
  const [time, setTime] = useState<string | null>(null);
  const read = time === null ? null : readTime(time);
  const start = async (): Promise<void> => {
    const at = box.clock.now();
    const written = await run({
      outage: event.id,
      ward,
      problem: problem.id,
      since: read === null ? at : lastTimeOfDay(read, at),
      level: levels.find((one) => String(one.level) === level)?.level ?? 2,
      limit,
    });
    const made = written?.[0]?.subject;
    if (made !== undefined) goTo('problems', [problem.id, made]);
  };
  return (
    <Card title={t('start.title')}>
      <Stack gap={3}>
        {error !== undefined && (
          <Banner tone="critical" live="alert">
            {error}
          </Banner>
        )}
        {levels.length > 1 && (
          <ChoiceButtons
            label={t('level.label')}
            hint={t('level.tell')}
            choices={levels.map((one) => ({ value: String(one.level), label: one.label }))}
            value={level}
            onChange={(next) => setLevel(next ?? level)}
          />
        )}
        {problem.limits.length > 1 && (
          <ChoiceButtons
            label={t('start.limit')}
            choices={problem.limits.map((one) => ({ value: one.id, label: limitText(one, t) }))}
            value={limit}
            onChange={(next) => setLimit(next ?? limit)}
          />
        )}
        <div className={styles.grid}>
          <div className={styles.start}>
            <BigButton
              tone="brand"
              icon="clock"
              disabled={busy || (time !== null && read === null)}
              onClick={() => void start()}
            >
              {t('start.go')}
            </BigButton>
          </div>
          <TimeField label={t('start.since')} hint={null} text={time ?? clockOf(now)} onChange={setTime} />
        </div>
      </Stack>
    </Card>
  );
}
