import type { Entry } from '../ledger/entry';
import type { Answer } from './entries';

/** How a message stands at the receiver. */
export interface Delivery {
  readonly answer: Answer;
  readonly tries: number;
  readonly at: string;
  readonly code?: string;
  readonly reason?: string;
}

/** What is known of every message ever tried, by control id. Once accepted stays accepted: a late "no" changes nothing. */
export function deliveriesOf(entries: Iterable<Entry>): ReadonlyMap<string, Delivery> {
  const deliveries = new Map<string, Delivery>();
  for (const entry of entries) {
    if (entry.type !== 'message.sent') continue;
    const { control, answer, code, reason } = entry.payload;
    const before = deliveries.get(control);
    const tries = (before?.tries ?? 0) + 1;
    if (before?.answer === 'accepted') deliveries.set(control, { ...before, tries });
    else
      deliveries.set(control, {
        answer,
        tries,
        at: entry.at,
        ...(code === undefined ? {} : { code }),
        ...(reason === undefined ? {} : { reason }),
      });
  }
  return deliveries;
}
