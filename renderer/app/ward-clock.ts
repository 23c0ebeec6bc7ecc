import type { Instant } from '../domain/basics/time';

/** An instant on the clock of the ward, whichever offset it was written with: the shell and files tell UTC. */
export function onWardClock(instant: string, now: Instant): Instant {
  const ms = Date.parse(instant);
  if (!Number.isFinite(ms)) return now;
  const zone = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return `${new Date(ms + ahead).toISOString().slice(0, -1)}${zone}`;
}
