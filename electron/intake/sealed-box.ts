import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;
const POINT_BYTES = 65;
const IV_BYTES = 12;

/** What is in a box: where it came from, and its files one behind the other. */
export interface BoxContent {
  readonly source: 'folder' | 'feed';
  /** ISO instant of the take-in. */
  readonly at: string;
  readonly files: readonly { readonly name: string; readonly modifiedAt: string; readonly bytes: Uint8Array }[];
}

/**
 * Seals bytes for the vault's intake key: a fresh P-256 key, ECDH, HKDF, AES-GCM. Nobody needs to be signed in, and once
 * this returns nothing on this PC can open the box again without a key of the vault.
 */
export async function sealBox(publicKey: Uint8Array, content: BoxContent): Promise<Uint8Array> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
  const theirs = await subtle.importKey('raw', publicKey, curve, false, []);
  const own = await subtle.generateKey(curve, false, ['deriveBits']);
  const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: point, info: Buffer.from('downtime-box intake 1') },
    await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = webcrypto.getRandomValues(new Uint8Array(IV_BYTES));
  const clear = packed(content);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: point }, key, clear);
  // Freed later by the collector; until then the text is not left readable in this process.
  clear.fill(0);
  return Buffer.concat([point, iv, new Uint8Array(sealed)]);
}

/** Whether bytes can be a public key of the page; anything else is refused before it is kept. */
export async function isPublicKey(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length !== POINT_BYTES) return false;
  try {
    await subtle.importKey('raw', bytes, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
    return true;
  } catch {
    return false;
  }
}

/** Four bytes of length, the head as JSON, then the files' bytes. */
function packed({ source, at, files }: BoxContent): Buffer {
  const head = Buffer.from(
    JSON.stringify({
      source,
      at,
      files: files.map(({ name, modifiedAt, bytes }) => ({ name, modifiedAt, length: bytes.length })),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...files.map((file) => file.bytes)]);
}
