import { expect, test } from 'vitest';
import { createDraftStore } from '../../../renderer/storage/draft-store';
import { createIds } from '../../../renderer/storage/ids';
import { createShell } from '../../../renderer/storage/shell';
import { createSnapshotStore } from '../../../renderer/storage/snapshot-store';
import { newWorkstation, PASSPHRASE, patientAdded, start, type Workstation } from './workbench';

const FAMILY = 'Zsombor-Quixada';
// Long enough not to turn up in a hash by chance.
const PIN = '482917305164';
const NOTE = 'penicillin anaphylaxis 1998';

/** Every byte string of a value as Latin-1 text, whatever it is nested in. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Array.from(value, (byte) => String.fromCharCode(byte)).join('')];
  if (value instanceof Map) return [...value].flatMap(textsOf);
  if (typeof value === 'object' && value !== null)
    return [...Object.keys(value), ...Object.values(value).flatMap(textsOf)];
  return [String(value)];
}

/** The ways a marker could lie there in plain text: as it is, as UTF-16, and inside base64 at each of its three offsets. */
function disguises(marker: string): string[] {
  const base64 = [0, 1, 2].map((shift) => btoa('x'.repeat(shift) + marker).slice(shift === 0 ? 0 : shift + 1, -4));
  // A short piece of base64 turns up in any cipher text by chance.
  return [marker, marker.toLowerCase(), [...marker].join('\0'), ...base64.filter((text) => text.length >= 8)];
}

async function everythingStored({ disk, name }: Workstation): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  const texts = textsOf(disk);
  for (const store of database.objectStoreNames) {
    const request = database.transaction(store).objectStore(store).getAll();
    texts.push(
      ...(await new Promise<string[]>((resolve) =>
        request.addEventListener('success', () => resolve(textsOf(request.result))),
      )),
    );
  }
  database.close();
  return texts;
}

test('no stored value shows a patient, a note or a secret when entries, drafts and a snapshot were written', async () => {
  const workstation = newWorkstation();
  const { vault, ledger, database, fake } = start(workstation);
  const created = await vault.create({
    site: 'S',
    ward: 'W',
    workstation: 'X',
    managerName: 'Alex Roe',
    passphrase: PASSPHRASE,
  });
  if (!created.ok) throw new Error(created.error.code);
  await vault.enrol({ name: 'Sam Doe', role: 'nurse', pin: PIN });
  await ledger.open();
  await ledger.append([patientAdded(FAMILY)].map((entry) => ({ ...entry, subject: 'patient-1' })));
  const drafts = createDraftStore({ database, keyring: vault.keyring, signedIn: () => 'sam' });
  await drafts.put({
    id: 'd',
    author: 'sam',
    outage: 'o',
    form: 'F06',
    version: '1',
    patient: 'patient-1',
    updatedAt: '2026-11-22T05:27:00.000Z',
    response: { NOTE },
  });
  const snapshots = createSnapshotStore({
    shell: createShell(fake.bridge),
    database,
    keyring: vault.keyring,
    newId: createIds().newId,
  });
  await snapshots.replace({
    id: 's',
    asOf: '2026-11-22T04:00:00.000Z',
    importedAt: '2026-11-22T05:00:00.000Z',
    source: 'census',
    known: { [FAMILY]: 'patient-1' },
    patients: [{ id: 'patient-1', family: FAMILY, given: NOTE, allergyStatus: 'not-in-snapshot', allergies: [] }],
  });

  const stored = await everythingStored(workstation);

  // The search works: what is meant to be readable is found.
  expect(stored.some((text) => text.includes('Sam Doe'))).toBe(true);
  expect(stored.some((text) => text.includes('patient.added'))).toBe(true);
  const { recoveryCode } = created.value;
  const leaks = [FAMILY, NOTE, PASSPHRASE, PIN, recoveryCode, recoveryCode.replaceAll('-', '')].flatMap((marker) =>
    disguises(marker).filter((disguise) => stored.some((text) => text.includes(disguise))),
  );
  expect(leaks).toEqual([]);
});
