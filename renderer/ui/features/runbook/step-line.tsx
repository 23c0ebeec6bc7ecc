import { useTranslation } from 'react-i18next';
import { liveRunbookAnswers, type RunbookRun } from '../../../domain/runbook/run';
import { runbookLine, type Runbook, type RunbookStep } from '../../../domain/runbook/runbook';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Icon } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import { SourceLine } from './source-line';
import { jumpText, placeText, settingText } from './step-words';
import { StepTime } from './step-time';
import styles from './step-line.module.css';

/** One line of a block: number, object → action, who, when, where it leads, the answer given with its time. */
export function StepLine({
  runbook,
  step,
  run,
  answer,
  current,
  why,
}: {
  readonly runbook: Runbook;
  readonly step: RunbookStep;
  readonly run: RunbookRun | undefined;
  readonly answer: string | undefined;
  readonly current: boolean;
  /** Reason and source are shown on request only. */
  readonly why: boolean;
}) {
  const { t } = useTranslation('runbook');
  const settings = (step.settings ?? []).flatMap((id) => runbook.settings.filter((one) => one.id === id));
  const jump = jumpText(runbook, step, t);
  return (
    <li
      className={styles.line}
      aria-current={current ? 'step' : undefined}
      data-done={(answer !== undefined && !current) || undefined}
    >
      <span className={styles.number}>{step.number}</span>
      {run && <Icon name={current ? 'current' : answer === undefined ? 'open' : 'done'} size={22} />}
      <div className={styles.words}>
        <p className={styles.text}>{runbookLine(step)}</p>
        {step.options && (
          <ul className={styles.options}>
            {step.options.map((option) => (
              <li key={option.id} data-chosen={option.id === answer || undefined}>
                <b>{option.label}</b> →{' '}
                {option.goTo === undefined ? t('jump.endsHere') : placeText(runbook, step, option.goTo, t)}
                {option.instruction !== undefined && <span className={styles.quiet}> {option.instruction}</span>}
              </li>
            ))}
          </ul>
        )}
        {jump && <p className={styles.quiet}>→ {jump}</p>}
        {settings.map((setting) => (
          <p key={setting.id} className={styles.quiet}>
            {t('step.setting', { label: setting.label, value: settingText(setting, t) })}
          </p>
        ))}
        {why && (
          <>
            {step.why !== undefined && <p className={styles.why}>{step.why}</p>}
            <SourceLine provenance={step.provenance} />
          </>
        )}
      </div>
      <div className={styles.side}>
        <span>{step.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
        <StepTime runbook={runbook} step={step} run={run} />
        {run && <Answered run={run} step={step} />}
      </div>
    </li>
  );
}

/** Answers given so far, each with its time; the last can be taken back. */
function Answered({ run, step }: { readonly run: RunbookRun; readonly step: RunbookStep }) {
  const { t } = useTranslation('runbook');
  const box = useBox();
  const undo = useAction(box.runbooks.undo);
  const given = liveRunbookAnswers(run, step.id);
  const last = given.at(-1);
  if (!last) return null;
  const labelOf = (option: string | undefined): string => {
    const label = step.options?.find((one) => one.id === option)?.label;
    return label === undefined ? '' : `${label} · `;
  };
  return (
    <>
      {given.slice(0, -1).map((one) => (
        <span key={one.entry} className={styles.quiet}>
          {labelOf(one.option)}
          {clockOf(one.at)}
        </span>
      ))}
      <button
        type="button"
        className={styles.undo}
        onClick={() => void undo.run({ run: run.id, step: step.id, entry: last.entry })}
      >
        {labelOf(last.option)}
        {clockOf(last.at)} · {t('step.undo')}
      </button>
    </>
  );
}
