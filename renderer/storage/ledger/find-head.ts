import type { HeadFound } from '../../app/ports';
import type { DatabaseCopy } from './database-copy';
import type { JournalMirror } from './journal-mirror';
import { soundRows } from './sound-rows';

const CODE = /^([0-9a-f]{4})[\s-]?([0-9a-f]{4})$/u;

/** The hash's beginning behind a typed-in code; undefined where it is none. Read off paper: letters that look like digits count as those. */
export function readHeadCode(typed: string): string | undefined {
  const [, first, second] = CODE.exec(typed.trim().toLowerCase().replaceAll('o', '0').replaceAll(/[il]/gu, '1')) ?? [];
  return first === undefined || second === undefined ? undefined : first + second;
}

/** Entries at which a chain had the head that a paper shows. Only entries that are still as they were written count. */
export async function findHead(
  copies: { readonly journal: JournalMirror; readonly database: DatabaseCopy },
  code: string,
): Promise<readonly HeadFound[]> {
  const start = readHeadCode(code);
  if (start === undefined) return [];
  const { rows } = await soundRows(copies);
  return rows.flatMap(({ device, seq, at, type, hash }, index) =>
    hash.startsWith(start) ? [{ device, seq, at, type, newest: rows[index + 1]?.device !== device }] : [],
  );
}
