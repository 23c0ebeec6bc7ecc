import type { Instant } from '../basics/time';

/** What can happen to a request after it was signed, in the order it usually does; any may be noted without the one before. */
export const TRACKING_STEPS = ['collected', 'sent', 'received', 'resulted', 'called', 'cancelled'] as const;

/** One of them. */
export type TrackingStep = (typeof TRACKING_STEPS)[number];

/** When it really happened (the entry's `at` is when it was noted), and for which tests: all where none is named. */
interface Noted {
  readonly occurredAt: Instant;
  /** Codes of tests of the request, as `requestSheet` reads them. */
  readonly tests?: readonly string[];
}

/** Facts about a signed request on its way to a result. subject = serial of the request's form. */
export interface TrackingEntries {
  readonly 'request.collected': Noted;
  readonly 'request.sent': Noted;
  readonly 'request.received': Noted;
  readonly 'request.resulted': Noted;
  /** The result was given by phone and read back; without the reading back there is no such fact. */
  readonly 'request.called': Noted & { readonly givenBy: string; readonly readBack: true };
  readonly 'request.cancelled': Noted & { readonly reason: string };
  /** Takes back one of the facts above; the entry's `corrects` names it. */
  readonly 'request-step.undone': { readonly step: TrackingStep };
}
