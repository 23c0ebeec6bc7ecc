import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';

/** This PC's signing key. The private half never leaves the main process. */
export interface CheckpointKey {
  readonly fingerprint: string;
  /** Base64. */
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

/** DER around the 32 bytes of an Ed25519 private key (RFC 8410, section 7). */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');
const fingerprintLength = 16;

/** The Ed25519 key of a seed of 32 bytes: the same seed gives the same key, so that there is nothing more to keep. */
export function checkpointKey(seed: Buffer): CheckpointKey {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key);
  return {
    fingerprint: hash('sha256', publicKey.export({ format: 'der', type: 'spki' })).slice(0, fingerprintLength),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
    verify: (text, signature) => verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64')),
  };
}
