import { type Instant, toEpochMs } from '../basics/time';
import { stepText } from '../checklist/checklist';
import type { StepView } from '../checklist/step-view';

/** A step that came late or never. */
export interface LateWork {
  readonly checklist: string;
  readonly ward: string;
  readonly step: string;
  readonly text: string;
  readonly dueAt: Instant;
  /** Missing: nobody answered it. */
  readonly answeredAt?: Instant;
  readonly lateMs: number;
}

/** A minute late is a minute of the clock, not of the ward. */
const GRACE_MS = 60_000;

/** Steps by how they went, of those whose time had come. */
export function lateWork(
  steps: readonly (StepView & { readonly checklist: string; readonly ward: string })[],
  now: Instant,
): {
  readonly done: number;
  readonly notApplicable: number;
  readonly doneLate: number;
  readonly never: number;
  readonly late: readonly LateWork[];
} {
  const due = steps.filter(
    ({ state, dueMs }) => state !== 'waiting' && (dueMs === undefined || dueMs <= toEpochMs(now) || state === 'done'),
  );
  const late = due.flatMap((view) => lateOf(view, now));
  return {
    done: due.filter(({ state }) => state === 'done').length,
    notApplicable: due.filter(({ state }) => state === 'not-applicable').length,
    doneLate: late.filter(({ answeredAt }) => answeredAt !== undefined).length,
    never: due.filter(({ state }) => state === 'open' || state === 'over').length,
    late: late.toSorted((a, b) => b.lateMs - a.lateMs),
  };
}

function lateOf(view: StepView & { readonly checklist: string; readonly ward: string }, now: Instant): LateWork[] {
  const { checklist, ward, step, dueAt, dueMs, state, answers } = view;
  if (dueAt === undefined || dueMs === undefined || state === 'not-applicable') return [];
  const answeredAt = state === 'done' ? answers[0]?.at : undefined;
  const lateMs = toEpochMs(answeredAt ?? now) - dueMs;
  if (lateMs <= GRACE_MS) return [];
  return [
    {
      checklist,
      ward,
      step: step.id,
      text: stepText(step),
      dueAt,
      lateMs,
      ...(answeredAt === undefined ? {} : { answeredAt }),
    },
  ];
}
