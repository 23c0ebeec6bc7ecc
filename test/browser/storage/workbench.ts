import { PortFailure } from '../../../renderer/app/ports';
import { decodeEntry } from '../../../renderer/domain/ledger/decode';
import type { NewEntry } from '../../../renderer/domain/ledger/entry';
import { createClock } from '../../../renderer/storage/clock';
import { createDatabase, type Database } from '../../../renderer/storage/database';
import { createIds } from '../../../renderer/storage/ids';
import type { BackupStore } from '../../../renderer/app/backup-port';
import type { DraftStore, LibraryStore, SnapshotStore } from '../../../renderer/app/ports';
import { createBackupStore } from '../../../renderer/storage/backup/backup-store';
import { createDraftStore } from '../../../renderer/storage/draft-store';
import { createLedgerStore } from '../../../renderer/storage/ledger-store';
import { createPatientRemoval } from '../../../renderer/storage/retention/removal-store';
import type { PatientRemoval } from '../../../renderer/app/removal-port';
import { createLibraryStore } from '../../../renderer/storage/library-store';
import { createSnapshotStore } from '../../../renderer/storage/snapshot-store';
import { createSpaceWatch } from '../../../renderer/storage/space-watch';
import { createVaultShelf } from '../../../renderer/storage/vault/vault-shelf';
import { createShell } from '../../../renderer/storage/shell';
import { createVault, type VaultWithKeys } from '../../../renderer/storage/vault/vault';
import {
  createFakeShell,
  emptyDisk,
  type FakeDisk,
  type FakeShell,
  type FakeShellOptions,
} from '../../support/fake-shell';

export const PASSPHRASE = 'correct horse battery';
export const PIN = '482917';

/** Argon2id as cheap as it goes: what is tested is the slot, not the cost. */
export const CHEAP = { memoryKiB: 64, passes: 1 };

let databases = 0;

/** One workstation: a disk (shell side) and a database name (Chromium side) that outlive each start of the app. */
export interface Workstation {
  readonly disk: FakeDisk;
  readonly name: string;
}

export function newWorkstation(): Workstation {
  databases += 1;
  return { disk: emptyDisk(), name: `test-${databases}-${Math.random().toString(36).slice(2)}` };
}

/** The database with a switch: broken, it neither opens nor answers. */
export interface BreakableDatabase extends Database {
  broken: boolean;
}

/** One start of the app on a workstation; nothing is opened yet. */
export interface Started {
  readonly fake: FakeShell;
  readonly database: BreakableDatabase;
  readonly vault: VaultWithKeys;
  readonly ledger: ReturnType<typeof createLedgerStore>;
  readonly snapshots: SnapshotStore;
  readonly drafts: DraftStore;
  readonly library: LibraryStore;
  readonly backup: BackupStore;
  readonly removal: PatientRemoval;
}

export function start({ disk, name }: Workstation, options: FakeShellOptions = {}): Started {
  const fake = createFakeShell({ ...options, disk });
  const shell = createShell(fake.bridge);
  const database = createBreakableDatabase(name, createSpaceWatch(fake.bridge, shell).isFull);
  const clock = createClock(() => new Date(Date.UTC(2026, 10, 22, 5, 27)));
  const ids = createIds();
  const shelf = createVaultShelf(shell);
  const newId = () => ids.newId();
  const vault = createVault({ shell, clock, ids, shelf, cost: CHEAP });
  const { keyring, signedIn } = vault;
  const library = createLibraryStore({ shell, database });
  const ledger = createLedgerStore({
    shell,
    database,
    keyring,
    clock,
    ids,
    decode: decodeEntry,
    mendAfterMs: 0,
  });
  const snapshots = createSnapshotStore({ shell, database, keyring, newId });
  return {
    fake,
    database,
    vault,
    ledger,
    library,
    snapshots,
    removal: createPatientRemoval({ shell, database, snapshots, bookEpochs: vault.bookEpochs }),
    drafts: createDraftStore({ database, keyring, signedIn }),
    backup: createBackupStore({ shell, database, ledger, library, shelf, keyring, clock, newId, cost: CHEAP }),
  };
}

function createBreakableDatabase(name: string, isFull: () => Promise<boolean>): BreakableDatabase {
  const database = createDatabase({ name, isFull });
  const refuse = (): never => {
    throw new PortFailure('disk-full', 'broken by the test');
  };
  const breakable: BreakableDatabase = {
    broken: false,
    tables: () => (breakable.broken ? refuse() : database.tables()),
    ensureOpen: async (timeoutMs) => (breakable.broken ? refuse() : database.ensureOpen(timeoutMs)),
    refuseWhenFull: () => database.refuseWhenFull(),
    close: () => database.close(),
  };
  return breakable;
}

export const SET_UP = {
  site: 'St Elsewhere',
  ward: 'Ward 7B',
  workstation: 'WS-7B-02',
  managerName: 'Alex Roe',
  passphrase: PASSPHRASE,
};

/** A start with a vault that is set up (first time) or unlocked with the passphrase, and the ledger open. */
export async function startUnlocked(workstation: Workstation, options: FakeShellOptions = {}): Promise<Started> {
  const started = start(workstation, options);
  const { exists } = await started.vault.status();
  const opened = exists
    ? await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' })
    : await started.vault.create(SET_UP);
  if (!opened.ok) throw new Error(`workbench: ${opened.error.code}`);
  await started.ledger.open();
  return started;
}

/** A fact with a patient in it: the family name is a marker no stored byte may show. */
export function patientAdded(family: string): NewEntry {
  return {
    book: 'outage-1',
    subject: `patient-${family}`,
    by: 'person-1',
    type: 'patient.added',
    payload: {
      facts: { family, given: 'Marker', mrn: `MRN-${family}`, allergyStatus: 'not-in-snapshot', allergies: [] },
      downtimeNumber: 'DT-001',
      arrivedAt: '2026-11-22T05:27:00.000+01:00',
    },
  };
}

/** An open fact: written without a sign-in. */
export function stepDone(step: string): NewEntry {
  return { book: 'outage-1', subject: 'run-1', by: '-', type: 'step.done', payload: { step, round: 1 } };
}

/** Family names of the patients added, in fold order. */
export async function families({ ledger }: Started): Promise<readonly string[]> {
  const { entries } = await ledger.readAll();
  return entries.flatMap((entry) => (entry.type === 'patient.added' ? [entry.payload.facts.family] : []));
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('not deleted')));
  });
}

/** A set-up workstation and who can sign in there. */
export interface Enrolled {
  readonly workstation: Workstation;
  readonly recoveryCode: string;
  readonly manager: string;
  readonly nurse: string;
}

/** A workstation with a manager (passphrase) and a nurse (PIN), the app ended. */
export async function enrolled(options: FakeShellOptions = {}): Promise<Enrolled> {
  const workstation = newWorkstation();
  const { vault } = start(workstation, options);
  const created = await vault.create(SET_UP);
  if (!created.ok) throw new Error(created.error.code);
  const nurse = await vault.enrol({ name: 'Sam Doe', role: 'nurse', pin: PIN });
  if (!nurse.ok) throw new Error(nurse.error.code);
  return {
    workstation,
    recoveryCode: created.value.recoveryCode,
    manager: created.value.person.id,
    nurse: nurse.value.id,
  };
}
