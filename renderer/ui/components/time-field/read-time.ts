/** Reads a time of day as wards write it (`0740`, `7:40`, `07.40`); null when it is none. */
export function readTime(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*[:.h]?\s*(\d{2})\s*$/.exec(text);
  const [, hours = '', minutes = ''] = match ?? [];
  if (!match || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
