import { describe, expect, test } from 'vitest';
import { readSealedLine } from '../../../renderer/storage/ledger/sealed-line';
import { deleteDatabase, families, newWorkstation, patientAdded, start, startUnlocked, stepDone } from './workbench';

describe('append', () => {
  test('is in both copies and reads back the same when both work', async () => {
    const workstation = newWorkstation();
    const { ledger } = await startUnlocked(workstation);

    const receipt = await ledger.append([patientAdded('Okafor'), patientAdded('Lindqvist')]);

    expect(receipt).toMatchObject({ journal: 'written', database: 'written' });
    expect(receipt.entries.map(({ seq, lamport }) => [seq, lamport])).toEqual([[1, 1], [2, 2]]);
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
    const receipts = await Promise.all(Array.from({ length: 40 }, (_, index) => ledger.append([patientAdded(`P${index}`)])));
    expect(receipts.map(({ entries }) => entries[0]?.seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(await ledger.verify()).toMatchObject({ entries: 40, chain: 'whole', copies: 'equal' });
  });

  test('refuses with locked when a person\'s key is needed and nobody is signed in', async () => {
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
    await second.vault.unlock({ secret: 'correct horse battery', kind: 'passphrase' });

    expect(state).toMatchObject({ recovered: { from: 'journal', entries: 1200, reason: 'database-empty' }, journal: 'ok', database: 'ok' });
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

  test('keeps one generation over all starts', async () => {
    const workstation = newWorkstation();
    const first = start(workstation);
    const { generation } = await first.ledger.open();
    first.database.close();
    await deleteDatabase(workstation.name);
    expect(await start(workstation).ledger.open()).toMatchObject({ generation });
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

describe('a fault of one copy', () => {
  test('keeps going on the database and mends the journal when the journal fails for a while', async () => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    started.fake.fail('journal.append', { when: 'before', code: 'disk-full' });
    expect(await started.ledger.append([patientAdded('Okafor')])).toMatchObject({ journal: 'failed', database: 'written' });
    expect(await started.ledger.append([patientAdded('Lindqvist')])).toMatchObject({ journal: 'failed', database: 'written' });
    expect(await started.ledger.verify()).toMatchObject({ copies: 'journal-short' });

    started.fake.mend();
    expect(await started.ledger.append([patientAdded('Haddad')])).toMatchObject({ journal: 'written', database: 'written' });
    expect(await started.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });

  test('keeps going on the journal and mends the database when the database fails for a while', async () => {
    const started = await startUnlocked(newWorkstation());
    await started.ledger.append([patientAdded('Okafor')]);
    started.database.broken = true;
    expect(await started.ledger.append([patientAdded('Lindqvist')])).toMatchObject({ journal: 'written', database: 'failed' });
    expect(await families(started)).toEqual(['Okafor', 'Lindqvist']);
    expect(await started.ledger.verify()).toMatchObject({ copies: 'database-short', chain: 'whole' });

    started.database.broken = false;
    expect(await started.ledger.append([patientAdded('Haddad')])).toMatchObject({ journal: 'written', database: 'written' });
    expect(await families(started)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(await started.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });

  test('opens the database again at once when only its connection was closed', async () => {
    const started = await startUnlocked(newWorkstation());
    started.database.close();
    expect(await started.ledger.append([patientAdded('Okafor')])).toMatchObject({ journal: 'written', database: 'written' });
  });

  test('counts as written when the journal wrote and only its answer was lost', async () => {
    const started = await startUnlocked(newWorkstation());
    started.fake.fail('journal.append', { when: 'after', code: 'not-writable', times: 1 });
    expect(await started.ledger.append([patientAdded('Okafor')])).toMatchObject({ journal: 'written', database: 'written' });
    expect(await started.ledger.verify()).toMatchObject({ copies: 'equal' });
  });

  test('throws and writes nothing later when neither copy took it', async () => {
    const started = await startUnlocked(newWorkstation());
    await started.ledger.append([patientAdded('Okafor')]);
    started.fake.fail('journal.append', { when: 'before', code: 'disk-full', times: 1 });
    started.database.broken = true;
    await expect(started.ledger.append([patientAdded('Lost')])).rejects.toMatchObject({ code: 'disk-full' });
    started.database.broken = false;

    const receipt = await started.ledger.append([patientAdded('Haddad')]);

    expect(receipt.entries).toHaveLength(1);
    expect(await families(started)).toEqual(['Okafor', 'Haddad']);
    expect(await started.ledger.verify()).toMatchObject({ entries: 2, chain: 'whole', copies: 'equal' });
  });

  test('shows a batch as written after all when the journal had taken it and both had said no', async () => {
    const started = await startUnlocked(newWorkstation());
    started.fake.fail('journal.append', { when: 'after', code: 'not-writable', times: 1 });
    started.fake.fail('journal.summary', { when: 'before', code: 'not-writable', times: 1 });
    started.database.broken = true;
    await expect(started.ledger.append([patientAdded('Okafor')])).rejects.toMatchObject({ code: 'not-writable' });
    started.database.broken = false;

    const receipt = await started.ledger.append([patientAdded('Haddad')]);

    expect(receipt.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await families(started)).toEqual(['Okafor', 'Haddad']);
    expect(await started.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal' });
  });

  test('never forks the chain when a batch is in doubt and the journal stays silent', async () => {
    const started = await startUnlocked(newWorkstation());
    started.fake.fail('journal.append', { when: 'after', code: 'not-writable' });
    started.fake.fail('journal.summary', { when: 'before', code: 'not-writable' });
    started.database.broken = true;
    await expect(started.ledger.append([patientAdded('Okafor')])).rejects.toMatchObject({ code: 'not-writable' });
    started.database.broken = false;
    await started.ledger.append([patientAdded('Lindqvist')]);
    started.fake.mend();
    await started.ledger.append([patientAdded('Haddad')]);
    expect(await families(started)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(await started.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });

  test('never forks the chain when a batch is in doubt and the database stays silent', async () => {
    const started = await startUnlocked(newWorkstation());
    await started.ledger.append([patientAdded('Okafor')]);
    started.fake.fail('journal.append', { when: 'before', code: 'not-writable', times: 1 });
    started.database.broken = true;
    await expect(started.ledger.append([patientAdded('Lindqvist')])).rejects.toMatchObject({ code: 'not-writable' });
    expect((await started.ledger.append([patientAdded('Haddad')])).entries.map(({ seq }) => seq)).toEqual([2, 3]);
    started.database.broken = false;
    await started.ledger.append([patientAdded('Nakamura')]);
    expect(await families(started)).toEqual(['Okafor', 'Lindqvist', 'Haddad', 'Nakamura']);
    expect(await started.ledger.verify()).toMatchObject({ entries: 4, chain: 'whole', copies: 'equal' });
  });

  test('starts with a failed journal on the database alone and mends it later', async () => {
    const workstation = newWorkstation();
    const first = await startUnlocked(workstation);
    await first.ledger.append([patientAdded('Okafor')]);
    first.database.close();

    const second = start(workstation);
    second.fake.fail('journal.summary', { when: 'before', code: 'not-writable' });
    expect(await second.ledger.open()).toMatchObject({ journal: 'failed', database: 'ok' });
    await second.vault.unlock({ secret: 'correct horse battery', kind: 'passphrase' });
    await second.ledger.append([patientAdded('Lindqvist')]);
    second.fake.mend();
    expect(await second.ledger.append([patientAdded('Haddad')])).toMatchObject({ journal: 'written', database: 'written' });
    expect(await second.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });
});
