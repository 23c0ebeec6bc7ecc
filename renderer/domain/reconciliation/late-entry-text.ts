import { toEpochMs, type Instant } from '../basics/time';
import { clockTimeIn, localTimeAt } from '../basics/zoned-time';

/**
 * The comment that goes with a value typed later, so that nobody takes it for a new event: true time, time of entry,
 * the outage it comes from, and the author where a colleague types it (proxy rule, [H-BAN1]).
 */
export function lateEntryText(input: {
  /** `Given`, `Taken`, `Measured` … */
  readonly verb: string;
  readonly occurredAt: Instant;
  readonly enteredAt: Instant;
  readonly since: Instant;
  readonly until: Instant;
  /** IANA zone of the ward. */
  readonly zone: string;
  readonly serial?: string;
  /** Printed name of who did it, when somebody else types it. */
  readonly author?: string;
}): string {
  const day = dayIn(input.zone, input.occurredAt);
  const time = (instant: Instant): string => {
    const ms = toEpochMs(instant);
    const clock = clockTimeIn(input.zone, ms);
    // The day is said only where it differs: a night's outage ends on the next day.
    return dayIn(input.zone, instant) === day ? clock : `${dayIn(input.zone, instant)} ${clock}`;
  };
  const parts = [
    `${input.verb} ${time(input.occurredAt)}${input.author === undefined ? '' : ` by ${input.author}`}`,
    `entered ${time(input.enteredAt)}`,
    'late entry',
    `EHR downtime ${time(input.since)}–${time(input.until)}`,
    ...(input.serial === undefined ? [] : [`paper ${input.serial}`]),
  ];
  return parts.join(', ');
}

function dayIn(zone: string, instant: Instant): string {
  const { year, month, day } = localTimeAt(zone, toEpochMs(instant));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
