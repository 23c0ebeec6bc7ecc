import type { Instant } from '../../domain/basics/time';
import type { QueueItem } from '../../domain/reconciliation/queue';

/** Day and time as they were on the ward. */
export function stamp(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
}

/** Who marked an item when, as one line of paper. */
export function markText(item: QueueItem, nameOf: (id: string) => string): string {
  const { mark } = item;
  if (!mark) return item.byPolicy ? 'stays on paper' : 'open';
  const as = mark.as === 'not-needed' ? 'not needed' : mark.as;
  return `${as} ${stamp(mark.at)} ${nameOf(mark.by)}${mark.ref === undefined ? '' : `, ${mark.ref}`}${mark.reason === undefined ? '' : `: ${mark.reason}`}`;
}
