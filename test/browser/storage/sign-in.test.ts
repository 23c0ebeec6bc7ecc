import { describe, expect, test } from 'vitest';
import { writeVaultFile } from '../../../renderer/storage/vault/vault-file';
import { enrolled, newWorkstation, PASSPHRASE, PIN, start, type Started } from './workbench';

function wrongPin({ vault }: Started, person: string) {
  return vault.unlock({ person, secret: '999321', kind: 'pin' });
}

describe('sign-in', () => {
  test('opens with the right PIN and counts no strike', async () => {
    const { workstation, nurse } = await enrolled();
    const { vault, fake } = start(workstation);
    expect(await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({
      ok: true,
      value: { name: 'Sam Doe', role: 'nurse' },
    });
    expect([...fake.disk.strikes]).toEqual([]);
  });

  test('counts strikes, delays, closes the slot after ten, and leaves the passphrase open', async () => {
    const { workstation, nurse } = await enrolled();
    let now = 0;
    const started = start(workstation, { nowMs: () => now });
    expect(await wrongPin(started, nurse)).toEqual({
      ok: false,
      error: { code: 'wrong-secret', strikesLeft: 9, waitMs: 0 },
    });
    for (let strike = 2; strike <= 5; strike += 1) await wrongPin(started, nurse);
    expect(await started.vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toEqual({
      ok: false,
      error: { code: 'wait', waitMs: 30_000 },
    });
    for (let strike = 6; strike <= 10; strike += 1) {
      now += 900_000;
      await wrongPin(started, nurse);
    }
    now += 900_000;
    expect(await started.vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toEqual({
      ok: false,
      error: { code: 'slot-closed' },
    });
    expect(await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
  });

  test('forgets strikes when the right PIN comes', async () => {
    const { workstation, nurse } = await enrolled();
    const started = start(workstation);
    await wrongPin(started, nurse);
    await started.vault.unlock({ person: nurse, secret: PIN, kind: 'pin' });
    expect(await wrongPin(started, nurse)).toMatchObject({ error: { strikesLeft: 9 } });
  });

  test('does not open by PIN but by passphrase when the disk lies in another PC', async () => {
    const { workstation, nurse } = await enrolled();
    workstation.disk.deviceSecret = btoa('x'.repeat(32));
    const { vault } = start(workstation);
    expect(await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({
      ok: false,
      error: { code: 'wrong-secret' },
    });
    expect(await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
  });

  test('says device-secret-missing when the keyring lost it, and makes no new one', async () => {
    const { workstation, nurse } = await enrolled();
    workstation.disk.deviceSecret = null;
    const { vault, fake } = start(workstation);
    expect(await vault.openWorkstation()).toBe(false);
    await expect(vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).rejects.toMatchObject({
      code: 'device-secret-missing',
    });
    expect(await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
    expect(fake.disk.deviceSecret).toBeNull();
  });

  test('refuses a wrong passphrase, a mistyped code, a stranger and a missing vault each in its own way', async () => {
    const { workstation, recoveryCode } = await enrolled();
    const { vault } = start(workstation);
    expect(await vault.unlock({ secret: 'some other long passphrase', kind: 'passphrase' })).toMatchObject({
      error: { code: 'wrong-secret' },
    });
    expect(await vault.unlock({ secret: '', kind: 'passphrase' })).toMatchObject({ error: { code: 'wrong-secret' } });
    const mistyped = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1);
    expect(await vault.unlock({ secret: mistyped, kind: 'recovery-code' })).toMatchObject({
      error: { code: 'wrong-secret' },
    });
    expect(await vault.unlock({ person: 'nobody', secret: PIN, kind: 'pin' })).toEqual({
      ok: false,
      error: { code: 'unknown-person' },
    });
    expect(await start(newWorkstation()).vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toEqual({
      ok: false,
      error: { code: 'no-vault' },
    });
    expect((await vault.status()).unlocked).toBe(false);
  });

  test('does not open for somebody who edited their role in the file, even with its checksum put right', async () => {
    const { workstation, nurse } = await enrolled();
    const { checksum: _, ...file } = JSON.parse(workstation.disk.vault ?? '') as {
      checksum: string;
      people: { id: string; role: string }[];
    };
    const people = file.people.map((person) => (person.id === nurse ? { ...person, role: 'manager' } : person));
    workstation.disk.vault = await writeVaultFile({ ...file, people } as unknown as Parameters<
      typeof writeVaultFile
    >[0]);
    expect(await start(workstation).vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({
      error: { code: 'wrong-secret' },
    });
  });
});

describe('proof for a signature', () => {
  test('takes the PIN or the passphrase of that person and opens nothing', async () => {
    const { workstation, nurse, manager } = await enrolled();
    const { vault } = start(workstation);
    expect(await vault.prove({ person: nurse, secret: PIN })).toEqual({ ok: true, value: { with: 'pin' } });
    expect(await vault.prove({ person: manager, secret: PASSPHRASE })).toEqual({
      ok: true,
      value: { with: 'passphrase' },
    });
    expect((await vault.status()).unlocked).toBe(false);
  });

  test('refuses the secret of somebody else', async () => {
    const { workstation, manager } = await enrolled();
    expect(await start(workstation).vault.prove({ person: manager, secret: PIN })).toMatchObject({
      ok: false,
      error: { code: 'wrong-secret' },
    });
  });
});
