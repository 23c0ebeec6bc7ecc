import type { BackupCounts } from '../../app/backup-port';
import { PortFailure } from '../../app/ports';
import { snapshotBlobName } from '../snapshot-store';
import type { BackupSources } from './collect';
import type { BackupContents } from './contents';

/** Writes what is missing here; what is here stays as it is. Answers how much of each was added. */
export async function putBack(sources: BackupSources, contents: BackupContents): Promise<BackupCounts> {
  const entries = await sources.ledger.addSealed(contents.entries, { gaps: 'keep' });
  if ((await sources.ledger.missing(contents.entries, { gaps: 'keep' })).length > 0)
    throw new PortFailure('not-writable', 'entries do not read back after the restore');
  return {
    entries,
    snapshots: await putSnapshots(sources, contents),
    drafts: await putDrafts(sources, contents),
    library: await putLibrary(sources, contents),
  };
}

async function putSnapshots({ shell, database }: BackupSources, { snapshots }: BackupContents): Promise<number> {
  const table = database.tables().snapshots;
  const blobs = new Set((await shell.call('blob.list')).names);
  const added = new Set<string>();
  for (const { id, copies, sealed } of snapshots) {
    const name = snapshotBlobName(id);
    if (copies.includes('blob') && !blobs.has(name)) {
      await shell.call('blob.write', { name, bytes: sealed });
      added.add(id);
    }
    if (copies.includes('database') && !(await table.get(id))) {
      await table.add({ id, sealed });
      added.add(id);
    }
  }
  return added.size;
}

// Where this ledger has gone on since the backup, a draft of it may have been signed since: put back, it would come up
// as a second form for the same patient.
async function putDrafts({ database }: BackupSources, { entries, drafts }: BackupContents): Promise<number> {
  if ((await database.tables().entries.count()) !== entries.length) return 0;
  const table = database.tables().drafts;
  let added = 0;
  for (const draft of drafts) {
    if (await table.get(draft.id)) continue;
    await table.add(draft);
    added += 1;
  }
  return added;
}

async function putLibrary({ library }: BackupSources, contents: BackupContents): Promise<number> {
  const key = ({ kind, id, version }: BackupContents['library'][number]) => JSON.stringify([kind, id, version]);
  const here = new Set((await library.list()).map(key));
  const missing = contents.library.filter((row) => !here.has(key(row)));
  for (const row of missing) await library.put(row);
  return missing.length;
}
