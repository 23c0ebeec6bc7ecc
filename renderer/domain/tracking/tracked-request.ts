import { toEpochMs, type Instant } from '../basics/time';
import type { AgeingLimit, AgeingPolicy } from './ageing-limits';
import { TRACKING_STEPS, type TrackingStep } from './entries';
import { liveSteps, type TrackingState } from './projection';
import type { RequestSheet, RequestTest, WrittenStep } from './request-sheet';

/** Where a test or a whole request is. */
export type TrackingStage = 'requested' | TrackingStep;

/** What is counted, and how alarming it is. */
export interface Ageing {
  readonly clock: 'result' | 'transit' | 'call';
  readonly level: 'in-time' | 'amber' | 'red';
  /** When it becomes late, epoch ms. */
  readonly dueMs: number;
}

/** One test with where it is. */
export interface TrackedTest extends RequestTest {
  readonly stage: TrackingStage;
}

/** A request with all that was noted, at a moment. */
export interface TrackedRequest extends RequestSheet {
  readonly tests: readonly TrackedTest[];
  /** Where its slowest test is. */
  readonly stage: TrackingStage;
  /** The last step that counts for that stage. */
  readonly last?: WrittenStep & { readonly entry?: string };
  /** Somebody still waits for it: no result yet, or one that must be phoned. */
  readonly waits: boolean;
  /** The most urgent clock, where one runs. */
  readonly ageing?: Ageing;
  /** Milliseconds since it was asked for. */
  readonly ageMs: number;
  /** What usually comes next; none when it is over. */
  readonly next?: Exclude<TrackingStep, 'cancelled'>;
}

const RANK: Readonly<Record<TrackingStage, number>> = {
  requested: 0,
  collected: 1,
  sent: 2,
  received: 3,
  resulted: 4,
  called: 5,
  cancelled: 6,
};

/** Where a request is now, and what is late about it. */
export function trackRequest(
  sheet: RequestSheet,
  state: TrackingState,
  now: Instant,
  policy: AgeingPolicy,
): TrackedRequest {
  const steps = [...sheet.written, ...liveSteps(state, sheet.serial)];
  const tests = sheet.tests.map((test) => ({ ...test, stage: stageOf(steps.filter(about(test.code))) }));
  const open = tests.filter((test) => test.stage !== 'cancelled');
  const slowest = open.toSorted((a, b) => RANK[a.stage] - RANK[b.stage])[0];
  const stage = sheet.struck ? 'cancelled' : (slowest?.stage ?? 'cancelled');
  const last = steps.findLast((step) => step.step === stage);
  const limits = policy[sheet.kind.department][sheet.priority] ?? {};
  const waits = RANK[stage] < RANK.resulted || (stage === 'resulted' && limits.call !== undefined);
  const nowMs = toEpochMs(now);
  const clocks: Ageing[] = [];
  const run = (clock: Ageing['clock'], fromMs: number, limit: AgeingLimit | undefined): void => {
    if (limit) clocks.push(ageing(clock, fromMs, limit, nowMs));
  };
  if (RANK[stage] < RANK.resulted) {
    run('result', sheet.startMs, limits.result);
    if (sheet.neededByMs !== undefined) run('result', sheet.neededByMs, { amber: -15, red: 0 });
    if (stage === 'sent' && last) run('transit', toEpochMs(last.occurredAt), limits.transit);
  } else if (stage === 'resulted' && last) run('call', toEpochMs(last.occurredAt), limits.call);
  const worst = clocks.toSorted((a, b) => LEVEL[b.level] - LEVEL[a.level] || a.dueMs - b.dueMs)[0];
  const next = sheet.kind.steps.find((step) => step !== 'cancelled' && RANK[step] > RANK[stage]);
  return {
    ...sheet,
    tests,
    stage,
    waits,
    ageMs: Math.max(0, nowMs - toEpochMs(sheet.requestedAt)),
    ...(last ? { last } : {}),
    ...(worst ? { ageing: worst } : {}),
    ...(next !== undefined && next !== 'cancelled' && stage !== 'cancelled' ? { next } : {}),
  };
}

/** Late ones first, the longest on top; then by when they become late, without a clock by age; what is over last. */
export function byUrgency(a: TrackedRequest, b: TrackedRequest): number {
  if (a.waits !== b.waits) return a.waits ? -1 : 1;
  const level = (one: TrackedRequest): number => (one.ageing ? LEVEL[one.ageing.level] : 0);
  if (level(a) !== level(b)) return level(b) - level(a);
  const due = (one: TrackedRequest): number => one.ageing?.dueMs ?? Number.POSITIVE_INFINITY;
  if (due(a) !== due(b)) return due(a) < due(b) ? -1 : 1;
  return b.ageMs - a.ageMs || (a.serial < b.serial ? -1 : 1);
}

/** Whether a request is late. */
export function isLate(request: TrackedRequest): boolean {
  return request.waits && request.ageing?.level === 'red';
}

const LEVEL: Readonly<Record<Ageing['level'], number>> = { 'in-time': 0, amber: 1, red: 2 };

function ageing(clock: Ageing['clock'], fromMs: number, { amber, red }: AgeingLimit, nowMs: number): Ageing {
  const minutes = (nowMs - fromMs) / 60_000;
  const level = minutes >= red ? 'red' : minutes >= amber ? 'amber' : 'in-time';
  return { clock, level, dueMs: fromMs + red * 60_000 };
}

function about(code: string): (step: WrittenStep) => boolean {
  return ({ tests }) => tests === undefined || tests.includes(code);
}

/** The furthest step counts; the result of a cancelled test that came anyway does not open it again. */
function stageOf(steps: readonly WrittenStep[]): TrackingStage {
  const done = new Set(steps.map(({ step }) => step));
  return TRACKING_STEPS.findLast((step) => done.has(step)) ?? 'requested';
}
