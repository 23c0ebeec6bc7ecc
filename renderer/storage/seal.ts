import { canonicalJson } from '../domain/basics/json';
import type { EntryHead, SealedEntry } from '../domain/ledger/entry';
import { headText, sealedText } from '../domain/ledger/sealed-text';
import { type Bytes, fromBase64, fromUtf8, toBase64, toHex, utf8 } from './bytes';

/** A data key in use: non-extractable, named by its epoch. */
export interface DataKey {
  readonly epoch: number;
  readonly key: CryptoKey;
}

// 96 random bits are safe for 2^32 seals under one key (SP 800-38D); a ward writes a few thousand a day.
const IV_BYTES = 12;

export async function sha256Hex(data: string | Bytes): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : data);
  return toHex(new Uint8Array(digest));
}

export function newIv(): Bytes {
  return crypto.getRandomValues(new Uint8Array(IV_BYTES));
}

/** Seals a payload under its head: changing one head field later makes the payload unopenable. */
export async function sealEntry(head: EntryHead, payload: unknown, { epoch, key }: DataKey): Promise<SealedEntry> {
  const iv = newIv();
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(headText(head)) },
    key,
    utf8(canonicalJson(payload)),
  );
  const open = { ...head, epoch, iv: toBase64(iv), ct: toBase64(new Uint8Array(ct)) };
  return { ...open, hash: await sha256Hex(sealedText(open)) };
}

/** Opens a payload; throws where key, head, IV or cipher text do not belong together. */
export async function openEntry(sealed: SealedEntry, key: CryptoKey): Promise<unknown> {
  const clear = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64(sealed.iv), additionalData: utf8(headText(sealed)) },
    key,
    fromBase64(sealed.ct),
  );
  return JSON.parse(fromUtf8(new Uint8Array(clear)));
}

/** Whether an entry still is what was hashed; needs no key. */
export async function hashMatches(sealed: SealedEntry): Promise<boolean> {
  return (await sha256Hex(sealedText(sealed))) === sealed.hash;
}
