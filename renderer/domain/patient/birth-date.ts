import type { CalendarDate } from '../basics/time';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Days of a month, leap years included. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return (
    [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
      month - 1
    ] ?? 0
  );
}

/** Whether a text is a calendar date that exists: YYYY, YYYY-MM or YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `14-Aug-1980`: month in letters, so that nobody reads day for month (NHS Common User Interface, patient banner). */
export function formatBirthDate(date: CalendarDate | undefined): string {
  if (date === undefined) return 'Not in snapshot';
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day, name, year].filter((part) => part !== undefined).join('-');
}
