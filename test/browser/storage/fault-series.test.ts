import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deleteDatabase,
  families,
  newWorkstation,
  patientAdded,
  PASSPHRASE,
  start,
  type Started,
  type Workstation,
} from './workbench';

const EVENTS = [
  'append',
  'append',
  'append three',
  'journal refuses',
  'journal loses an answer',
  'journal is well',
  'database closes',
  'database breaks',
  'database is well',
  'killed and started',
  'database lost',
  'journal lost',
] as const;

type Event = (typeof EVENTS)[number];

/** What the ward was told, and what it must therefore find. */
interface Ward {
  readonly workstation: Workstation;
  started: Started;
  readonly acknowledged: string[];
  /** Copies that hold everything acknowledged. */
  journal: boolean;
  database: boolean;
  next: number;
}

async function startAgain(ward: Ward): Promise<void> {
  ward.started.database.close();
  ward.started = start(ward.workstation);
  await ward.started.ledger.open();
  await ward.started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  [ward.journal, ward.database] = [true, true];
}

async function append(ward: Ward, count: number): Promise<void> {
  const wanted = Array.from({ length: count }, () => `P${(ward.next += 1)}`);
  try {
    const receipt = await ward.started.ledger.append(wanted.map(patientAdded));
    ward.acknowledged.push(...wanted);
    [ward.journal, ward.database] = [receipt.journal === 'written', receipt.database === 'written'];
  } catch {
    // The ward was told that it is not saved.
  }
}

async function play(ward: Ward, event: Event): Promise<void> {
  const { fake, database } = ward.started;
  switch (event) {
    case 'append':
      return append(ward, 1);
    case 'append three':
      return append(ward, 3);
    case 'journal refuses':
      return fake.fail('journal.append', { when: 'before', code: 'disk-full' });
    case 'journal loses an answer':
      return fake.fail('journal.append', { when: 'after', code: 'not-writable', times: 1 });
    case 'journal is well':
      return fake.mend();
    case 'database closes':
      return database.close();
    case 'database breaks':
      database.broken = true;
      return;
    case 'database is well':
      database.broken = false;
      return;
    case 'killed and started':
      return startAgain(ward);
    case 'database lost':
      if (!ward.journal) return;
      database.close();
      await deleteDatabase(ward.workstation.name);
      return startAgain(ward);
    case 'journal lost':
      if (!ward.database) return;
      ward.workstation.disk.journal = [];
      return startAgain(ward);
  }
}

test('no acknowledged entry is lost and both copies end equal when faults, losses and starts come in any order', async () => {
  const template = newWorkstation();
  const first = start(template);
  await first.vault.create({ site: 'S', ward: 'W', workstation: 'X', managerName: 'M', passphrase: PASSPHRASE });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...EVENTS), { minLength: 3, maxLength: 14 }), async (events) => {
      const { disk } = first.fake;
      const workstation = newWorkstation();
      workstation.disk.vault = disk.vault;
      workstation.disk.deviceSecret = disk.deviceSecret;
      const ward: Ward = {
        workstation,
        started: start(workstation),
        acknowledged: [],
        journal: true,
        database: true,
        next: 0,
      };
      await startAgain(ward);
      for (const event of events) await play(ward, event);

      ward.started.fake.mend();
      ward.started.database.broken = false;
      // The first may only find out that a copy fails; the second mends it.
      await append(ward, 1);
      await append(ward, 1);

      const found = await families(ward.started);
      expect(found.filter((family) => ward.acknowledged.includes(family))).toEqual(ward.acknowledged);
      expect(await ward.started.ledger.verify()).toMatchObject({ chain: 'whole', copies: 'equal', quarantined: [] });
      ward.started.database.close();
      await deleteDatabase(workstation.name);
    }),
    { numRuns: 40 },
  );
}, 180_000);
