import { expect, test } from 'vitest';
import { createPackSigner, sealedPackKey } from '../../../renderer/storage/pack-signer';

async function signerOver(settings: Record<string, unknown>, locked = false) {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const epoch = locked ? undefined : 1;
  const keyring = { vault: 'v1', device: 'd1', epoch, key: () => key };
  const store = {
    read: async () => settings,
    write: async (patch: Record<string, unknown>) => void Object.assign(settings, patch),
  };
  return createPackSigner(sealedPackKey(store, keyring));
}

const text = new TextEncoder().encode('manifest');

test('the key is kept sealed and signs as the same sender when the app was started again', async () => {
  const settings: Record<string, unknown> = {};
  const first = await (await signerOver(settings)).sign(text);
  const again = await signerOver(settings);
  const second = await again.sign(text);
  expect(second.publicKey).toBe(first.publicKey);
  expect(await again.verify(text, first)).toBe(await again.fingerprint(first.publicKey));
  expect(JSON.stringify(settings)).not.toContain('"d"');
});

test('nothing is signed while nobody is signed in, and a signature is checked all the same', async () => {
  const settings: Record<string, unknown> = {};
  const signature = await (await signerOver(settings)).sign(text);
  const locked = await signerOver(settings, true);
  await expect(locked.sign(text)).rejects.toMatchObject({ code: 'locked' });
  expect(await locked.verify(text, signature)).toMatch(/^[0-9A-F]{4}-/);
  expect(await locked.verify(new TextEncoder().encode('other'), signature)).toBeUndefined();
});
