import { useTranslation } from 'react-i18next';
import type { RunbookRun } from '../../../domain/runbook/run';
import { runbookLine, type Runbook, type RunbookStep } from '../../../domain/runbook/runbook';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Icon } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import { settingText, timerText } from './step-words';
import styles from './step-line.module.css';

/** One line of a block: number, object → action, who, when, the answer given with its time, the branch taken. */
export function StepLine({
  runbook,
  step,
  run,
  answer,
  current,
}: {
  readonly runbook: Runbook;
  readonly step: RunbookStep;
  readonly run: RunbookRun | undefined;
  readonly answer: string | undefined;
  readonly current: boolean;
}) {
  const { t } = useTranslation('runbook');
  const box = useBox();
  const undo = useAction(box.runbooks.undo);
  const chosen = step.options?.find((option) => option.id === answer);
  const last = run?.answers.findLast((one) => one.step === step.id && !one.undone);
  const settings = (step.settings ?? []).flatMap((id) => runbook.settings.filter((one) => one.id === id));
  const timer = timerText(runbook, step, t);
  return (
    <li
      className={styles.line}
      aria-current={current ? 'step' : undefined}
      data-done={answer !== undefined || undefined}
    >
      <span className={styles.number}>{step.number}</span>
      {run && <Icon name={answer !== undefined ? 'done' : current ? 'current' : 'open'} size={22} />}
      <div className={styles.words}>
        <p className={styles.text}>{runbookLine(step)}</p>
        {step.options && (
          <ul className={styles.options}>
            {step.options.map((option) => (
              <li key={option.id} data-chosen={option.id === answer || undefined}>
                {option.goTo === undefined
                  ? t('step.optionEnd', { label: option.label, instruction: option.instruction ?? '' })
                  : t('step.optionTo', {
                      label: option.label,
                      instruction: option.instruction ?? '',
                      number: numberOf(runbook, option.goTo),
                    })}
              </li>
            ))}
          </ul>
        )}
        {step.why && <p className={styles.quiet}>{step.why}</p>}
        {settings.map((setting) => (
          <p key={setting.id} className={styles.quiet}>
            {t('step.setting', { label: setting.label, value: settingText(setting, t) })}
          </p>
        ))}
      </div>
      <div className={styles.side}>
        <span>{step.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
        {timer && <span className={styles.quiet}>{timer}</span>}
        {last && run && (
          <button
            type="button"
            className={styles.undo}
            onClick={() => void undo.run({ run: run.id, step: step.id, entry: last.entry })}
          >
            {chosen ? `${chosen.label} · ` : ''}
            {clockOf(last.at)} · {t('step.undo')}
          </button>
        )}
      </div>
    </li>
  );
}

function numberOf(runbook: Runbook, id: string): number | string {
  return (
    runbook.phases.flatMap((phase) => phase.blocks.flatMap((block) => block.steps)).find((step) => step.id === id)
      ?.number ?? id
  );
}
