const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+-](\d\d):(\d\d))$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?$/;

/** Whether a text is a FHIR date that exists: 1950-02-30 does not (seven of nine validators took it, standards.md 2). */
export function isRealDate(text: string): boolean {
  const found = DATE.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether a text is a FHIR dateTime that exists: a date, or a date with time of day and offset. */
export function isRealDateTime(text: string): boolean {
  const found = DATE_TIME.exec(text);
  if (!found) return isRealDate(text);
  const offsetOk = found[6] === undefined || (Number(found[6]) <= 14 && Number(found[7]) < 60);
  return isRealDate(found[1] ?? '') && clockOk(found[2], found[3], found[4]) && offsetOk;
}

/** Whether a text is a FHIR time, hh:mm:ss. */
export function isRealTime(text: string): boolean {
  const found = TIME.exec(text);
  return found !== null && clockOk(found[1], found[2], found[3]);
}

/**
 * -1, 0, 1, or undefined where it cannot be told: 2026-11 is neither before nor after 2026-11-22. Dates, dateTimes
 * and times each with their own kind; instants of different offsets are compared as instants.
 */
export function compareMoments(a: string, b: string): number | undefined {
  if (DATE_TIME.test(a) && DATE_TIME.test(b)) return Math.sign(Date.parse(a) - Date.parse(b));
  if (TIME.test(a) && TIME.test(b)) return order(a, b);
  const [left, right] = [a.split('T')[0] ?? a, b.split('T')[0] ?? b];
  const common = Math.min(left.length, right.length);
  const compared = order(left.slice(0, common), right.slice(0, common));
  return compared !== 0 || a.length === b.length ? compared : undefined;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function clockOk(hour: string | undefined, minute: string | undefined, second: string | undefined): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
