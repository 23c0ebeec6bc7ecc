import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import type { Instant } from '../basics/time';
import type { NewEntry } from '../ledger/entry';
import { checkInstant, type InstantRefusal } from '../outage/check-instant';
import type { TrackingStep } from './entries';
import { liveSteps, type TrackingState } from './projection';
import type { TrackedRequest, TrackingStage } from './tracked-request';

/** Why a command about a request did nothing. */
export type TrackingRefusal =
  | InstantRefusal
  | { readonly code: 'request-unknown' }
  | { readonly code: 'request-cancelled' }
  | { readonly code: 'request-test-unknown' }
  | { readonly code: 'request-step-wrong' }
  | { readonly code: 'request-step-done' }
  | { readonly code: 'read-back-missing' }
  | { readonly code: 'caller-missing' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'nothing-to-undo' };

type Outcome = Result<NewEntry[], TrackingRefusal>;
type Context = Pick<CommandContext, 'now' | 'by'>;

/** What all steps need: when it really happened, and for which tests; all of the request where none is named. */
export interface StepInput {
  readonly occurredAt: Instant;
  readonly tests?: readonly string[];
}

/** Notes that a request was collected, sent, received or resulted. Earlier steps may be missing: the paper ran ahead. */
export function noteStep(
  request: TrackedRequest | undefined,
  input: StepInput & { readonly step: 'collected' | 'sent' | 'received' | 'resulted' },
  { now, by }: Context,
): Outcome {
  const checked = check(request, input.step, input, now);
  if (!checked.ok) return checked;
  return ok([{ ...headOf(checked.value, by), type: `request.${input.step}`, payload: noted(input) }]);
}

/** Notes that the result was given by phone; refused unless it was read back. */
export function callResult(
  request: TrackedRequest | undefined,
  input: StepInput & { readonly givenBy: string; readonly readBack: boolean },
  { now, by }: Context,
): Outcome {
  const checked = check(request, 'called', input, now);
  if (!checked.ok) return checked;
  const givenBy = input.givenBy.trim();
  if (givenBy === '') return refuse({ code: 'caller-missing' });
  // Joint Commission NPSG.02.03.01: a result by phone is verified by reading it back.
  if (!input.readBack) return refuse({ code: 'read-back-missing' });
  const payload = { ...noted(input), givenBy, readBack: true } as const;
  return ok([{ ...headOf(checked.value, by), type: 'request.called', payload }]);
}

/** Nobody waits for it any more: says why. */
export function cancelRequest(
  request: TrackedRequest | undefined,
  input: StepInput & { readonly reason: string },
  { now, by }: Context,
): Outcome {
  const checked = check(request, 'cancelled', input, now);
  if (!checked.ok) return checked;
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  return ok([{ ...headOf(checked.value, by), type: 'request.cancelled', payload: { ...noted(input), reason } }]);
}

/** Takes back the last step noted, or the one named. What the form itself says is corrected in the form. */
export function undoStep(
  request: TrackedRequest | undefined,
  state: TrackingState,
  input: { readonly entry?: string },
  { by }: Pick<Context, 'by'>,
): Outcome {
  if (!request) return refuse({ code: 'request-unknown' });
  const live = liveSteps(state, request.serial);
  const target = input.entry === undefined ? live.at(-1) : live.find((step) => step.entry === input.entry);
  if (!target) return refuse({ code: 'nothing-to-undo' });
  const { step, entry } = target;
  return ok([{ ...headOf(request, by), type: 'request-step.undone', payload: { step }, corrects: entry }]);
}

function check(
  request: TrackedRequest | undefined,
  step: TrackingStep,
  { occurredAt, tests }: StepInput,
  now: Instant,
): Result<TrackedRequest, TrackingRefusal> {
  if (!request) return refuse({ code: 'request-unknown' });
  if (request.stage === 'cancelled') return refuse({ code: 'request-cancelled' });
  if (!request.kind.steps.includes(step)) return refuse({ code: 'request-step-wrong' });
  if (tests?.length === 0) return refuse({ code: 'request-test-unknown' });
  const meant = request.tests.filter((test) => tests === undefined || tests.includes(test.code));
  if (tests !== undefined && meant.length !== new Set(tests).size) return refuse({ code: 'request-test-unknown' });
  if (meant.every((test) => isPast(test.stage, step))) return refuse({ code: 'request-step-done' });
  const badTime = checkInstant('occurredAt', occurredAt, now);
  return badTime ? refuse(badTime) : ok(request);
}

const ORDER: readonly TrackingStage[] = ['requested', 'collected', 'sent', 'received', 'resulted', 'called'];

/** A step that was jumped over is noted by nobody later: the test is further than that. */
function isPast(stage: TrackingStage, step: TrackingStep): boolean {
  if (stage === 'cancelled') return true;
  return step !== 'cancelled' && ORDER.indexOf(stage) >= ORDER.indexOf(step);
}

function noted({ occurredAt, tests }: StepInput): StepInput {
  return { occurredAt, ...(tests === undefined ? {} : { tests }) };
}

function headOf({ book, serial }: TrackedRequest, by: string): Pick<NewEntry, 'book' | 'subject' | 'by'> {
  return { book, subject: serial, by };
}
