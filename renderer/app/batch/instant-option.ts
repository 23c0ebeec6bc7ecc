import { isInstant } from '../../domain/basics/time';
import { wardTimes } from '../ward-clock';
import { type BatchContext, usage } from './command';

/**
 * Reads an ISO time option. A time without an offset is taken in this PC's zone, as a script on this PC means it;
 * a date alone is refused: midnight is rarely meant. Answers the box's own now when the option is missing.
 */
export function instantOption(context: BatchContext, name: string): string {
  const given = context.option(name);
  if (given === undefined) return context.box.clock.now();
  return readInstant(given, `--${name}`);
}

/** Reads a time as `instantOption` does. */
export function readInstant(given: string, where: string): string {
  const text = given.trim();
  // UTC is no clock on a wall: the paper would show an hour that no clock of the ward shows.
  if (isInstant(text)) return wardTimes(text, withLocalOffset(new Date(text)));
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)) {
    const date = new Date(text);
    if (!Number.isNaN(date.getTime())) return withLocalOffset(date);
  }
  throw usage(`${where}: an ISO time such as 2026-11-22T05:27:00+01:00, not "${text.slice(0, 40)}"`, where);
}

function withLocalOffset(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const sign = minutes < 0 ? '-' : '+';
  const part = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${local}${sign}${part(minutes / 60)}:${part(Math.abs(minutes) % 60)}`;
}
