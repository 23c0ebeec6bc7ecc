import type { ReadJournal, RecoveryFile, Unreadable } from '../../app/backup-port';
import { type Clock, PortFailure } from '../../app/ports';
import { refuse, ok } from '../../domain/basics/result';
import { compareEntries } from '../../domain/ledger/order';
import type { Snapshot } from '../../domain/patient/patient';
import type { Keyring } from '../keyring';
import { type Decode, openRows } from '../ledger/open-entries';
import { missingPlaces } from '../ledger/places';
import { openJson } from '../sealed-bytes';
import type { Shell } from '../shell';
import { snapshotIdOf, snapshotPurpose } from '../snapshot-store';
import { openWithSecret } from '../vault/open-with-secret';
import { asPerson, createSignIn } from '../vault/sign-in';
import { ARGON2_COST, createSlotSmith } from '../vault/slots';
import { type Stretch, stretchInWorker } from '../vault/stretch';
import { journalLines } from './journal-lines';
import { vaultForRecovery } from './vault-for-recovery';

/** Reads journal files with nothing but a vault file and a secret: no database, no profile, no device secret. */
export function createJournalReader({
  shell,
  clock,
  decode,
  stretch = stretchInWorker,
}: {
  readonly shell: Shell;
  readonly clock: Clock;
  readonly decode: Decode;
  readonly stretch?: Stretch;
}): ReadJournal {
  // Only slots without this PC's secret are tried, so the shell is never asked.
  const signIn = createSignIn(shell, createSlotSmith({ stretch, cost: ARGON2_COST, clock }));

  return async ({ journal, vault: vaultBytes, snapshots, secret }) => {
    const vault = await vaultForRecovery(vaultBytes);
    if (!vault.ok) return vault;
    const file = vault.value;
    const { found, unreadable, files } = await journalLines(journal, file.vault);
    if (files === 0) {
      const newer = unreadable.some(({ why }) => why === 'newer-format');
      if (unreadable.length === 0) return refuse({ code: 'no-journal' });
      return newer ? refuse({ code: 'newer-format', format: 0 }) : refuse({ code: 'other-vault' });
    }
    const opened = await openKeys(() => openWithSecret(signIn, file, secret));
    if (opened === 'damaged') return refuse({ code: 'vault-file-damaged' });
    if (!opened) return refuse({ code: 'wrong-passphrase' });
    opened.root.fill(0);

    const rows = await openRows(
      found.map(({ entry }) => entry),
      opened.keyring,
      decode,
    );
    const broken = rows.flatMap((one, index): Unreadable[] => {
      const at = found[index];
      if (one.as !== 'quarantined' || !at) return [];
      const { device, seq, type } = one.row;
      return [{ file: at.file, line: at.line, device, seq, type, why: one.reason }];
    });
    const known = found.map(({ entry }) => entry).sort(byPlace);
    const missing = missingPlaces(known).map((gap): Unreadable => ({ file: '', line: 0, ...gap, why: 'missing' }));
    const newest = await newestSnapshot(snapshots, opened.keyring);
    return ok({
      vault: file.vault,
      site: file.site,
      ward: file.ward,
      workstation: file.workstation,
      people: file.people.map(({ id }) => asPerson(file, id)),
      entries: rows.flatMap((one) => (one.as === 'entry' ? [one.entry] : [])).toSorted(compareEntries),
      snapshot: newest.snapshot,
      unreadable: [...unreadable, ...broken, ...missing, ...newest.unreadable],
    });
  };
}

async function openKeys<T>(open: () => Promise<T>): Promise<T | 'damaged'> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof PortFailure && error.code === 'damaged') return 'damaged';
    throw error;
  }
}

async function newestSnapshot(
  files: readonly RecoveryFile[],
  keyring: Keyring,
): Promise<{ readonly snapshot: Snapshot | undefined; readonly unreadable: readonly Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const byAge = files
    .flatMap(({ name, bytes }) => {
      const id = snapshotIdOf(name);
      return id === undefined ? [] : [{ id, name, bytes }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  for (const { id, name, bytes } of byAge) {
    try {
      const snapshot = (await openJson(keyring, snapshotPurpose(id), bytes)) as Snapshot;
      return { snapshot, unreadable };
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
      const why =
        error.code === 'wrong-key' ? 'wrong-key' : error.code === 'newer-version' ? 'newer-format' : 'damaged';
      unreadable.push({ file: name, line: 0, why });
    }
  }
  return { snapshot: undefined, unreadable };
}

function byPlace(a: { device: string; seq: number }, b: { device: string; seq: number }): number {
  return a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1;
}
