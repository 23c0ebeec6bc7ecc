import type { Instant } from '../../../domain/basics/time';
import { toEpochMs } from '../../../domain/basics/time';
import type { LogLine, OutageState } from '../../../domain/outage/outage';
import type { SeenClockChange } from '../../../domain/workstation/clock-changes';
import type { ProblemStoryItem } from '../problems/problem-story';

/** One line of the event's story, by the time it happened. */
export type TimelineItem = { readonly id: string; readonly occurredAt: Instant } & (
  | ProblemStoryItem
  | { readonly what: 'declared' | 'resumed' | 'ended'; readonly by?: string }
  | { readonly what: 'joined'; readonly ward: string }
  | {
      readonly what: 'system';
      readonly system: string;
      readonly state: 'up' | 'down' | 'degraded';
      readonly saidBy?: string;
      readonly by?: string;
    }
  | { readonly what: 'update'; readonly text: string; readonly saidBy?: string; readonly by: string }
  | { readonly what: 'line'; readonly line: LogLine }
  | { readonly what: 'clock'; readonly change: SeenClockChange }
);

/** The event's story, newest first: what it was, who joined, what went up and down, what people wrote, problems and their fixes. */
export function timelineOf(
  event: OutageState,
  problems: readonly ProblemStoryItem[] = [],
  clock: readonly SeenClockChange[] = [],
): readonly TimelineItem[] {
  const items: TimelineItem[] = [
    ...problems,
    { id: 'declared', what: 'declared', occurredAt: event.since, by: event.declaredBy },
  ];
  for (const [index, span] of event.spans.entries()) {
    if (index > 0) items.push({ id: `resumed-${index}`, what: 'resumed', occurredAt: span.from });
    if (span.until !== undefined)
      items.push({
        id: `ended-${index}`,
        what: 'ended',
        occurredAt: span.until,
        ...(event.endedBy === undefined ? {} : { by: event.endedBy }),
      });
  }
  for (const { ward, since } of event.wards)
    if (ward !== event.ward) items.push({ id: `joined-${ward}`, what: 'joined', ward, occurredAt: since });
  // What was down from the start is told by the declaration.
  for (const { at: _, since, ...change } of event.changes) items.push({ what: 'system', occurredAt: since, ...change });
  for (const { id, at, text, saidBy, by } of event.updates)
    items.push({ id, what: 'update', occurredAt: at, text, by, ...(saidBy === undefined ? {} : { saidBy }) });
  for (const change of clock) items.push({ id: change.id, what: 'clock', occurredAt: change.is, change });
  for (const line of event.log) items.push({ id: line.id, what: 'line', occurredAt: line.occurredAt, line });
  // Of one minute, too, what came last stands on top.
  return items.toReversed().toSorted((a, b) => toEpochMs(b.occurredAt) - toEpochMs(a.occurredAt));
}
