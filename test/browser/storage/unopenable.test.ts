import { expect, test } from 'vitest';
import { PortFailure } from '../../../renderer/app/ports';
import {
  families,
  newWorkstation,
  patientAdded,
  type Started,
  start,
  startUnlocked,
  type Workstation,
} from './workbench';

// A database that Chromium refuses for ever: moved aside once, then rebuilt from the journal.

/** A start whose database does not open, as with a lost MANIFEST, or whose first read fails, as with a broken block. */
function startBroken(workstation: Workstation, at: 'opening' | 'reading'): Started {
  const started = start(workstation);
  const { ensureOpen, tables } = started.database;
  const refuse = (): never => {
    throw new PortFailure('database-unopenable', 'UnknownError');
  };
  Object.assign(started.database, {
    ensureOpen: (timeoutMs?: number) => (at === 'opening' ? Promise.reject(caught(refuse)) : ensureOpen(timeoutMs)),
    tables: () => (at === 'reading' ? refuse() : tables()),
  });
  return started;
}

function caught(work: () => never): Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

const movesOf = ({ fake }: Started): number =>
  fake.calls.filter(({ channel }) => channel === 'database.moveAside').length;

test.each(['opening', 'reading'] as const)('the database is moved aside once when %s it fails for ever', async (at) => {
  const workstation = newWorkstation();
  const first = await startUnlocked(workstation);
  await first.ledger.append([patientAdded('Okafor')]);
  first.database.close();

  const refused = startBroken(workstation, at);
  await expect(refused.ledger.open()).rejects.toMatchObject({ code: 'database-unopenable' });
  expect(movesOf(refused)).toBe(1);
  refused.database.close();

  // Moving it did not help: not again and again.
  const again = startBroken(workstation, at);
  await expect(again.ledger.open()).rejects.toMatchObject({ code: 'database-unopenable' });
  expect(movesOf(again)).toBe(0);
  again.database.close();

  const well = await startUnlocked(workstation);
  expect(await families(well)).toEqual(['Okafor']);
});

test('the database is left where it is when the journal has nothing to rebuild it from', async () => {
  const workstation = newWorkstation();
  const first = await startUnlocked(workstation);
  await first.ledger.append([patientAdded('Okafor')]);
  first.database.close();
  workstation.disk.journal.length = 0;

  const refused = startBroken(workstation, 'opening');
  await expect(refused.ledger.open()).rejects.toMatchObject({ code: 'database-unopenable' });
  expect(movesOf(refused)).toBe(0);
  refused.database.close();

  expect(await families(await startUnlocked(workstation))).toEqual(['Okafor']);
});

test('the database is moved aside when a block that only reading everything finds is broken', async () => {
  const workstation = newWorkstation();
  const first = await startUnlocked(workstation);
  await first.ledger.append([patientAdded('Okafor')]);
  const { tables } = first.database;
  const refuse = (): never => {
    throw new PortFailure('database-unopenable', 'UnknownError');
  };
  Object.assign(first.database, { tables: refuse });

  expect(await families(first)).toEqual(['Okafor']);
  expect(movesOf(first)).toBe(1);
  // A page that lives on, because moving it failed, does not try for ever.
  for (let read = 0; read < 3; read += 1) expect(await families(first)).toEqual(['Okafor']);
  expect(movesOf(first)).toBe(1);

  Object.assign(first.database, { tables });
  expect(await families(first)).toEqual(['Okafor']);
});
