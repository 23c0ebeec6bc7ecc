import { useTranslation } from 'react-i18next';
import { liveRunbookAnswers, type RunbookRun } from '../../../domain/runbook/run';
import type { Runbook, RunbookStep } from '../../../domain/runbook/runbook';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { useTimeWords } from '../../strings/time-words';
import { dueAt, roundNow, timerText, waitsForStep } from './step-words';
import styles from './step-line.module.css';

/** When a step is due: the rule, in use also the clock time or the step it waits for; a repeated one is ticked again here. */
export function StepTime({
  runbook,
  step,
  run,
}: {
  readonly runbook: Runbook;
  readonly step: RunbookStep;
  readonly run: RunbookRun | undefined;
}) {
  const { t } = useTranslation('runbook');
  const words = useTimeWords();
  const box = useBox();
  const now = useNow();
  const complete = useAction(box.runbooks.complete);
  const outage = useBoxState((state) => state.world.outages.events.find((event) => event.id === run?.outage)?.since);
  const rule = timerText(runbook, step, t);
  if (rule === undefined) return null;
  if (!run) return <span className={styles.quiet}>{rule}</span>;
  const round = roundNow(step, run);
  const done = liveRunbookAnswers(run, step.id).length > 0;
  const due =
    done && round === undefined ? undefined : dueAt(runbook, step, run, outage === undefined ? {} : { outage }, now);
  const waits = waitsForStep(runbook, step, run);
  return (
    <>
      <span className={styles.quiet}>{rule}</span>
      {due && <b className={styles.due}>{t('timer.by', { time: words.moment(due, now) })}</b>}
      {waits !== undefined && <span className={styles.quiet}>{t('timer.waits', { number: waits })}</span>}
      {done && round !== undefined && (
        <button
          type="button"
          className={styles.undo}
          disabled={complete.busy}
          onClick={() => void complete.run({ run: run.id, step: step.id, round })}
        >
          {t('step.round', { round })}
        </button>
      )}
    </>
  );
}
