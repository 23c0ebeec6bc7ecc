import type { Instant } from '../basics/time';

/** What a receiver said to a message. `none`: nothing came, or nothing that could be read. */
export type Answer = 'accepted' | 'rejected' | 'none';

/** Facts about messages sent to another system. subject = opaque patient id; book = the outage. No content is kept. */
export interface DeliveryEntries {
  /** A message went out and this is what became of it. One fact per try. */
  readonly 'message.sent': {
    /** MSH-10: always the same for the same fact in the same state. */
    readonly control: string;
    /** `ADT^A02`. */
    readonly kind: string;
    readonly answer: Answer;
    /** The receiver's code (AA, AE, AR, CA …) and the code of its reason; never its free text. */
    readonly code?: string;
    readonly reason?: string;
    readonly sentAt: Instant;
  };
}
