import { describe, expect, test } from 'vitest';
import { createVault } from '../../../renderer/storage/vault/vault';
import { createShell } from '../../../renderer/storage/shell';
import { createClock } from '../../../renderer/storage/clock';
import { createIds } from '../../../renderer/storage/ids';
import { createFakeShell } from '../../support/fake-shell';
import { CHEAP, enrolled, newWorkstation, PASSPHRASE, PIN, SET_UP, start } from './workbench';

describe('set-up', () => {
  test('opens the vault and answers a recovery code that opens it again', async () => {
    const { workstation, recoveryCode } = await enrolled();
    const { vault } = start(workstation);
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await vault.unlock({ secret: typed, kind: 'recovery-code' })).toMatchObject({
      ok: true,
      value: { id: 'recovery-code' },
    });
    expect(await vault.status()).toMatchObject({ exists: true, unlocked: true, ward: 'Ward 7B' });
  });

  test.each([
    [{ passphrase: 'only 14 chars!' }, 'passphrase-too-short'],
    [{ managerName: '  ' }, 'name-missing'],
  ])('refuses %j with %s', async (change, code) => {
    const { vault, fake } = start(newWorkstation());
    expect(await vault.create({ ...SET_UP, ...change })).toMatchObject({ ok: false, error: { code } });
    expect(fake.disk.vault).toBeNull();
  });

  test('is refused when there is a vault', async () => {
    const { workstation } = await enrolled();
    expect(await start(workstation).vault.create(SET_UP)).toEqual({ ok: false, error: { code: 'vault-exists' } });
  });

  test('throws and opens nothing when the vault file does not read back as written', async () => {
    const { vault, fake } = start(newWorkstation(), { handlers: { 'vault.write': () => null } });
    await expect(vault.create(SET_UP)).rejects.toMatchObject({ code: 'not-writable' });
    expect(fake.disk.vault).toBeNull();
    expect((await vault.status()).unlocked).toBe(false);
  });
});

describe('enrolment', () => {
  test.each([
    ['12345', 'pin-too-short'],
    ['48a917', 'pin-not-digits'],
    ['123456', 'pin-too-common'],
    ['121212', 'pin-too-common'],
  ])('refuses the PIN %s with %s', async (pin, code) => {
    const { vault } = start(newWorkstation());
    await vault.create(SET_UP);
    expect(await vault.enrol({ name: 'Sam Doe', role: 'nurse', pin })).toMatchObject({ ok: false, error: { code } });
  });

  test('refuses a second person of one name', async () => {
    const { workstation } = await enrolled();
    const { vault } = start(workstation);
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await vault.enrol({ name: 'sam DOE', role: 'doctor', pin: PIN })).toEqual({
      ok: false,
      error: { code: 'person-exists' },
    });
  });

  test('is refused when the vault is locked', async () => {
    const { workstation } = await enrolled();
    expect(await start(workstation).vault.enrol({ name: 'Kim', role: 'clerk', pin: PIN })).toEqual({
      ok: false,
      error: { code: 'locked' },
    });
  });

  test('refuses a PIN when the keyring is no protection and no policy allows it', async () => {
    const { vault } = start(newWorkstation(), { info: { keyring: 'basic_text', keyringSafe: false } });
    await vault.create(SET_UP);
    expect(await vault.enrol({ name: 'Sam Doe', role: 'nurse', pin: PIN })).toEqual({
      ok: false,
      error: { code: 'keyring-unsafe' },
    });
  });

  test('is done by a manager only: whoever gives a PIN could sign with it', async () => {
    const { workstation, nurse } = await enrolled();
    const { vault } = start(workstation);
    await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' });
    const kim = { name: 'Kim', role: 'clerk', pin: '730164' } as const;
    expect(await vault.enrol(kim)).toEqual({ ok: false, error: { code: 'not-manager' } });
    expect(await vault.discardPins()).toEqual({ ok: false, error: { code: 'not-manager' } });
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await vault.enrol(kim)).toMatchObject({ ok: true, value: { name: 'Kim', hasPin: true } });
  });
});

describe('when this PC lost its device secret', () => {
  async function lost() {
    const { workstation, nurse } = await enrolled();
    workstation.disk.deviceSecret = null;
    const started = start(workstation);
    await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    return { ...started, workstation, nurse };
  }

  test('enrolment refuses to make a new one while there are PINs', async () => {
    const { vault, fake } = await lost();
    expect(await vault.enrol({ name: 'Kim', role: 'clerk', pin: '730164' })).toEqual({
      ok: false,
      error: { code: 'device-secret-missing' },
    });
    expect(fake.disk.deviceSecret).toBeNull();
  });

  test('people get new PINs under their own id after all PINs were taken away', async () => {
    const { vault, workstation, nurse } = await lost();
    expect(await vault.discardPins()).toEqual({ ok: true, value: 1 });
    expect((await vault.status()).people.find(({ id }) => id === nurse)).toMatchObject({ hasPin: false });
    expect(await vault.enrol({ name: 'sam doe', role: 'nurse', pin: '730164' })).toMatchObject({
      ok: true,
      value: { id: nurse, name: 'Sam Doe', hasPin: true },
    });
    const again = start(workstation).vault;
    expect(await again.unlock({ person: nurse, secret: '730164', kind: 'pin' })).toMatchObject({ ok: true });
  });

  test('nobody takes PINs away while the vault is locked', async () => {
    const { workstation } = await enrolled();
    expect(await start(workstation).vault.discardPins()).toEqual({ ok: false, error: { code: 'locked' } });
  });
});

test('what the shell gives for one slot is of no use for another', async () => {
  const { workstation, nurse } = await enrolled();
  const file = JSON.parse(workstation.disk.vault ?? '') as { slots: { id: string; kind: string }[] };
  const pinSlot = file.slots.find(({ kind }) => kind === 'pin')?.id;
  // As if the page asked under another name, which counts nothing, and guessed PINs with the answer.
  const { vault } = start(workstation, {
    handlers: {
      'vault.deviceSecret': async ({ slot }) => {
        const { bridge } = createFakeShell({ disk: workstation.disk });
        const reply = await bridge.invoke('vault.deviceSecret', {
          slot: slot === pinSlot ? 'workstation' : slot,
          make: undefined,
        });
        if (!reply.ok) throw new Error(reply.code);
        return reply.value;
      },
    },
  });
  expect(await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({
    error: { code: 'wrong-secret' },
  });
});

describe('the vault file', () => {
  test.each([
    ['damaged', (text: string) => text.replace('Ward 7B', 'Ward 7C')],
    ['damaged', (text: string) => text.slice(0, 200)],
    ['newer-version', (text: string) => text.replace('"format": 1', '"format": 2')],
  ])('is reported as %s, never as a wrong key', async (code, spoil) => {
    const { workstation } = await enrolled();
    workstation.disk.vault = spoil(workstation.disk.vault ?? '');
    await expect(start(workstation).vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).rejects.toMatchObject({
      code,
    });
    await expect(start(workstation).vault.status()).rejects.toMatchObject({ code });
  });

  test('holds no secret in clear', async () => {
    const { workstation, recoveryCode } = await enrolled();
    for (const secret of [PASSPHRASE, PIN, recoveryCode, workstation.disk.deviceSecret ?? ''])
      expect(workstation.disk.vault).not.toContain(secret);
  });
});

describe('the workstation key', () => {
  test('opens without a sign-in on this PC and stays open over a lock', async () => {
    const { workstation } = await enrolled();
    const { vault } = start(workstation);
    expect(await vault.openWorkstation()).toBe(true);
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    vault.lock();
    expect(vault.keyring.key(0)).toBeDefined();
    expect(vault.keyring.key(1)).toBeUndefined();
    expect(vault.keyring.epoch).toBeUndefined();
  });

  test('is wrapped anew when the vault was brought to another PC and somebody signed in there', async () => {
    const { workstation } = await enrolled();
    workstation.disk.deviceSecret = btoa('y'.repeat(32));
    const first = start(workstation);
    expect(await first.vault.openWorkstation()).toBe(false);
    await first.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await start(workstation).vault.openWorkstation()).toBe(true);
  });

  test('counts nothing against anybody when the app starts a hundred times', async () => {
    const { workstation } = await enrolled();
    for (let round = 0; round < 100; round += 1) expect(await start(workstation).vault.openWorkstation()).toBe(true);
  });
});

test('keys in use cannot be exported', async () => {
  const { vault } = start(newWorkstation());
  await vault.create(SET_UP);
  const key = vault.keyring.key(1);
  if (!key) throw new Error('no key');
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
});

test('stretches with 64 MiB and three passes in a worker when nothing else is said', async () => {
  const fake = createFakeShell();
  const vault = createVault({ shell: createShell(fake.bridge), clock: createClock(), ids: createIds() });
  const created = await vault.create(SET_UP);
  expect(created.ok).toBe(true);
  expect(fake.disk.vault).toContain('"memoryKiB": 65536');
  const again = createVault({ shell: createShell(fake.bridge), clock: createClock(), ids: createIds(), cost: CHEAP });
  expect(await again.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
});
