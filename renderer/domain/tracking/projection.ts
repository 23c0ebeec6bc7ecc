import type { Instant } from '../basics/time';
import type { Entry, EntryOf } from '../ledger/entry';
import { compareEntries } from '../ledger/order';
import { TRACKING_STEPS, type TrackingStep } from './entries';

/** A step as it was noted: true time, time of noting, by whom. */
export interface TrackingAct {
  readonly entry: string;
  readonly step: TrackingStep;
  readonly occurredAt: Instant;
  readonly at: Instant;
  readonly by: string;
  readonly tests?: readonly string[];
  readonly givenBy?: string;
  readonly reason?: string;
}

/** Who took a step back, and when. */
export interface TrackingUndo {
  readonly entry: string;
  readonly at: Instant;
  readonly by: string;
}

/**
 * Everything noted about requests, as sets: the same entries give the same state in whatever order they arrive. Lists lie
 * in the order of the ledger (lamport, device, seq).
 */
export interface TrackingState {
  /** Serial -> its steps. */
  readonly steps: ReadonlyMap<string, readonly StepEntry[]>;
  /** Id of the entry taken back -> all who did. */
  readonly undone: ReadonlyMap<string, readonly UndoEntry[]>;
}

type StepEntry = { readonly [S in TrackingStep]: EntryOf<`request.${S}`> }[TrackingStep];
type UndoEntry = EntryOf<'request-step.undone'>;
interface Draft {
  readonly steps: Map<string, readonly StepEntry[]>;
  readonly undone: Map<string, readonly UndoEntry[]>;
}

/** No request on its way. */
export const NO_TRACKING: TrackingState = { steps: new Map(), undone: new Map() };

/** Folds one entry; entries of other nouns pass by. */
export function foldTracking(state: TrackingState, entry: Entry): TrackingState {
  if (!isStep(entry) && entry.type !== 'request-step.undone') return state;
  const draft: Draft = { steps: new Map(state.steps), undone: new Map(state.undone) };
  apply(draft, entry);
  return draft;
}

/** Folds a whole ledger in one pass. */
export function projectTracking(entries: Iterable<Entry>): TrackingState {
  const draft: Draft = { steps: new Map(), undone: new Map() };
  for (const entry of entries) if (isStep(entry) || entry.type === 'request-step.undone') apply(draft, entry);
  return draft;
}

/** The steps of a request that count: those nobody took back. */
export function liveSteps({ steps, undone }: TrackingState, serial: string): readonly TrackingAct[] {
  return (steps.get(serial) ?? []).filter((entry) => !undone.has(entry.id)).map(actOf);
}

/** Every step of a request, with who took it back. */
export function allSteps(
  { steps, undone }: TrackingState,
  serial: string,
): readonly (TrackingAct & { readonly undone?: TrackingUndo })[] {
  return (steps.get(serial) ?? []).map((entry) => {
    const [undo] = undone.get(entry.id) ?? [];
    return { ...actOf(entry), ...(undo ? { undone: { entry: undo.id, at: undo.at, by: undo.by } } : {}) };
  });
}

/** Corrections whose step is not there: shown, never skipped. */
export function trackingFaults({ steps, undone }: TrackingState): readonly string[] {
  const known = new Set([...steps.values()].flat().map((entry) => entry.id));
  return [...undone].filter(([target]) => !known.has(target)).flatMap(([, undos]) => undos.map((undo) => undo.id));
}

function apply(draft: Draft, entry: StepEntry | UndoEntry): void {
  if (entry.type === 'request-step.undone') {
    const target = entry.corrects ?? '';
    draft.undone.set(target, inserted(draft.undone.get(target), entry));
  } else draft.steps.set(entry.subject, inserted(draft.steps.get(entry.subject), entry));
}

/** The list with the entry at its place; the same entry of two copies counts once. */
function inserted<E extends Entry>(list: readonly E[] = [], entry: E): readonly E[] {
  if (list.some((one) => one.id === entry.id)) return list;
  const after = list.findIndex((one) => compareEntries(one, entry) > 0);
  return after < 0 ? [...list, entry] : list.toSpliced(after, 0, entry);
}

const STEP_TYPES: ReadonlySet<string> = new Set(TRACKING_STEPS.map((step) => `request.${step}`));

function isStep(entry: Entry): entry is StepEntry {
  return STEP_TYPES.has(entry.type);
}

function actOf(entry: StepEntry): TrackingAct {
  const { id, at, by, type, payload } = entry;
  const { readBack: _, ...rest } = { readBack: true, ...payload };
  return { entry: id, step: type.slice('request.'.length) as TrackingStep, at, by, ...rest };
}
