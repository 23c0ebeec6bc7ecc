import { describe, expect, test } from 'vitest';
import { moveDatabaseAside } from '../../../renderer/storage/ledger/recovery-notes';
import { createShell } from '../../../renderer/storage/shell';
import { readSealedLine } from '../../../renderer/storage/ledger/sealed-line';
import {
  deleteDatabase,
  families,
  newWorkstation,
  PASSPHRASE,
  patientAdded,
  start,
  startUnlocked,
  stepDone,
} from './workbench';

describe('append', () => {
  test('is in both copies and reads back the same when both work', async () => {
    const workstation = newWorkstation();
    const { ledger } = await startUnlocked(workstation);

    const receipt = await ledger.append([patientAdded('Okafor'), patientAdded('Lindqvist')]);

    expect(receipt).toMatchObject({ journal: 'written', database: 'written' });
    expect(receipt.entries.map(({ seq, lamport }) => [seq, lamport])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect((await ledger.readAll()).entries).toEqual(receipt.entries);
    expect(workstation.disk.journal).toHaveLength(2);
    expect(await ledger.verify()).toMatchObject({ entries: 2, chain: 'whole', copies: 'equal', quarantined: [] });
  });

  test('keeps what was acknowledged when the app ends without closing anything', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    for (const family of ['Okafor', 'Lindqvist', 'Haddad']) await first.ledger.append([patientAdded(family)]);
    void first.ledger.append([patientAdded('Unacknowledged')]);
    first.database.close();

    const second = await startUnlocked(workstation);

    expect((await families(second)).slice(0, 3)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    await second.ledger.append([patientAdded('Afterwards')]);
    expect(await second.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal' });
  });

  test('serialises when many are asked at once', async () => {
    const { ledger } = await startUnlocked(newWorkstation());
    const receipts = await Promise.all(
      Array.from({ length: 40 }, (_, index) => ledger.append([patientAdded(`P${index}`)])),
    );
    expect(receipts.map(({ entries }) => entries[0]?.seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(await ledger.verify()).toMatchObject({ entries: 40, chain: 'whole', copies: 'equal' });
  });

  test('refuses an entry larger than a journal line as too-large and goes on with the next', async () => {
    const { ledger } = await startUnlocked(newWorkstation());
    const huge = stepDone('x'.repeat(4 * 1024 * 1024));
    await expect(ledger.append([stepDone('before'), huge])).rejects.toMatchObject({ code: 'too-large' });
    expect(await ledger.append([stepDone('after')])).toMatchObject({ journal: 'written', database: 'written' });
    expect(await ledger.verify()).toMatchObject({ entries: 1, chain: 'whole', copies: 'equal' });
  });

  test("refuses with locked when a person's key is needed and nobody is signed in", async () => {
    const workstation = newWorkstation();
    (await startUnlocked(workstation)).database.close();
    const { vault, ledger } = start(workstation);
    await ledger.open();
    expect(await vault.openWorkstation()).toBe(true);
    await expect(ledger.append([patientAdded('Okafor')])).rejects.toMatchObject({ code: 'locked' });
    expect(workstation.disk.journal).toHaveLength(0);
  });

  test('takes and shows open facts when nobody is signed in, and leaves the others out', async () => {
    const workstation = newWorkstation();
    const before = await startUnlocked(workstation);
    await before.ledger.append([patientAdded('Okafor')]);
    before.database.close();

    const { vault, ledger } = start(workstation);
    await vault.openWorkstation();
    await ledger.open();
    await ledger.append([stepDone('call-bed-manager')]);

    const read = await ledger.readAll();
    expect(read.entries.map(({ type }) => type)).toEqual(['step.done']);
    expect(read.quarantined).toEqual([]);
  });
});

describe('start', () => {
  test('rebuilds the database from the journal with equal content when Chromium threw it away', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append(Array.from({ length: 1200 }, (_, index) => patientAdded(`P${index}`)));
    const before = await first.ledger.readAll();
    first.database.close();
    await deleteDatabase(workstation.name);

    const second = start(workstation);
    const progress: number[] = [];
    const state = await second.ledger.open((done) => progress.push(done));
    await second.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });

    expect(state).toMatchObject({
      recovered: { from: 'journal', entries: 1200, reason: 'database-empty' },
      journal: 'ok',
      database: 'ok',
    });
    expect(progress.length).toBeGreaterThan(1);
    expect((await second.ledger.readAll()).entries).toEqual(before.entries);
    expect(await second.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal' });
  });

  test('rebuilds the journal from the database when the journal folder is gone', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor'), patientAdded('Lindqvist')]);
    const lines = workstation.disk.journal.map(({ text }) => text);
    first.database.close();
    workstation.disk.journal = [];

    const second = await startUnlocked(workstation);

    expect(workstation.disk.journal.map(({ text }) => readSealedLine(text))).toEqual(lines.map(readSealedLine));
    expect(await families(second)).toEqual(['Okafor', 'Lindqvist']);
  });

  test('says once in the ledger that a copy was rebuilt, also when the first start after it was killed', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor')]);
    first.database.close();
    await deleteDatabase(workstation.name);

    const killed = start(workstation);
    await killed.ledger.open();
    killed.database.close();

    const second = await startUnlocked(workstation);
    await second.ledger.append([stepDone('one')]);
    await second.ledger.append([stepDone('two')]);

    const notes = (await second.ledger.readAll()).entries.filter(({ type }) => type === 'storage.recovered');
    expect(notes).toMatchObject([{ payload: { from: 'journal', entries: 1, reason: 'database-empty' } }]);
  });

  test('says why when the database was moved aside because it never opened', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor')]);
    first.database.close();
    await moveDatabaseAside(createShell(first.fake.bridge));
    expect(first.fake.calls.at(-1)?.channel).toBe('database.moveAside');
    await deleteDatabase(workstation.name);

    const second = start(workstation);
    expect(await second.ledger.open()).toMatchObject({ recovered: { entries: 1, reason: 'database-unopenable' } });
    second.database.close();
    expect(await start(workstation).ledger.open()).not.toHaveProperty('recovered');
  });

  test('shows the head of the chain as a short code that changes with every entry', async () => {
    const { ledger } = await startUnlocked(newWorkstation());
    const before = ledger.headCode();
    await ledger.append([stepDone('one')]);
    const { devices } = await ledger.verify();
    expect(ledger.headCode()).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/u);
    expect(ledger.headCode()).not.toBe(before);
    expect(devices[0]?.head.toUpperCase().startsWith(ledger.headCode().replace('-', ''))).toBe(true);
  });

  test('keeps one generation over all starts', async () => {
    const workstation = newWorkstation();
    const first = start(workstation);
    const { generation } = await first.ledger.open();
    first.database.close();
    await deleteDatabase(workstation.name);
    expect(await start(workstation).ledger.open()).toMatchObject({ generation });
  });

  test('mends a broken line of the journal from the database and says so', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor'), patientAdded('Lindqvist'), patientAdded('Haddad')]);
    first.database.close();
    workstation.disk.journal.splice(1, 1, { text: 'broken' });
    const second = start(workstation);
    expect(await second.ledger.open()).toMatchObject({ recovered: { from: 'database', entries: 1 }, journal: 'ok' });
  });

  test('shows the journal as failed when a line is broken that the database cannot explain', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor')]);
    first.database.close();
    workstation.disk.journal.push({ text: 'broken' });
    const second = start(workstation);
    const state = await second.ledger.open();
    expect(state).toMatchObject({ journal: 'failed', database: 'ok' });
    expect(state).not.toHaveProperty('recovered');
  });

  test('refuses to begin anew when the database is gone and the journal cannot be read', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor')]);
    first.database.close();
    await deleteDatabase(workstation.name);
    const second = start(workstation);
    second.fake.fail('journal.summary', { when: 'before', code: 'not-writable' });
    await expect(second.ledger.open()).rejects.toMatchObject({ code: 'not-writable' });
  });
});
