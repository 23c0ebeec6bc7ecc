import type { PackSignature, PackSigner, SettingsStore } from '../app/ports';
import { type Bytes, fromBase64, toBase64 } from './bytes';
import type { Keyring } from './keyring';
import { openJson, sealJson, type SealPurpose } from './sealed-bytes';
import { sha256Hex } from './seal';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const PURPOSE: SealPurpose = { purpose: 'pack-key', bound: 'packs' };

/** Where the private key is kept between starts. */
export interface PackKeyShelf {
  read(): Promise<JsonWebKey | undefined>;
  write(key: JsonWebKey): Promise<void>;
}

/** The private key sealed among the settings: who takes the disk signs nothing with it. */
export function sealedPackKey(settings: SettingsStore, keyring: Keyring): PackKeyShelf {
  return {
    async read() {
      const kept = (await settings.read())['packKey'];
      return typeof kept === 'string'
        ? ((await openJson(keyring, PURPOSE, fromBase64(kept))) as JsonWebKey)
        : undefined;
    },
    async write(key) {
      await settings.write({ packKey: toBase64(await sealJson(keyring, PURPOSE, key)) });
    },
  };
}

/** Signs packs with ECDSA P-256: every runtime of the app has it, and a signature is short enough for a file. */
export function createPackSigner(shelf: PackKeyShelf): PackSigner {
  async function ownKeys(): Promise<{ readonly sign: CryptoKey; readonly publicKey: string }> {
    let kept = await shelf.read();
    if (kept === undefined) {
      const made = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
      kept = await crypto.subtle.exportKey('jwk', made.privateKey);
      await shelf.write(kept);
    }
    const { d: _, key_ops: __, ...open } = kept;
    const pub = await crypto.subtle.importKey('jwk', { ...open, key_ops: ['verify'] }, CURVE, true, ['verify']);
    return {
      sign: await crypto.subtle.importKey('jwk', kept, CURVE, false, ['sign']),
      publicKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pub))),
    };
  }

  const fingerprint = async (publicKey: string): Promise<string> => {
    const hash = await sha256Hex(fromBase64(publicKey));
    return (hash.slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join('-');
  };

  return {
    fingerprint,
    async sign(bytes): Promise<PackSignature> {
      const { sign, publicKey } = await ownKeys();
      const value = await crypto.subtle.sign(SIGNING, sign, own(bytes));
      return { algorithm: 'ECDSA-P256-SHA256', publicKey, value: toBase64(new Uint8Array(value)) };
    },
    async verify(bytes, { publicKey, value }) {
      try {
        const key = await crypto.subtle.importKey('spki', fromBase64(publicKey), CURVE, false, ['verify']);
        const fits = await crypto.subtle.verify(SIGNING, key, fromBase64(value), own(bytes));
        return fits ? await fingerprint(publicKey) : undefined;
      } catch {
        // A key or signature that is none fits nothing.
        return undefined;
      }
    },
  };
}

function own(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
