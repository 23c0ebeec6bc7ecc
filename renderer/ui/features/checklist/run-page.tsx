import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { toEpochMs, type Instant } from '../../../domain/basics/time';
import type { Checklist } from '../../../domain/checklist/checklist';
import { lateSteps, resumeAt, type RunView } from '../../../domain/checklist/run-view';
import type { StepView } from '../../../domain/checklist/step-view';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { wardHere } from '../../box/readings';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { PrintLink } from '../../frame/print-link';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { LateStrip } from './late-strip';
import { PhaseList } from './phase-list';
import styles from './run-page.module.css';
import { StepPanel } from './step-panel';
import { StepsOfPhase } from './steps-of-phase';
import { useTickPace } from './use-tick-pace';

/** A role card at work: phases and steps small on the left, the one step to do now large on the right. */
export function RunPage({
  event,
  card,
  wantedStep,
}: {
  readonly event: OutageState;
  readonly card: Checklist;
  readonly wantedStep: string | undefined;
}) {
  const { t } = useTranslation('checklist');
  const box = useBox();
  const now = useNow();
  const ward = wardHere(
    event,
    useBoxState((state) => state.vault?.ward),
  );
  // Redraws when an answer is folded; the view itself is read through the use-case.
  useBoxState((state) => state.world.runs);
  const view = box.checklists.view({ outage: event.id, ward, checklist: card.id, now });
  const pace = useTickPace();
  const started = view !== undefined;
  useEffect(() => {
    if (!started) void box.checklists.start({ outage: event.id, ward, checklist: card.id });
  }, [started, box, event.id, ward, card.id]);
  if (!view) return null;
  const step = stepToShow(view, wantedStep);
  const show = (id: string): void => goTo('tasks', [card.id, id], 'replace');
  const late = lateSteps(view).filter((one) => one.step.id !== step?.step.id);
  return (
    <div className={styles.page}>
      <div className={styles.title}>
        <PageTitle
          size="side"
          actions={<PrintLink kind="checklist" id={card.id} />}
          lead={t('run.lead', { ward, time: clockOf(event.since) })}
        >
          {card.title}
        </PageTitle>
      </div>
      <div className={styles.now}>
        {step ? (
          <StepPanel
            key={`${step.step.id}#${step.round}`}
            event={event}
            ward={ward}
            card={card}
            view={view}
            step={step}
            pace={pace}
            resumedAfter={wantedStep === undefined ? lastAnswerAt(view) : undefined}
            onNext={() => show(nextAfter(view, step))}
          />
        ) : (
          <EmptyState icon="done" title={t('run.nothingTitle')}>
            {t('run.nothing')}
          </EmptyState>
        )}
        <LateStrip late={late} onOpen={show} />
      </div>
      <div className={styles.lists}>
        <PhaseList view={view} current={step?.phase} onChoose={(phase) => show(firstOf(view, phase))} />
        {step && (
          <StepsOfPhase
            phase={view.phases.find((one) => one.id === step.phase)}
            current={step.step.id}
            onChoose={show}
          />
        )}
      </div>
    </div>
  );
}

/** When somebody answered last: after an interruption it must be obvious where the card goes on. */
function lastAnswerAt(view: RunView): Instant | undefined {
  const answers = view.phases.flatMap((phase) =>
    phase.steps.flatMap((step) => [...step.answers, ...step.rounds.flatMap((round) => round.answers)]),
  );
  return answers
    .map((answer) => answer.at)
    .toSorted((a, b) => toEpochMs(a) - toEpochMs(b))
    .at(-1);
}

function stepToShow(view: RunView, wanted: string | undefined): StepView | undefined {
  const all = view.phases.flatMap((phase) => phase.steps);
  return (
    all.find((one) => one.step.id === wanted) ?? resumeAt(view) ?? all.find((one) => one.state === 'waiting') ?? all[0]
  );
}

function firstOf(view: RunView, phase: string): string {
  const steps = view.phases.find((one) => one.id === phase)?.steps ?? [];
  return (steps.find((one) => one.state === 'open') ?? steps[0])?.step.id ?? '';
}

/** After an answer: the next open step of the same phase, then the first open one of the card, then the next line. */
function nextAfter(view: RunView, done: StepView): string {
  const steps = view.phases.find((one) => one.id === done.phase)?.steps ?? [];
  const at = steps.findIndex((one) => one.step.id === done.step.id);
  const ahead = [...steps.slice(at + 1), ...steps.slice(0, at)].find((one) => one.state === 'open');
  const anywhere = view.phases
    .flatMap((phase) => (phase.status === 'open' ? phase.steps : []))
    .find((one) => one.state === 'open' && one.step.id !== done.step.id);
  return (ahead ?? anywhere ?? steps[at + 1] ?? done).step.id;
}
