import type { Quarantined } from '../../app/ports';
import type { Result } from '../../domain/basics/result';
import type { Entry, EntryHead, SealedEntry } from '../../domain/ledger/entry';
import { isOpenType, OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Keyring } from '../keyring';
import { hashMatches, openEntry } from '../seal';
import { isSealedEntry } from './sealed-line';

/** The ledger's choke point between stored and folded (domain/ledger/decode). */
export type Decode = (
  head: EntryHead,
  payload: unknown,
) => Result<Entry, 'unknown-type' | 'newer-shape' | 'broken-payload'>;

/** What one row came to. `closed`: sealed for people while nobody is signed in; neither shown nor a fault. */
export type OpenedRow =
  | { readonly row: SealedEntry; readonly as: 'entry'; readonly entry: Entry }
  | { readonly row: SealedEntry; readonly as: 'closed' }
  /** Its key was destroyed by retention: it stays in the chain, unreadable, and is no fault. */
  | { readonly row: SealedEntry; readonly as: 'removed' }
  | { readonly row: SealedEntry; readonly as: 'quarantined'; readonly reason: Quarantined['reason'] };

const CHUNK = 250;

/** Opens rows in parallel, a chunk at a time, and lets the screen breathe in between. */
export async function openRows(
  rows: readonly SealedEntry[],
  keyring: Keyring,
  decode: Decode,
  onProgress?: (done: number) => void,
): Promise<readonly OpenedRow[]> {
  const opened: OpenedRow[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    opened.push(...(await Promise.all(rows.slice(at, at + CHUNK).map((row) => openRow(row, keyring, decode)))));
    onProgress?.(opened.length);
    await breathe();
  }
  return opened;
}

async function openRow(row: SealedEntry, keyring: Keyring, decode: Decode): Promise<OpenedRow> {
  const quarantine = (reason: Quarantined['reason']): OpenedRow => ({ row, as: 'quarantined', reason });
  if (!isSealedEntry(row)) return quarantine('damaged');
  // The workstation key opens without a sign-in; it must not be able to bring a signed form into the record.
  if (row.epoch === OPEN_EPOCH && !isOpenType(row.type)) return quarantine('wrong-key');
  if (keyring.isRemoved?.(row.epoch) === true) return { row, as: 'removed' };
  const key = keyring.key(row.epoch);
  if (!key) return keyring.epoch === undefined ? { row, as: 'closed' } : quarantine('wrong-key');
  let payload: unknown;
  try {
    payload = await openEntry(row, key);
  } catch {
    // The seal vouches for head and payload, so hashing every row as well would only cost time (verify does it). With a
    // right hash these bytes are what somebody wrote, but not with this vault's key.
    return quarantine((await hashMatches(row)) ? 'wrong-key' : 'damaged');
  }
  const { epoch: _epoch, iv: _iv, ct: _ct, hash: _hash, ...head } = row;
  const decoded = decode(head, payload);
  return decoded.ok ? { row, as: 'entry', entry: decoded.value } : quarantine(decoded.error);
}

function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
