import { PortFailure } from '../../app/ports';
import type { BackupCounts } from '../../app/backup-port';
import { invariant } from '../../domain/basics/assert-never';
import type { SealedEntry } from '../../domain/ledger/entry';
import { type Bytes, fromBase64, fromUtf8, toBase64 } from '../bytes';
import { compress, expand } from '../compress';
import type { LibraryRow } from '../database';

/** A snapshot as it lies sealed; `copies` says which of its two copies has these bytes. */
export interface KeptSnapshot {
  readonly id: string;
  readonly copies: readonly ('database' | 'blob')[];
  readonly sealed: Bytes;
}

/** A draft as it lies sealed. */
export interface KeptDraft {
  readonly id: string;
  readonly author: string;
  readonly sealed: Bytes;
}

/** What a backup holds besides the vault file. */
export interface BackupContents {
  readonly entries: readonly SealedEntry[];
  readonly snapshots: readonly KeptSnapshot[];
  readonly drafts: readonly KeptDraft[];
  readonly library: readonly LibraryRow[];
}

const NEWLINE = 10;
const LINES_PER_PART = 1000;

export function countsOf({ entries, snapshots, drafts, library }: BackupContents): BackupCounts {
  const ids = new Set(snapshots.map(({ id }) => id));
  return { entries: entries.length, snapshots: ids.size, drafts: drafts.length, library: library.length };
}

/** One JSON line per thing, `[kind, value]`, compressed: any tool can read it once the seal is open. */
export function packContents({ entries, snapshots, drafts, library }: BackupContents): Promise<Bytes> {
  const base64 = <T extends { readonly sealed: Bytes }>(one: T) => ({ ...one, sealed: toBase64(one.sealed) });
  const lines = [
    ...entries.map((entry) => ['entry', entry]),
    ...snapshots.map((one) => ['snapshot', base64(one)]),
    ...drafts.map((one) => ['draft', base64(one)]),
    ...library.map((row) => ['library', row]),
  ];
  const parts: string[] = [];
  // A hundred thousand lines in one string would be longer than a string may be.
  for (let at = 0; at < lines.length; at += LINES_PER_PART)
    parts.push(
      lines
        .slice(at, at + LINES_PER_PART)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    );
  return compress(parts);
}

/** Throws PortFailure damaged. */
export async function unpackContents(packed: Bytes): Promise<BackupContents> {
  try {
    const bytes = await expand(packed);
    const entries: SealedEntry[] = [];
    const snapshots: KeptSnapshot[] = [];
    const drafts: KeptDraft[] = [];
    const library: LibraryRow[] = [];
    for (const [kind, value] of readLines(bytes)) {
      if (kind === 'entry') entries.push(value as SealedEntry);
      else if (kind === 'library') library.push(value as LibraryRow);
      else {
        const one = value as Omit<KeptSnapshot & KeptDraft, 'sealed'> & { readonly sealed: string };
        const sealed = fromBase64(one.sealed);
        if (kind === 'draft') drafts.push({ id: one.id, author: one.author, sealed });
        else {
          invariant(kind === 'snapshot', 'a backup of this format holds four kinds of things');
          snapshots.push({ id: one.id, copies: one.copies, sealed });
        }
      }
    }
    return { entries, snapshots, drafts, library };
  } catch (cause) {
    throw new PortFailure('damaged', 'the content of the backup does not read', { cause });
  }
}

function* readLines(bytes: Bytes): Generator<readonly [string, unknown]> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found;
    yield JSON.parse(fromUtf8(bytes.subarray(start, end))) as [string, unknown];
    start = end + 1;
  }
}
