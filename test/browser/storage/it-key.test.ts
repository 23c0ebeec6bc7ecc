import { expect, test } from 'vitest';
import type { EffectivePolicy } from '../../../electron/ipc/contract';
import { toBase64 } from '../../../renderer/storage/bytes';
import { families, newWorkstation, PASSPHRASE, patientAdded, start, startUnlocked } from './workbench';

/** A key pair as openssl writes it: the public half for the policy, the private half as PEM. */
async function keyPair(): Promise<{ readonly policy: EffectivePolicy; readonly pem: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const text = async (format: 'spki' | 'pkcs8', key: CryptoKey) =>
    toBase64(new Uint8Array(await crypto.subtle.exportKey(format, key)));
  const body = (await text('pkcs8', pair.privateKey)).replaceAll(/(.{64})/gu, '$1\n');
  return {
    policy: {
      path: '/etc/policy.json',
      found: true,
      problems: [],
      values: { recoveryPublicKey: await text('spki', pair.publicKey) },
    },
    pem: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
  };
}

test('opens the vault with the private half on another PC, from a backup, and nothing with another key', async () => {
  const [it, stranger] = [await keyPair(), await keyPair()];
  const started = await startUnlocked(newWorkstation(), { info: { policy: it.policy } });
  await started.ledger.append([patientAdded('Reached')]);
  const { bytes } = await started.backup.make();
  const elsewhere = start(newWorkstation());
  await elsewhere.ledger.open();
  expect(await elsewhere.backup.restore({ bytes, secret: stranger.pem })).toMatchObject({
    error: { code: 'wrong-passphrase' },
  });
  expect(await elsewhere.backup.restore({ bytes, secret: it.pem })).toMatchObject({ ok: true });
  expect(await elsewhere.vault.unlock({ secret: it.pem, kind: 'passphrase' })).toMatchObject({
    ok: true,
    value: { id: 'it-recovery-key', role: 'manager' },
  });
  expect(await families(elsewhere)).toEqual(['Reached']);
});

test('is there after the next sign-in when the policy comes later, once, and is replaced by a new key only', async () => {
  const [first, second] = [await keyPair(), await keyPair()];
  const workstation = newWorkstation();
  await startUnlocked(workstation);
  const slots = () =>
    (JSON.parse(workstation.disk.vault ?? '{}') as { slots: { kind: string; sealedTo?: { key: string } }[] }).slots
      .filter(({ kind }) => kind === 'it-key')
      .map(({ sealedTo }) => sealedTo?.key);
  expect(slots()).toEqual([]);
  await startUnlocked(workstation, { info: { policy: first.policy } });
  const [one] = slots();
  await startUnlocked(workstation, { info: { policy: first.policy } });
  expect(slots()).toEqual([one]);
  await startUnlocked(workstation);
  expect(slots()).toEqual([one]);
  await startUnlocked(workstation, { info: { policy: second.policy } });
  expect(slots()).toHaveLength(1);
  expect(slots()).not.toEqual([one]);
  const { vault } = start(workstation);
  expect(await vault.unlock({ secret: first.pem, kind: 'passphrase' })).toMatchObject({ ok: false });
  expect(await vault.unlock({ secret: second.pem, kind: 'passphrase' })).toMatchObject({ ok: true });
  expect(await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
});

test('a public key that is none does not keep anybody from signing in', async () => {
  const { policy } = await keyPair();
  const broken = { ...policy, values: { recoveryPublicKey: 'AAAA' } };
  const started = await startUnlocked(newWorkstation(), { info: { policy: broken } });
  expect(started.vault.keyring.epoch).toBe(1);
});
