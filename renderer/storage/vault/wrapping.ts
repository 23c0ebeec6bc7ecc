import { canonicalJson } from '../../domain/basics/json';
import { type Bytes, concat, fromBase64, toBase64, utf8 } from '../bytes';
import { newIv } from '../seal';
import type { Slot, Wrapped } from './vault-file';

const KEY_BYTES = 32;
const NO_SALT = new Uint8Array(0);

/** 32 random bytes for a key. */
export function newKeyBytes(): Bytes {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** A wrapping key from secret material, one per label: the same material never serves two ends. */
export async function wrappingKey(material: Bytes, label: string, salt: Bytes = NO_SALT): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  const params = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`downtime-box/${label}/v1`) };
  return crypto.subtle.deriveKey(params, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function wrap(under: CryptoKey, key: Bytes, bound: string): Promise<Wrapped> {
  const iv = newIv();
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(bound) }, under, key);
  return { iv: toBase64(iv), ct: toBase64(new Uint8Array(ct)) };
}

/** Undefined where the key is not the right one, or what was bound has been changed: AES-GCM does not say which. */
export async function unwrap(under: CryptoKey, { iv, ct }: Wrapped, bound: string): Promise<Bytes | undefined> {
  try {
    const params = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: utf8(bound) };
    return new Uint8Array(await crypto.subtle.decrypt(params, under, fromBase64(ct)));
  } catch {
    return undefined;
  }
}

/** A data key for use: it cannot be exported any more. */
export function dataKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The slot key: the stretched secret, and for a PIN this PC's device secret with it. */
export function slotKey(stretched: Bytes, deviceSecret: Bytes | undefined, salt: Bytes): Promise<CryptoKey> {
  return wrappingKey(deviceSecret ? concat(stretched, deviceSecret) : stretched, 'slot', salt);
}

/**
 * What a slot's key is bound to. With the name and role of its person, so that nobody becomes another person or a
 * manager by editing the file.
 */
export function slotBinding(
  vault: string,
  slot: Omit<Slot, 'root'>,
  person: { readonly name: string; readonly role: string } | undefined,
): string {
  return canonicalJson({ vault, ...slot, name: person?.name, role: person?.role });
}
