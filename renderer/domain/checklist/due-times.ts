import { toEpochMs, type Instant } from '../basics/time';
import type { DueRule, PhaseId } from './checklist';
import { isAfterEnd, phaseRule } from './phases';
import { epochMsOfLocal, localTimeAt } from '../basics/zoned-time';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What due times are counted from: never counts that could be lost in a restart, only instants. */
export interface RunTimes {
  /** Start of the outage for this ward. */
  readonly start: Instant;
  /** The all-clear, when given. */
  readonly end?: Instant;
  /** IANA zone of the ward's clock, for "at midnight". */
  readonly zone: string;
}

/** When a phase opens, in epoch ms; undefined outside of an outage or while the all-clear is not given. */
export function phaseOpensAtMs(phase: PhaseId, times: RunTimes): number | undefined {
  const { opens } = phaseRule(phase);
  if ('fromStart' in opens) return toEpochMs(times.start) + opens.fromStart * MINUTE;
  if ('fromEnd' in opens && times.end !== undefined) return toEpochMs(times.end) + opens.fromEnd * MINUTE;
  return undefined;
}

/** Whether a rule makes rounds. */
export function isRepeated(rule: DueRule | undefined): boolean {
  return rule !== undefined && ('every' in rule || 'atClock' in rule);
}

/** When a round of a step is due, in epoch ms; undefined: at no given time, or its phase cannot open yet. */
export function dueAtMs(rule: DueRule | undefined, phase: PhaseId, times: RunTimes, round = 1): number | undefined {
  if (rule === undefined) return undefined;
  const start = toEpochMs(times.start);
  if ('fromStart' in rule) return start + rule.fromStart * MINUTE;
  const opens = phaseOpensAtMs(phase, times);
  if ('fromPhase' in rule) return opens === undefined ? undefined : opens + rule.fromPhase * MINUTE;
  if ('every' in rule) {
    const base = rule.from === 'start' ? start : opens;
    return base === undefined ? undefined : base + (rule.first + (round - 1) * rule.every) * MINUTE;
  }
  return opens === undefined ? undefined : clockOccurrence(rule.atClock, opens, times.zone, round);
}

/** How many rounds were due at or before a moment. 0 for a step done once. */
export function roundsDueBy(rule: DueRule | undefined, phase: PhaseId, times: RunTimes, untilMs: number): number {
  if (rule === undefined || !isRepeated(rule)) return 0;
  // Rounds belong to their side of the all-clear: no hourly round is due after it.
  const end = times.end === undefined ? untilMs : toEpochMs(times.end);
  const until = isAfterEnd(phase) ? untilMs : Math.min(untilMs, end);
  const first = dueAtMs(rule, phase, times, 1);
  if (first === undefined || first > until) return 0;
  if ('every' in rule) return Math.floor((until - first) / (rule.every * MINUTE)) + 1;
  // A day has 23 to 25 hours: estimate, then correct.
  let rounds = Math.max(1, Math.floor((until - first) / DAY));
  while ((dueAtMs(rule, phase, times, rounds + 1) ?? Infinity) <= until) rounds += 1;
  while (rounds > 0 && (dueAtMs(rule, phase, times, rounds) ?? Infinity) > until) rounds -= 1;
  return rounds;
}

/** The nth time after a moment that the ward's clock shows `HH:MM`. */
function clockOccurrence(clock: string, afterMs: number, zone: string, nth: number): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const { year, month, day } = localTimeAt(zone, afterMs);
  const onDay = (days: number): number => epochMsOfLocal(zone, { year, month, day: day + days, hour, minute });
  const today = onDay(0) > afterMs ? 0 : 1;
  return onDay(today + nth - 1);
}
