import { type Bytes, fromBase64, toBase64, utf8 } from '../bytes';
import { sha256Hex } from '../seal';
import type { Slot } from './vault-file';
import { slotBinding, unwrap, wrap, wrappingKey } from './wrapping';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SECRET_BITS = 256;
const SALT_BYTES = 16;

/** The way in for the hospital's IT: the root key sealed to a public key whose private half lies off-line. */
export async function makeItSlot(
  about: Pick<Slot, 'id' | 'createdAt' | 'createdBy'> & { readonly vault: string },
  /** Base64 of the public key, DER (SubjectPublicKeyInfo), P-256. */
  publicKey: string,
  root: Bytes,
): Promise<Slot> {
  const { vault, ...rest } = about;
  const recipient = await crypto.subtle.importKey('spki', fromBase64(publicKey), CURVE, false, []);
  // A key pair for this once: only the private half of IT can make the same secret again.
  const once = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const draft = {
    ...rest,
    kind: 'it-key' as const,
    person: null,
    kdf: { name: 'hkdf' as const, salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))) },
    device: false,
    sealedTo: {
      key: await itKeyName(publicKey),
      once: toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))),
    },
  };
  const under = await keyOf(once.privateKey, recipient, draft.kdf.salt);
  return { ...draft, root: await wrap(under, root, slotBinding(vault, draft, undefined)) };
}

/** The root key; undefined where it is another key, or none. */
export async function openItSlot(vault: string, slot: Slot, pem: string): Promise<Bytes | undefined> {
  if (!slot.sealedTo) return undefined;
  const { root, ...bound } = slot;
  try {
    const mine = await crypto.subtle.importKey('pkcs8', derOf(pem), CURVE, false, ['deriveBits']);
    const once = await crypto.subtle.importKey('raw', fromBase64(slot.sealedTo.once), CURVE, false, []);
    return await unwrap(await keyOf(mine, once, slot.kdf.salt), root, slotBinding(vault, bound, undefined));
  } catch {
    return undefined;
  }
}

/** Whether a secret is a private key and no passphrase. */
export function isPrivateKey(secret: string): boolean {
  return /-----BEGIN PRIVATE KEY-----/u.test(secret);
}

/** Names a public key in the vault file, so that a new one in the policy replaces the slot of the old. */
export function itKeyName(publicKey: string): Promise<string> {
  return sha256Hex(utf8(`downtime-box/it-key/${publicKey}`));
}

async function keyOf(mine: CryptoKey, theirs: CryptoKey, salt: string): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, SECRET_BITS);
  return wrappingKey(new Uint8Array(shared), 'it-slot', fromBase64(salt));
}

function derOf(pem: string): Bytes {
  const [, body = ''] = /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END/u.exec(pem) ?? [];
  return fromBase64(body.replace(/\s/gu, ''));
}
