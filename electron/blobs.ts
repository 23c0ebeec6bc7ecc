import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFolder, readIfThere, removeDurably, writeAtomically } from './disk/atomic-file';
import { checkBlobName } from './disk/safe-name';
import { errnoOf } from './disk/shell-failure';

/** Named sealed blobs beside the journal, such as the copies of the snapshot. */
export function openBlobs(folder: string) {
  return {
    async write(name: string, bytes: Uint8Array): Promise<void> {
      const path = join(folder, checkBlobName(name));
      await ensureFolder(folder);
      await writeAtomically(path, bytes);
    },
    async read(name: string): Promise<Uint8Array | null> {
      return (await readIfThere(join(folder, checkBlobName(name)))) ?? null;
    },
    async list(): Promise<readonly string[]> {
      const names = await readdir(folder).catch((error: unknown) => {
        if (errnoOf(error) === 'ENOENT') return [] as string[];
        throw error;
      });
      // A leading dot is an unfinished write.
      return names.filter((name) => !name.startsWith('.')).sort();
    },
    async remove(name: string): Promise<void> {
      await removeDurably(join(folder, checkBlobName(name)));
    },
  };
}
