import { useTranslation } from 'react-i18next';
import type { RunbookRun } from '../../../domain/runbook/run';
import type { Runbook, RunbookStep } from '../../../domain/runbook/runbook';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Timer } from '../../components/timer/timer';
import { useTimeWords } from '../../strings/time-words';
import { Icon } from '../../components/icon/icon';
import { useUndo } from '../../frame/undo/undo-context';
import { ContactList } from '../contacts/contact-list';
import { NeedButtons } from '../checklist/need-buttons';
import styles from './current-step.module.css';
import { SourceLine } from './source-line';
import { dueAt, jumpText, settingText, timerText, waitsForStep } from './step-words';

/** The step of the path now, large: do it, or answer with one of two to four buttons. */
export function CurrentStep({
  runbook,
  step,
  pass,
  run,
  onAnswered,
}: {
  readonly runbook: Runbook;
  readonly step: RunbookStep;
  /** 2 and more: a loop has come back here. */
  readonly pass: number;
  readonly run: RunbookRun;
  readonly onAnswered: (step: string, option?: string) => void;
}) {
  const { t } = useTranslation('runbook');
  const box = useBox();
  const now = useNow('second');
  const words = useTimeWords();
  const { offerUndo } = useUndo();
  const complete = useAction(box.runbooks.complete);
  const answer = useAction(box.runbooks.answer);
  const undo = useAction(box.runbooks.undo);
  const contacts = useBoxState((state) => state.library.directory.contacts);
  const outage = useBoxState((state) => state.world.outages.events.find((event) => event.id === run.outage)?.since);
  const due = dueAt(runbook, step, run, outage === undefined ? {} : { outage }, now);
  const waits = waitsForStep(runbook, step, run);
  const settings = (step.settings ?? []).flatMap((id) => runbook.settings.filter((one) => one.id === id));
  const jump = jumpText(runbook, step, t);
  const calls = contacts.filter((contact) =>
    step.needs.some((need) => need.kind === 'contact' && need.id === contact.id),
  );
  const answered = (written: readonly { readonly id: string }[] | undefined, option?: string): void => {
    const entry = written?.[0]?.id;
    if (entry === undefined) return;
    offerUndo(t('undo', { number: step.number }), () => void undo.run({ run: run.id, step: step.id, entry }));
    onAnswered(step.id, option);
  };
  const tick = async (): Promise<void> => answered(await complete.run({ run: run.id, step: step.id }));
  const choose = async (option: string): Promise<void> =>
    answered(await answer.run({ run: run.id, step: step.id, option }), option);
  const error = complete.error ?? answer.error ?? undo.error;
  const timer = timerText(runbook, step, t);
  return (
    <section className={styles.card} aria-labelledby="runbook-step">
      <div className={styles.head}>
        <span>
          {t('step.number', { number: step.number })} · {step.roles.map((role) => t(`role.${role}`)).join(', ')}
          {pass > 1 && ` · ${t('step.again', { pass })}`}
        </span>
        <span className={styles.time}>
          {waits !== undefined && <span>{t('timer.waits', { number: waits })}</span>}
          {due === undefined ? (
            timer && <span>{timer}</span>
          ) : (
            <>
              <span>{t('timer.by', { time: words.moment(due, now) })}</span>
              <Timer dueAt={due} now={now} />
            </>
          )}
        </span>
      </div>
      <div aria-live="polite" aria-atomic="true">
        <h2 id="runbook-step" className={styles.text}>
          {step.object}
          {step.kind === 'do' && ' →'} {step.action && <span className={styles.action}>{step.action}</span>}
        </h2>
      </div>
      {settings.map((setting) => (
        <p key={setting.id}>{t('step.setting', { label: setting.label, value: settingText(setting, t) })}</p>
      ))}
      {error && (
        <Banner tone="critical" live="alert">
          {error}
        </Banner>
      )}
      <NeedButtons needs={step.needs.filter((need) => need.kind !== 'contact')} />
      {calls.length > 0 && <ContactList contacts={calls} />}
      {step.kind === 'decide' ? (
        <div className={styles.answers}>
          {(step.options ?? []).map((option) => (
            <BigButton key={option.id} tone="plain" onClick={() => void choose(option.id)}>
              {option.instruction
                ? t('step.option', { label: option.label, instruction: option.instruction })
                : option.label}
            </BigButton>
          ))}
        </div>
      ) : (
        <div className={styles.answers}>
          <BigButton tone="brand" icon="check" disabled={complete.busy} onClick={() => void tick()}>
            {t('step.done')}
          </BigButton>
        </div>
      )}
      {jump && <p className={styles.quiet}>→ {jump}</p>}
      <details className={styles.why}>
        <summary>
          <Icon name="info" size={20} />
          {t(step.why === undefined ? 'step.source' : 'step.why')}
        </summary>
        {step.why !== undefined && <p>{step.why}</p>}
        <SourceLine provenance={step.provenance} />
      </details>
    </section>
  );
}
