import type { RecoveryFile, Unreadable } from '../../app/backup-port';
import type { SealedEntry } from '../../domain/ledger/entry';
import { place } from '../ledger/places';
import { readSealedLine } from '../ledger/sealed-line';
import { hashMatches } from '../seal';

/** An entry and where it was found. */
export interface FoundEntry {
  readonly entry: SealedEntry;
  readonly file: string;
  readonly line: number;
}

/** What the files of a journal folder hold. */
export interface JournalLines {
  /** Each entry once; of several readings of one place every different one. */
  readonly found: readonly FoundEntry[];
  readonly unreadable: readonly Unreadable[];
  /** Files that are a journal of this vault, or may be one. */
  readonly files: number;
}

/** The newest journal format this code reads (electron/journal). */
const JOURNAL_FORMAT = 1;

const NEWLINE = 10;
const decoder = new TextDecoder();

/** Takes every line that looks like an entry, wherever it stands: this is for journals nobody else reads any more. */
export async function journalLines(files: readonly RecoveryFile[], vault: string): Promise<JournalLines> {
  const found = new Map<string, FoundEntry>();
  const unreadable: Unreadable[] = [];
  let read = 0;
  for (const { name, bytes } of files.filter((file) => file.name.endsWith('.jsonl'))) {
    const stranger = strangerOf(firstLine(bytes), vault);
    if (stranger) {
      unreadable.push({ file: name, line: 0, why: stranger });
      continue;
    }
    read += 1;
    for (const { text, line } of linesOf(bytes)) {
      const entry = readSealedLine(text);
      if (entry) await keep(found, { entry, file: name, line });
      else if (text.trim() !== '' && !isHeader(line, text)) unreadable.push({ file: name, line, why: 'no-entry' });
    }
  }
  return { found: [...found.values()], unreadable, files: read };
}

// A line that was broken and written again later stands twice: the whole one counts.
async function keep(found: Map<string, FoundEntry>, one: FoundEntry): Promise<void> {
  const key = `${place(one.entry)} ${one.entry.hash}`;
  const other = found.get(key);
  if (!other || !(await hashMatches(other.entry))) found.set(key, one);
}

function strangerOf(line: string, vault: string): 'other-vault' | 'newer-format' | undefined {
  const header = parse(line);
  if (typeof header?.['format'] !== 'number') return undefined;
  if (header['format'] > JOURNAL_FORMAT) return 'newer-format';
  return typeof header['vault'] === 'string' && header['vault'] !== vault ? 'other-vault' : undefined;
}

function isHeader(line: number, text: string): boolean {
  return line === 1 && typeof parse(text)?.['format'] === 'number';
}

function firstLine(bytes: Uint8Array): string {
  const end = bytes.indexOf(NEWLINE);
  return decoder.decode(bytes.subarray(0, end === -1 ? bytes.length : end));
}

function* linesOf(bytes: Uint8Array): Generator<{ readonly text: string; readonly line: number }> {
  let line = 0;
  for (let start = 0; start < bytes.length;) {
    const next = bytes.indexOf(NEWLINE, start);
    const end = next === -1 ? bytes.length : next;
    line += 1;
    yield { text: decoder.decode(bytes.subarray(start, end)), line };
    start = end + 1;
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
