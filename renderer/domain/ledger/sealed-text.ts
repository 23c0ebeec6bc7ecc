import { canonicalJson } from '../basics/json';
import type { EntryHead, SealedEntry } from './entry';

/** The head fields, in one text: additional authenticated data of the seal, so that none can be exchanged unnoticed. */
export function headText(entry: EntryHead): string {
  const { id, book, subject, device, seq, lamport, at, by, type, v, content, corrects, prev } = entry;
  return canonicalJson({ id, book, subject, device, seq, lamport, at, by, type, v, content, corrects, prev });
}

/** The text whose SHA-256 is `hash`: everything but the hash itself. */
export function sealedText(entry: Omit<SealedEntry, 'hash'>): string {
  return `${headText(entry)}\n${entry.epoch}\n${entry.iv}\n${entry.ct}`;
}
