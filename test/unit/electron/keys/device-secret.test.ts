import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDeviceSecret } from '../../../../electron/keys/device-secret';
import type { Keyring } from '../../../../electron/keys/keyring';
import { temporaryFolder } from '../temporary-folder';

/** A keyring that wraps by its own name; `plain` one works only after allowPlain, as basic_text does. */
function fakeKeyring(backend: string, key = backend): Keyring {
  let plain = false;
  const safe = backend !== 'basic_text';
  const ready = () => {
    if (!safe && !plain) throw new Error('not available');
  };
  return {
    backend: () => backend,
    available: () => safe,
    allowPlain: () => {
      plain = true;
    },
    wrap: (text) => {
      ready();
      return Buffer.from(`${key}:${text}`);
    },
    unwrap: (wrapped) => {
      ready();
      const [by, text] = wrapped.toString().split(':');
      if (by !== key || text === undefined) throw new Error('wrong key');
      return text;
    },
  };
}

function secretIn(folder: string, keyring: Keyring, allowUnsafe = false) {
  const logged: string[] = [];
  return {
    logged,
    secret: openDeviceSecret({
      folder,
      keyring,
      allowUnsafe,
      now: () => new Date(0),
      log: (code) => logged.push(code),
    }),
  };
}

test('it is 32 bytes, made once, and the same after a restart', async () => {
  const folder = await temporaryFolder();
  const made = await secretIn(folder, fakeKeyring('gnome_libsecret')).secret.forSlot('S', true);
  expect(Buffer.from(made, 'base64')).toHaveLength(32);
  expect(await secretIn(folder, fakeKeyring('gnome_libsecret')).secret.forSlot('S', false)).toBe(made);
});

test('it is missing, and none is made, when a slot asks before anyone enrolled', async () => {
  const folder = await temporaryFolder();
  await expect(secretIn(folder, fakeKeyring('dpapi')).secret.forSlot('S', false)).rejects.toMatchObject({
    code: 'device-secret-missing',
  });
  expect(await readdir(folder)).toEqual([]);
});

test('each slot gets its own, and none of them is the secret itself', async () => {
  const folder = await temporaryFolder();
  let inClear = '';
  const plain = fakeKeyring('dpapi');
  const keyring = { ...plain, wrap: (text: string) => plain.wrap((inClear = text)) };
  const { secret } = secretIn(folder, keyring);
  const given = [
    await secret.forSlot('S', true),
    await secret.forSlot('T', false),
    await secret.forSlot('workstation', false),
  ];
  expect(new Set([...given, inClear]).size).toBe(4);
});

test('it never lies on disk in clear, and only this account may read it', async () => {
  const folder = await temporaryFolder();
  let inClear = '';
  const keyring = {
    ...fakeKeyring('dpapi'),
    wrap: (text: string) => {
      inClear = text;
      return Buffer.from([...text].reverse().join(''));
    },
  };
  const made = await secretIn(folder, keyring).secret.forSlot('S', true);
  const path = join(folder, 'device-secret.json');
  expect(inClear).not.toBe('');
  for (const secret of [inClear, made]) expect(await readFile(path, 'utf8')).not.toContain(secret);
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test('a changed keyring is noticed, and the secret is wrapped anew when both open it', async () => {
  const folder = await temporaryFolder();
  const made = await secretIn(folder, fakeKeyring('kwallet5', 'same')).secret.forSlot('S', true);
  const { secret, logged } = secretIn(folder, fakeKeyring('gnome_libsecret', 'same'));
  expect(await secret.forSlot('S', false)).toBe(made);
  expect(logged).toEqual(['keyring.changed']);
  expect(JSON.parse(await readFile(join(folder, 'device-secret.json'), 'utf8'))).toMatchObject({
    backend: 'gnome_libsecret',
  });
});

test('it is missing when the keyring no longer opens it; enrolling makes a new one and keeps the old aside', async () => {
  const folder = await temporaryFolder();
  const old = await secretIn(folder, fakeKeyring('dpapi', 'user A')).secret.forSlot('S', true);
  const { secret, logged } = secretIn(folder, fakeKeyring('dpapi', 'user B'));
  await expect(secret.forSlot('S', false)).rejects.toMatchObject({ code: 'device-secret-missing' });
  expect(logged).toContain('keyring.secret-unreadable');
  expect(await secret.forSlot('S', true)).not.toBe(old);
  expect((await readdir(folder)).some((name) => name.includes('.unreadable-'))).toBe(true);
});

test('basic_text is named unsafe, and works only where that is allowed', async () => {
  const folder = await temporaryFolder();
  expect(secretIn(folder, fakeKeyring('basic_text')).secret.state()).toEqual({
    keyring: 'basic_text',
    keyringSafe: false,
    keyringAllowed: false,
  });
  const allowed = secretIn(folder, fakeKeyring('basic_text'), true).secret;
  expect(allowed.state()).toEqual({ keyring: 'basic_text', keyringSafe: false, keyringAllowed: true });
  const made = await allowed.forSlot('S', true);
  expect(await secretIn(folder, fakeKeyring('basic_text'), true).secret.forSlot('S', false)).toBe(made);
});

test('the seed of the signing key is the same after a restart, and no slot name gives it', async () => {
  const folder = await temporaryFolder();
  const keyring = fakeKeyring('gnome_libsecret');
  const { secret } = secretIn(folder, keyring);
  expect(await secret.forCheckpoints()).toBeUndefined();
  await secret.forSlot('S', true);
  const seed = await secretIn(folder, keyring).secret.forCheckpoints();
  expect(seed).toHaveLength(32);
  expect(await secret.forCheckpoints()).toEqual(seed);
  for (const slot of ['checkpoint-key', '../checkpoint-key', 'workstation'])
    expect(await secret.forSlot(slot, false)).not.toBe(seed?.toString('base64'));
});

test('no seed is given when the keyring is not safe and nobody allowed that', async () => {
  const folder = await temporaryFolder();
  await secretIn(folder, fakeKeyring('basic_text'), true).secret.forSlot('S', true);
  expect(await secretIn(folder, fakeKeyring('basic_text')).secret.forCheckpoints()).toBeUndefined();
});
