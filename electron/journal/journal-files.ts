import { readdir } from 'node:fs/promises';
import { errnoOf } from '../disk/shell-failure';

/** One file of the journal, known by its name. */
export interface JournalFileName {
  readonly name: string;
  readonly day: string;
  readonly device: string;
  readonly n: number;
}

const pattern = /^(\d{4}-\d\d-\d\d)\.([A-Za-z0-9_-]{1,64})\.(\d{1,9})\.jsonl$/;

/** `<day>.<device>.<n>.jsonl`. */
export function journalFileName(day: string, device: string, n: number): string {
  return `${day}.${device}.${n}.jsonl`;
}

/** This PC's calendar day, for people who look into the folder. */
export function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The journal's files by device and number. `n` counts up per device over all days, and it alone orders:
 * a clock set back by a day must not put new entries before old ones.
 */
export async function listJournalFiles(folder: string): Promise<JournalFileName[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [] as string[];
    throw error;
  });
  return names
    .map(parseName)
    .filter((file) => file !== undefined)
    .sort((a, b) => (a.device === b.device ? a.n - b.n : a.device < b.device ? -1 : 1));
}

function parseName(name: string): JournalFileName | undefined {
  const [, day, device, n] = pattern.exec(name) ?? [];
  return day !== undefined && device !== undefined && n !== undefined ? { name, day, device, n: Number(n) } : undefined;
}
