import { describe, expect, test } from 'vitest';
import { sealedText } from '../../../renderer/domain/ledger/sealed-text';
import type { SealedEntry } from '../../../renderer/domain/ledger/entry';
import { readSealedLine, writeSealedLine } from '../../../renderer/storage/ledger/sealed-line';
import { sealEntry, sha256Hex } from '../../../renderer/storage/seal';
import { families, newWorkstation, patientAdded, type Started, startUnlocked, type Workstation } from './workbench';

type Change = (entry: SealedEntry) => SealedEntry;

const flipCipherText: Change = (entry) => ({
  ...entry,
  ct: (entry.ct.startsWith('A') ? 'B' : 'A') + entry.ct.slice(1),
});

async function changeDatabase({ database }: Started, seq: number, change: Change): Promise<void> {
  const { entries } = database.tables();
  const row = (await entries.toArray()).find((entry) => entry.seq === seq);
  if (row) await entries.put(change(row));
}

function changeJournal({ disk }: Workstation, seq: number, change: Change): void {
  for (const line of disk.journal) {
    const entry = readSealedLine(line.text);
    if (entry?.seq === seq) line.text = writeSealedLine(change(entry));
  }
}

async function threePatients(): Promise<{ workstation: Workstation; started: Started }> {
  const workstation = newWorkstation();
  const started = await startUnlocked(workstation);
  for (const family of ['Okafor', 'Lindqvist', 'Haddad']) await started.ledger.append([patientAdded(family)]);
  return { workstation, started };
}

async function changeBoth(workstation: Workstation, started: Started, seq: number, change: Change): Promise<void> {
  await changeDatabase(started, seq, change);
  changeJournal(workstation, seq, change);
}

describe('a changed row', () => {
  test('is read from the journal and named by verify when only the database was changed', async () => {
    const { started } = await threePatients();
    await changeDatabase(started, 2, flipCipherText);

    expect(await families(started)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(await started.ledger.verify()).toMatchObject({
      chain: 'broken',
      copies: 'differ',
      firstBroken: { seq: 2, why: 'changed in the database' },
    });
  });

  test('is named by verify when only the journal was changed', async () => {
    const { workstation, started } = await threePatients();
    changeJournal(workstation, 3, flipCipherText);
    expect(await started.ledger.verify()).toMatchObject({
      chain: 'broken',
      firstBroken: { seq: 3, why: 'changed in the journal' },
    });
  });

  test('is quarantined and the rest works when both copies were changed', async () => {
    const { workstation, started } = await threePatients();
    await changeBoth(workstation, started, 2, flipCipherText);

    const { entries, quarantined } = await started.ledger.readAll();

    expect(entries.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(quarantined).toMatchObject([{ seq: 2, type: 'patient.added', reason: 'damaged' }]);
    expect(await started.ledger.verify()).toMatchObject({
      chain: 'broken',
      firstBroken: { seq: 2 },
      quarantined: [{ seq: 2 }],
    });
    expect(await started.ledger.append([patientAdded('Nakamura')])).toMatchObject({
      journal: 'written',
      database: 'written',
    });
  });

  test('does not open under another head when its hash was made to fit', async () => {
    const { workstation, started } = await threePatients();
    const rehash = async (entry: SealedEntry): Promise<SealedEntry> => {
      const moved = { ...entry, subject: 'another-patient' };
      return { ...moved, hash: await sha256Hex(sealedText(moved)) };
    };
    const second = (await started.ledger.readSealed())[1];
    if (!second) throw new Error('no second entry');
    const forged = await rehash(second);
    await changeBoth(workstation, started, 2, () => forged);

    const { entries, quarantined } = await started.ledger.readAll();

    expect(entries.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(quarantined).toMatchObject([{ seq: 2, reason: 'wrong-key' }]);
    expect(await started.ledger.verify()).toMatchObject({
      firstBroken: { seq: 3, why: 'does not follow its predecessor in the database' },
    });
  });

  test('is quarantined on both places when two rows were swapped', async () => {
    const { workstation, started } = await threePatients();
    const [first, second] = await started.ledger.readSealed();
    if (!first || !second) throw new Error('too few entries');
    await changeBoth(workstation, started, 1, () => ({ ...second, seq: 1 }));
    await changeBoth(workstation, started, 2, () => ({ ...first, seq: 2 }));

    const { entries, quarantined } = await started.ledger.readAll();

    expect(entries.map(({ seq }) => seq)).toEqual([3]);
    expect(quarantined.map(({ seq, reason }) => [seq, reason])).toEqual([
      [1, 'damaged'],
      [2, 'damaged'],
    ]);
    expect(await started.ledger.verify()).toMatchObject({ chain: 'broken', firstBroken: { seq: 1 } });
  });

  test('is shown as missing when it was removed from both copies', async () => {
    const { workstation, started } = await threePatients();
    const { device = '' } = started.vault.keyring;
    await started.database.tables().entries.delete([device, 2]);
    workstation.disk.journal = workstation.disk.journal.filter(({ text }) => readSealedLine(text)?.seq !== 2);

    expect((await started.ledger.readAll()).quarantined).toEqual([
      { id: '', device, seq: 2, type: '', reason: 'chain-broken' },
    ]);
    expect(await started.ledger.verify()).toMatchObject({
      chain: 'broken',
      firstBroken: { seq: 2, why: 'missing in the database' },
    });
  });

  test('comes back from the journal at the next start when it was removed from the database', async () => {
    const { workstation, started } = await threePatients();
    await started.database.tables().entries.delete([started.vault.keyring.device ?? '', 2]);
    started.database.close();
    const next = await startUnlocked(workstation);
    expect(await families(next)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(await next.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal' });
  });

  test('does not enter the record when the workstation key sealed what needs a person', async () => {
    const { workstation, started } = await threePatients();
    const { keyring } = started.vault;
    const key = keyring.key(0);
    const [, , last] = await started.ledger.readSealed();
    if (!key || !last) throw new Error('no workstation key');
    const head = { ...last, seq: 4, lamport: 4, id: 'forged', prev: last.hash };
    const { epoch: _e, iv: _i, ct: _c, hash: _h, ...bare } = head;
    const forged = await sealEntry(bare, patientAdded('Forged').payload, { epoch: 0, key });
    await started.database.tables().entries.add(forged);
    workstation.disk.journal.push({ text: writeSealedLine(forged) });

    expect(await families(started)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect((await started.ledger.readAll()).quarantined).toMatchObject([{ seq: 4, reason: 'wrong-key' }]);
  });
});

describe('entries of another ledger', () => {
  test('are added when they continue what is here', async () => {
    const { workstation, started } = await threePatients();
    const all = await started.ledger.readSealed();
    started.database.close();
    const restored = await startUnlocked({
      disk: { ...workstation.disk, journal: [], blobs: new Map() },
      name: `${workstation.name}-restored`,
    });

    expect(await restored.ledger.addSealed(all.slice(0, 2))).toBe(2);
    expect(await restored.ledger.addSealed(all)).toBe(1);

    expect(await families(restored)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    const receipt = await restored.ledger.append([patientAdded('Nakamura')]);
    expect(receipt.entries[0]).toMatchObject({ seq: 4, lamport: 4 });
    expect(await restored.ledger.verify()).toMatchObject({ entries: 4, chain: 'whole', copies: 'equal' });
  });

  test.each([
    [
      'one was changed',
      (all: readonly SealedEntry[]) => all.map((entry, index) => (index === 1 ? flipCipherText(entry) : entry)),
    ],
    ['one is missing in between', (all: readonly SealedEntry[]) => all.filter((_, index) => index !== 1)],
  ])('change nothing when %s', async (_, spoil) => {
    const { workstation, started } = await threePatients();
    const all = await started.ledger.readSealed();
    const empty = await startUnlocked({
      disk: { ...workstation.disk, journal: [], blobs: new Map() },
      name: `${workstation.name}-empty`,
    });
    await expect(empty.ledger.addSealed(spoil(all))).rejects.toMatchObject({ code: 'damaged' });
    expect(await empty.ledger.readSealed()).toEqual([]);
  });
});
