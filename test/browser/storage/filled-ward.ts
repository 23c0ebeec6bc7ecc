import type { BackupRefusal } from '../../../renderer/app/backup-port';
import type { Draft } from '../../../renderer/app/ports';
import type { Snapshot } from '../../../renderer/domain/patient/patient';
import {
  newWorkstation,
  PASSPHRASE,
  patientAdded,
  PIN,
  SET_UP,
  start,
  type Started,
  type Workstation,
} from './workbench';

/** A workstation with some of everything a backup holds, signed in as its manager. */
export interface FilledWard {
  readonly workstation: Workstation;
  readonly started: Started;
  readonly recoveryCode: string;
  readonly manager: string;
  readonly nurse: string;
}

/** A form a site brought in. */
export const FORM_FILE = { kind: 'form', id: 'S01', version: '1.0.0', json: '{"resourceType":"Questionnaire"}' };

export const SNAPSHOT: Snapshot = {
  id: 'snapshot-1',
  asOf: '2026-11-22T04:00:00.000+01:00',
  importedAt: '2026-11-22T05:00:00.000+01:00',
  source: 'census.csv',
  patients: [{ id: 'p1', family: 'Abernathy', given: 'Ada', allergyStatus: 'not-in-snapshot', allergies: [] }],
  known: { 'MRN-1': 'p1' },
};

/** A draft with a marker no stored byte may show. */
export function draftOf(author: string): Draft {
  return {
    id: 'draft-1',
    outage: 'outage-1',
    form: 'F06',
    version: '1.0.0',
    patient: 'p1',
    author,
    updatedAt: '2026-11-22T05:27:00.000+01:00',
    response: { resourceType: 'QuestionnaireResponse', status: 'in-progress', note: 'Winterbourne' },
  };
}

export async function filledWard(): Promise<FilledWard> {
  const workstation = newWorkstation();
  const started = start(workstation);
  const { vault, ledger, snapshots, drafts, library } = started;
  const created = await vault.create(SET_UP);
  if (!created.ok) throw new Error(created.error.code);
  const nurse = await vault.enrol({ name: 'Sam Doe', role: 'nurse', pin: PIN });
  if (!nurse.ok) throw new Error(nurse.error.code);
  await ledger.open();
  for (const family of ['Okafor', 'Lindqvist', 'Haddad']) await ledger.append([patientAdded(family)]);
  const manager = created.value.person.id;
  await snapshots.replace(SNAPSHOT);
  await drafts.put(draftOf(manager));
  await library.put(FORM_FILE);
  return { workstation, started, recoveryCode: created.value.recoveryCode, manager, nurse: nurse.value.id };
}

/** Another PC: nothing on its disk, its ledger open. */
export async function freshPc(): Promise<{ readonly workstation: Workstation; readonly started: Started }> {
  const workstation = newWorkstation();
  const started = start(workstation);
  await started.ledger.open();
  return { workstation, started };
}

/** The same PC after its vault file survived and both copies of the ledger were lost with everything else. */
export async function emptiedPc({ workstation }: FilledWard): Promise<Started> {
  const { vault, deviceSecret } = workstation.disk;
  const emptied = newWorkstation();
  Object.assign(emptied.disk, { vault, deviceSecret });
  const started = start(emptied);
  await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  await started.ledger.open();
  return started;
}

/** Bytes of a backup, and a restore that must be refused. */
export async function refusalOf(started: Started, bytes: Uint8Array, secret = PASSPHRASE): Promise<BackupRefusal> {
  const restored = await started.backup.restore({ bytes, secret });
  if (restored.ok) throw new Error('restored what had to be refused');
  return restored.error;
}

/** Everything on a workstation's disk and in its database, as one text to compare. */
export async function allOf({ disk }: Workstation, { database }: Started): Promise<string> {
  const { entries, snapshots, drafts, library } = database.tables();
  const rows = await Promise.all([entries.toArray(), snapshots.toArray(), drafts.toArray(), library.toArray()]);
  return JSON.stringify([disk.vault, disk.journal, [...disk.blobs.keys()], disk.deviceSecret, rows]);
}
