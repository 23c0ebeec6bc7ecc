import { describe, expect, test } from 'vitest';
import { families, newWorkstation, PASSPHRASE, patientAdded, start, startUnlocked } from './workbench';

describe('a fault of one copy', () => {
  test('keeps going on the database and mends the journal when the journal fails for a while', async () => {
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    started.fake.fail('journal.append', { when: 'before', code: 'not-writable' });
    expect(await started.ledger.append([patientAdded('Okafor')])).toMatchObject({
      journal: 'failed',
      database: 'written',
    });
    expect(await started.ledger.append([patientAdded('Lindqvist')])).toMatchObject({
      journal: 'failed',
      database: 'written',
    });
    expect(await started.ledger.verify()).toMatchObject({ copies: 'journal-short' });

    started.fake.mend();
    expect(await started.ledger.append([patientAdded('Haddad')])).toMatchObject({
      journal: 'written',
      database: 'written',
    });
    expect(await started.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });

  test('keeps going on the journal and mends the database when the database fails for a while', async () => {
    const started = await startUnlocked(newWorkstation());
    await started.ledger.append([patientAdded('Okafor')]);
    started.database.broken = true;
    expect(await started.ledger.append([patientAdded('Lindqvist')])).toMatchObject({
      journal: 'written',
      database: 'failed',
    });
    expect(await families(started)).toEqual(['Okafor', 'Lindqvist']);
    expect(await started.ledger.verify()).toMatchObject({ copies: 'database-short', chain: 'whole' });

    started.database.broken = false;
    expect(await started.ledger.append([patientAdded('Haddad')])).toMatchObject({
      journal: 'written',
      database: 'written',
    });
    expect(await families(started)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(await started.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });

  test('opens the database again at once when only its connection was closed', async () => {
    const started = await startUnlocked(newWorkstation());
    started.database.close();
    expect(await started.ledger.append([patientAdded('Okafor')])).toMatchObject({
      journal: 'written',
      database: 'written',
    });
  });

  test('counts as written when the journal wrote and only its answer was lost', async () => {
    const started = await startUnlocked(newWorkstation());
    started.fake.fail('journal.append', { when: 'after', code: 'not-writable', times: 1 });
    expect(await started.ledger.append([patientAdded('Okafor')])).toMatchObject({
      journal: 'written',
      database: 'written',
    });
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
    await second.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    await second.ledger.append([patientAdded('Lindqvist')]);
    second.fake.mend();
    expect(await second.ledger.append([patientAdded('Haddad')])).toMatchObject({
      journal: 'written',
      database: 'written',
    });
    expect(await second.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole', copies: 'equal' });
  });
});
