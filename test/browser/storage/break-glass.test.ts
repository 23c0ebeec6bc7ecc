import { describe, expect, test } from 'vitest';
import { enrolled, PASSPHRASE, PIN, start, type Started, type Workstation } from './workbench';

const WHO = { name: 'K. Abara', role: 'nurse', reason: 'no PIN yet, patient deteriorating' } as const;

/** A workstation with two codes in the safe, the app ended. */
async function withCodes(): Promise<{ workstation: Workstation; nurse: string; codes: readonly string[] }> {
  const { workstation, nurse } = await enrolled();
  const { vault } = start(workstation);
  await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  const made = await vault.makeBreakGlass(2);
  if (!made.ok) throw new Error(made.error.code);
  return { workstation, nurse, codes: made.value };
}

async function closePin({ vault }: Started, person: string, goOn: () => void): Promise<void> {
  for (let strike = 1; strike <= 10; strike += 1) {
    goOn();
    await vault.unlock({ person, secret: '999321', kind: 'pin' });
  }
  goOn();
}

describe('a break-glass code', () => {
  test('opens once under the name given, also as people type it', async () => {
    const { workstation, codes } = await withCodes();
    const { vault } = start(workstation);
    const opened = await vault.breakGlass({ ...WHO, code: (codes[0] ?? '').toLowerCase().replaceAll('-', ' ') });
    expect(opened).toMatchObject({ ok: true, value: { name: 'K. Abara', role: 'nurse', breakGlass: true } });
    expect(await vault.status()).toMatchObject({ unlocked: true, breakGlassCodes: 1 });
    vault.lock();
    expect(await vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).toEqual({
      ok: false,
      error: { code: 'wrong-code' },
    });
    expect(await vault.breakGlass({ ...WHO, code: codes[1] ?? '' })).toMatchObject({ ok: true });
  });

  test('is dead after a restart when the app ended right after it opened', async () => {
    const { workstation, codes } = await withCodes();
    await start(workstation).vault.breakGlass({ ...WHO, code: codes[0] ?? '' });
    const again = start(workstation).vault;
    expect(await again.breakGlass({ ...WHO, code: codes[0] ?? '' })).toMatchObject({ error: { code: 'wrong-code' } });
    expect(await again.status()).toMatchObject({ unlocked: false, breakGlassCodes: 1 });
  });

  test('is out of the slot file before any key is open', async () => {
    const { workstation, codes } = await withCodes();
    const killed = start(workstation);
    killed.fake.fail('vault.write', { when: 'hang', code: 'not-writable' });
    void killed.vault.breakGlass({ ...WHO, code: codes[0] ?? '' });
    await expect.poll(() => killed.fake.calls.some(({ channel }) => channel === 'vault.write')).toBe(true);
    expect((await killed.vault.status()).unlocked).toBe(false);
    expect(await start(workstation).vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).toMatchObject({
      error: { code: 'wrong-code' },
    });
  });

  test('opens nothing and stays good when the slot file cannot be written', async () => {
    const { workstation, codes } = await withCodes();
    const { vault, fake } = start(workstation);
    fake.fail('vault.write', { when: 'before', code: 'not-writable' });
    await expect(vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).rejects.toMatchObject({ code: 'not-writable' });
    expect((await vault.status()).unlocked).toBe(false);
    fake.mend();
    expect(await vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).toMatchObject({ ok: true });
  });

  test('does not open the disk in another PC', async () => {
    const { workstation, codes } = await withCodes();
    workstation.disk.deviceSecret = btoa('x'.repeat(32));
    expect(await start(workstation).vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).toMatchObject({
      error: { code: 'wrong-code' },
    });
  });

  test('is not in the slot file in any spelling', async () => {
    const { workstation, codes } = await withCodes();
    for (const code of codes) {
      expect(workstation.disk.vault).not.toContain(code);
      expect(workstation.disk.vault).not.toContain(code.replaceAll('-', ''));
    }
  });

  test('asks for a name and a reason, and keeps the code for them', async () => {
    const { workstation, codes } = await withCodes();
    const { vault } = start(workstation);
    const code = codes[0] ?? '';
    expect(await vault.breakGlass({ ...WHO, code, name: ' ' })).toMatchObject({ error: { code: 'name-missing' } });
    expect(await vault.breakGlass({ ...WHO, code, reason: ' ' })).toMatchObject({ error: { code: 'reason-missing' } });
    expect(await vault.breakGlass({ ...WHO, code })).toMatchObject({ ok: true });
  });

  test('proves its person for a signature, until the session ends', async () => {
    const { workstation, codes } = await withCodes();
    const { vault } = start(workstation);
    const opened = await vault.breakGlass({ ...WHO, code: codes[0] ?? '' });
    const person = opened.ok ? opened.value.id : '';
    expect(await vault.prove({ person, secret: codes[0] ?? '' })).toEqual({ ok: true, value: { with: 'break-glass' } });
    expect(await vault.prove({ person, secret: codes[1] ?? '' })).toMatchObject({ ok: false });
    vault.lock();
    expect(await vault.prove({ person, secret: codes[0] ?? '' })).toMatchObject({ ok: false });
  });

  test('is made by a manager only, and gives nobody another way in', async () => {
    const { workstation, nurse, codes } = await withCodes();
    const { vault } = start(workstation);
    expect(await vault.makeBreakGlass(1)).toMatchObject({ error: { code: 'locked' } });
    await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' });
    expect(await vault.makeBreakGlass(1)).toMatchObject({ error: { code: 'not-manager' } });
    vault.lock();
    await vault.breakGlass({ ...WHO, code: codes[0] ?? '' });
    expect(await vault.makeBreakGlass(1)).toMatchObject({ error: { code: 'not-manager' } });
    expect(await vault.enrol({ name: 'New One', role: 'nurse', pin: PIN })).toMatchObject({
      error: { code: 'not-manager' },
    });
  });

  test('is one of ten at most', async () => {
    const { workstation } = await withCodes();
    const { vault } = start(workstation);
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await vault.makeBreakGlass(9)).toEqual({ ok: false, error: { code: 'too-many-codes', max: 10, there: 2 } });
    expect(await vault.makeBreakGlass(8)).toMatchObject({ ok: true });
  });
});

describe('ten wrong PINs', () => {
  test('close that slot and nothing else: colleagues, break-glass and passphrase still open', async () => {
    const { workstation, nurse, codes } = await withCodes();
    let now = 0;
    const started = start(workstation, { nowMs: () => now });
    const { vault } = started;
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    const colleague = await vault.enrol({ name: 'Lee Park', role: 'nurse', pin: '730195' });
    await closePin(started, nurse, () => (now += 900_000));
    expect(await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({
      error: { code: 'slot-closed' },
    });
    const other = colleague.ok ? colleague.value.id : '';
    expect(await vault.unlock({ person: other, secret: '730195', kind: 'pin' })).toMatchObject({ ok: true });
    expect(await vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).toMatchObject({ ok: true });
    expect(await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
  });

  test('are mended by a manager, with a new PIN under the same id, and by nobody else', async () => {
    const { workstation, nurse } = await enrolled();
    let now = 0;
    const started = start(workstation, { nowMs: () => now });
    const { vault } = started;
    const again = { name: 'Sam Doe', role: 'nurse', pin: '615283' } as const;
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    await vault.enrol({ name: 'Lee Park', role: 'nurse', pin: '730195' });
    expect(await vault.enrol(again)).toMatchObject({ error: { code: 'person-exists' } });
    await closePin(started, nurse, () => (now += 900_000));
    const { people } = await vault.status();
    const lee = people.find(({ name }) => name === 'Lee Park')?.id ?? '';
    await vault.unlock({ person: lee, secret: '730195', kind: 'pin' });
    expect(await vault.enrol(again)).toMatchObject({ error: { code: 'not-manager' } });
    await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await vault.enrol(again)).toMatchObject({ ok: true, value: { id: nurse } });
    expect(await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({ ok: false });
    expect(await vault.unlock({ person: nurse, secret: '615283', kind: 'pin' })).toMatchObject({ ok: true });
  });

  test('do not count codes: break-glass has no counter anybody could run down', async () => {
    const { workstation, codes } = await withCodes();
    const { vault, fake } = start(workstation);
    const wrong = (codes[0]?.startsWith('A') ? 'B' : 'A') + (codes[0] ?? '').slice(1);
    for (let tries = 0; tries < 12; tries += 1) await vault.breakGlass({ ...WHO, code: wrong });
    expect([...fake.disk.strikes]).toEqual([]);
    expect(await vault.breakGlass({ ...WHO, code: codes[0] ?? '' })).toMatchObject({ ok: true });
  });
});
