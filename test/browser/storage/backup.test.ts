import { describe, expect, test } from 'vitest';
import { readSealedLine } from '../../../renderer/storage/ledger/sealed-line';
import { allOf, draftOf, emptiedPc, filledWard, FORM_FILE, freshPc, SNAPSHOT } from './filled-ward';
import { families, PASSPHRASE, patientAdded, PIN, start } from './workbench';

const FAMILIES = ['Okafor', 'Lindqvist', 'Haddad'];

describe('a backup on another PC', () => {
  test('brings back entries, snapshot, draft and library, and both copies are equal', async () => {
    const ward = await filledWard();
    const made = await ward.started.backup.make();
    expect(made).toMatchObject({ summary: { entries: 3, snapshots: 1, drafts: 1, library: 1 }, leftOut: [] });

    const { started } = await freshPc();
    expect(await started.backup.restore({ bytes: made.bytes, secret: PASSPHRASE })).toMatchObject({
      ok: true,
      value: { fresh: true, added: { entries: 3, snapshots: 1, drafts: 1, library: 1 }, openedWith: 'passphrase' },
    });

    expect(await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({ ok: true });
    expect(await families(started)).toEqual(FAMILIES);
    expect(await started.snapshots.current()).toEqual(SNAPSHOT);
    expect(await started.drafts.list()).toEqual([draftOf(ward.manager)]);
    expect(await started.library.list()).toEqual([FORM_FILE]);
    expect(await started.ledger.verify()).toEqual(await ward.started.ledger.verify());
  });

  test('writes on under a device of its own, so that the old PC can go on as well', async () => {
    const ward = await filledWard();
    const { bytes } = await ward.started.backup.make();
    const { started } = await freshPc();
    await started.backup.restore({ bytes, secret: PASSPHRASE, workstation: 'WS-7B-09' });
    await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await started.vault.status()).toMatchObject({ workstation: 'WS-7B-09', ward: 'Ward 7B' });

    const { entries } = await started.ledger.append([patientAdded('Nakamura')]);
    expect(entries[0]).toMatchObject({ seq: 1, lamport: 4 });
    expect(entries[0]?.device).not.toBe(ward.started.vault.keyring.device);
    await ward.started.ledger.append([patientAdded('Ferreira')]);

    const theirs = await ward.started.ledger.readSealed();
    expect(await started.ledger.addSealed(theirs)).toBe(1);
    expect(await started.ledger.verify()).toMatchObject({ entries: 5, chain: 'whole', copies: 'equal' });
  });

  test('opens with the recovery code, and the workstation key opens there without a sign-in', async () => {
    const { started: old, recoveryCode } = await filledWard();
    const { bytes } = await old.backup.make();
    const { workstation, started } = await freshPc();
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect(await started.backup.restore({ bytes, secret: typed })).toMatchObject({
      ok: true,
      value: { openedWith: 'recovery-code' },
    });
    const next = start(workstation);
    expect(await next.vault.openWorkstation()).toBe(true);
    expect(await next.vault.unlock({ secret: typed, kind: 'recovery-code' })).toMatchObject({ ok: true });
  });

  test('leaves PINs behind, and the person gets a new one under the same id', async () => {
    const { started: old, nurse } = await filledWard();
    const { bytes } = await old.backup.make();
    const { started } = await freshPc();
    expect(await started.backup.restore({ bytes, secret: PASSPHRASE })).toMatchObject({ value: { pinsToRenew: 1 } });
    expect(await started.vault.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toEqual({
      ok: false,
      error: { code: 'unknown-person' },
    });
    await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await started.vault.enrol({ name: 'Sam Doe', role: 'nurse', pin: '730164' })).toMatchObject({
      ok: true,
      value: { id: nurse },
    });
    expect(await started.vault.unlock({ person: nurse, secret: '730164', kind: 'pin' })).toMatchObject({ ok: true });
  });

  test('opens after an earlier restore was cut short, and nobody signs in before that', async () => {
    const { started: old } = await filledWard();
    const { bytes } = await old.backup.make();
    const { workstation, started } = await freshPc();
    // The process dies after the first entry: nothing of what comes then is done.
    started.fake.fail('journal.append', { when: 'before', code: 'not-writable' });
    started.fake.fail('blob.write', { when: 'before', code: 'not-writable' });
    await expect(started.backup.restore({ bytes, secret: PASSPHRASE })).rejects.toMatchObject({ code: 'not-writable' });
    started.database.close();

    const next = start(workstation);
    await next.ledger.open();
    expect((await next.vault.status()).exists).toBe(false);
    expect(await next.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).toMatchObject({
      error: { code: 'no-vault' },
    });
    expect(
      await next.vault.create({ site: 'S', ward: 'W', workstation: 'X', managerName: 'M', passphrase: PASSPHRASE }),
    ).toEqual({ ok: false, error: { code: 'restore-unfinished' } });

    expect(await next.backup.restore({ bytes, secret: PASSPHRASE })).toMatchObject({
      ok: true,
      value: { fresh: true },
    });
    await next.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await families(next)).toEqual(FAMILIES);
    expect(await next.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal' });
  });
});

describe('a backup', () => {
  test('is made while nobody is signed in, and needs their key all the same', async () => {
    const { workstation, started: before } = await filledWard();
    before.database.close();
    const locked = start(workstation);
    await locked.vault.openWorkstation();
    await locked.ledger.open();
    const { bytes, summary } = await locked.backup.make();
    expect(summary).toMatchObject({ entries: 3, drafts: 1 });

    const { started } = await freshPc();
    await started.backup.restore({ bytes, secret: PASSPHRASE });
    expect((await started.ledger.readAll()).entries).toEqual([]);
    await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await families(started)).toEqual(FAMILIES);
  });

  test('shows no patient, no note and no secret', async () => {
    const { workstation, started, recoveryCode } = await filledWard();
    const text = new TextDecoder('latin1').decode((await started.backup.make()).bytes);
    const secrets = [PASSPHRASE, PIN, recoveryCode, workstation.disk.deviceSecret ?? ''];
    for (const marker of [...FAMILIES, 'Abernathy', 'Winterbourne', 'patient.added', ...secrets])
      expect(text).not.toContain(marker);
  });

  test('takes from one copy what the other holds damaged', async () => {
    const { workstation, started } = await filledWard();
    const { device = '' } = started.vault.keyring;
    await started.database.tables().entries.delete([device, 2]);
    workstation.disk.journal = workstation.disk.journal.filter(({ text }) => readSealedLine(text)?.seq !== 3);
    expect(await started.backup.make()).toMatchObject({ summary: { entries: 3 }, leftOut: [] });
  });

  test('names what both copies lost, and restores the rest', async () => {
    const { workstation, started: old } = await filledWard();
    const { device = '' } = old.vault.keyring;
    await old.database.tables().entries.delete([device, 2]);
    workstation.disk.journal = workstation.disk.journal.filter(({ text }) => readSealedLine(text)?.seq !== 2);
    const { bytes, leftOut } = await old.backup.make();
    expect(leftOut).toEqual([{ device, seq: 2 }]);

    const { started } = await freshPc();
    expect(await started.backup.restore({ bytes, secret: PASSPHRASE })).toMatchObject({ ok: true });
    await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await families(started)).toEqual(['Okafor', 'Haddad']);
  });
});

describe('a backup into the vault it came from', () => {
  test('adds what is missing and counts it', async () => {
    const ward = await filledWard();
    const { bytes } = await ward.started.backup.make();
    const started = await emptiedPc(ward);
    const first = await started.backup.restore({ bytes, secret: PASSPHRASE });
    expect(first).toMatchObject({
      value: { fresh: false, pinsToRenew: 0, added: { entries: 3, snapshots: 1, drafts: 1, library: 1 } },
    });
    expect(await families(started)).toEqual(FAMILIES);
    expect(await started.vault.unlock({ person: ward.nurse, secret: PIN, kind: 'pin' })).toMatchObject({ ok: true });
    expect(await started.backup.restore({ bytes, secret: PASSPHRASE })).toMatchObject({
      value: { added: { entries: 0, snapshots: 0, drafts: 0, library: 0 } },
    });
  });

  test('fills a hole that both copies have', async () => {
    const { workstation, started } = await filledWard();
    const { bytes } = await started.backup.make();
    const { device = '' } = started.vault.keyring;
    await started.database.tables().entries.delete([device, 2]);
    workstation.disk.journal = workstation.disk.journal.filter(({ text }) => readSealedLine(text)?.seq !== 2);
    expect(await started.backup.restore({ bytes, secret: PASSPHRASE })).toMatchObject({
      value: { added: { entries: 1 } },
    });
    expect(await families(started)).toEqual(FAMILIES);
    expect(await started.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal' });
  });

  test('brings no draft back when the ledger has gone on since', async () => {
    const { started, manager } = await filledWard();
    const { bytes } = await started.backup.make();
    await started.ledger.append([patientAdded('Nakamura')]);
    await started.drafts.remove(draftOf(manager).id);
    expect(await started.backup.restore({ bytes, secret: PASSPHRASE })).toMatchObject({
      value: { added: { drafts: 0 } },
    });
    expect(await started.drafts.list()).toEqual([]);
  });

  test('changes nothing when all of it is here', async () => {
    const { workstation, started } = await filledWard();
    const { bytes } = await started.backup.make();
    const before = await allOf(workstation, started);
    await started.backup.restore({ bytes, secret: PASSPHRASE });
    expect(await allOf(workstation, started)).toBe(before);
  });
});
