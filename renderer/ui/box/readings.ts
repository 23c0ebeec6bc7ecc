import type { Box, BoxState } from '../../app/box';
import type { Settings } from '../../app/settings';
import { wardHere } from '../../app/ward-here';
import { elapsedMs, toEpochMs, type Instant } from '../../domain/basics/time';
import { lateSteps, nextDue } from '../../domain/checklist/run-view';
import type { OutagesState, OutageState } from '../../domain/outage/outage';
import { currentOutage } from '../../domain/outage/projection';
import { isLate } from '../../domain/tracking/tracked-request';
import { openProblems, problemClock } from '../../domain/runbook/open-problem';
import type { StripEvent } from '../frame/clock-strip/clock-strip';
import { hrefTo } from '../route/route';
import { wardInstant } from './ward-instant';

export { wardHere };

/** What the state block of the strip says. A drill is striped; after the all-clear the EHR is up since then. */
export function stripEvent(outages: OutagesState): StripEvent {
  const event = currentOutage(outages);
  if (event?.stage === 'running') return { kind: event.kind === 'drill' ? 'drill' : 'down', since: event.since };
  return { kind: 'up', since: event?.until ?? null };
}

/** The running event, or undefined. */
export function runningEvent(state: BoxState): OutageState | undefined {
  const event = currentOutage(state.world.outages);
  return event?.stage === 'running' ? event : undefined;
}

/** Time of the snapshot: null when there is none, undefined while nobody could know (not signed in yet). */
export function snapshotOf(state: BoxState): Instant | null | undefined {
  return state.snapshot?.asOf ?? state.world.patients.lastImport?.asOf ?? (state.signedIn ? null : undefined);
}

/** From this age on printed charts must be rewritten and handed over (phase "After 8 hours"): the data is a lead, no more. */
const OLD_IN_DOWNTIME_MINUTES = 8 * 60;

/**
 * How alarming the snapshot's age is. While the EHR is up this workstation's limits hold: beyond the second one the feed
 * is broken. In a downtime every snapshot ages, so red is kept for data that was old when the EHR stopped, or is from
 * another shift by now; otherwise an alarm nobody can answer would stand there all night.
 */
export function snapshotAge(
  asOf: Instant,
  now: Instant,
  limits: Pick<Settings, 'staleAfterMinutes' | 'oldAfterMinutes'>,
  downSince?: Instant,
): 'fresh' | 'stale' | 'old' {
  const minutes = elapsedMs(asOf, now) / 60_000;
  if (downSince === undefined)
    return minutes >= limits.oldAfterMinutes ? 'old' : minutes >= limits.staleAfterMinutes ? 'stale' : 'fresh';
  const wasOld = elapsedMs(asOf, downSince) / 60_000 >= limits.oldAfterMinutes;
  return wasOld || minutes >= OLD_IN_DOWNTIME_MINUTES ? 'old' : minutes >= limits.staleAfterMinutes ? 'stale' : 'fresh';
}

/**
 * The most urgent timed thing of this ward: steps of all role cards running and known problems in work; the longest late
 * one, else the next.
 */
export function nextDueOf(
  box: Box,
  state: BoxState,
  now: Instant,
): { text: string; dueAt: Instant; late: boolean; href: string } | null {
  const event = currentOutage(state.world.outages);
  if (!event || event.stage === 'closed') return null;
  const ward = wardHere(event, state.vault?.ward);
  const found = state.library.checklists.flatMap((card) => {
    const view = box.checklists.view({ outage: event.id, ward, checklist: card.id, now });
    const step = view && (lateSteps(view)[0] ?? nextDue(view));
    if (!step?.dueAt) return [];
    const { object, id } = step.step;
    return [{ text: object, dueAt: step.dueAt, late: step.overdueMs > 0, href: hrefTo('tasks', card.id, id) }];
  });
  const problems = openProblems(state.world.problems, event.id).flatMap((open) => {
    const clock = problemClock(open);
    const page = state.library.problems.find((one) => one.id === open.problem);
    if (!clock || !page || open.ward !== ward) return [];
    const href = hrefTo('problems', page.id, open.id);
    return [{ text: page.title, dueAt: wardInstant(clock.dueMs, now), late: clock.dueMs <= toEpochMs(now), href }];
  });
  // One line for all of them: what is late longest is on top of the list it opens.
  const [request] = state.signedIn
    ? box.tracking.list(now).flatMap((one) => {
        if (!isLate(one) || !one.ageing) return [];
        const text = [...one.tests.slice(0, 2).map((test) => test.label), one.serial].join(', ');
        return [{ text, dueAt: wardInstant(one.ageing.dueMs, now), late: true, href: hrefTo('requests', one.serial) }];
      })
    : [];
  return (
    [...found, ...problems, ...(request ? [request] : [])].toSorted(
      (a, b) => toEpochMs(a.dueAt) - toEpochMs(b.dueAt),
    )[0] ?? null
  );
}
