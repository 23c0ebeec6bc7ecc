import { webcrypto } from 'node:crypto';
import { openBox } from '../../renderer/storage/intake/open-box';

/** A key pair as the page makes it, and what it opens. */
export interface IntakeKeys {
  readonly publicKey: Uint8Array;
  readonly open: (box: Uint8Array) => ReturnType<typeof openBox>;
}

/** Makes a key pair. */
export async function makeIntakeKeys(): Promise<IntakeKeys> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  return {
    publicKey: new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)),
    open: (box) => openBox(pair.privateKey as CryptoKey, box),
  };
}
