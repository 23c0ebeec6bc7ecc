import type { Delivery } from './projection';

/** A message that is to be sent, without its text. */
export interface Outbound {
  readonly control: string;
  readonly patient: string;
  /** Control ids of messages the receiver must have accepted first: who it is about, the order of a dose. */
  readonly needs: readonly string[];
}

/** What is to be done with a message now. */
export type Step =
  | { readonly do: 'send' }
  | { readonly do: 'skip' }
  /** `for`: the message it waits for. */
  | { readonly do: 'hold'; readonly for: string };

/**
 * What to do with one message, from what is known by now. A child is held until each parent is accepted: an order for a
 * patient the EHR does not know, or a dose without its order, would be filed wrongly or lost (practice.md E).
 */
export function stepOf(message: Outbound, deliveries: ReadonlyMap<string, Pick<Delivery, 'answer'>>): Step {
  if (deliveries.get(message.control)?.answer === 'accepted') return { do: 'skip' };
  const parent = message.needs.find((control) => deliveries.get(control)?.answer !== 'accepted');
  return parent === undefined ? { do: 'send' } : { do: 'hold', for: parent };
}

/** How many messages are accepted, rejected, held behind another one, and not sent yet. */
export interface DeliveryCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly held: number;
  readonly waiting: number;
}

/** Counts a list of messages as it stands. */
export function countDeliveries(
  messages: readonly Outbound[],
  deliveries: ReadonlyMap<string, Delivery>,
): DeliveryCounts {
  const counts = { accepted: 0, rejected: 0, held: 0, waiting: 0 };
  for (const message of messages) {
    const step = stepOf(message, deliveries);
    if (step.do === 'skip') counts.accepted += 1;
    else if (deliveries.get(message.control)?.answer === 'rejected') counts.rejected += 1;
    else if (step.do === 'hold') counts.held += 1;
    else counts.waiting += 1;
  }
  return counts;
}
