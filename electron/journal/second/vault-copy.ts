import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { privateFile, readIfThere } from '../../disk/atomic-file';
import { errnoOf } from '../../disk/shell-failure';
import type { Log } from '../../log';
import { readSecondNote } from './second-note';

/** Both copies in the profile, the newer one is good enough: each carries its own checksum. */
const vaultFiles = ['vault.a.json', 'vault.b.json'] as const;

const patienceMs = 10_000;

/** Where the key slots lie in the second place; a share holds the journals of other PCs too, so the name is this PC's. */
export function newVaultCopyName(): string {
  return `vault.${randomUUID()}.json`;
}

/** Copies the vault file beside the second journal, without which nobody could read that journal. */
export async function copyVault(keys: string, target: string): Promise<void> {
  const [first, second] = await Promise.all(vaultFiles.map((name) => readIfThere(join(keys, name))));
  // The first is written first; the second stands in where the first is missing.
  const newest = first ?? second;
  if (!newest || (await readIfThere(target))?.equals(newest)) return;
  const temporary = `${target}.part`;
  const file = await open(temporary, 'w', privateFile);
  try {
    await file.writeFile(newest);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(temporary, target).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}

/** What the second place holds of the vault file; undefined when there is none or it cannot be reached in time. */
export async function vaultFromSecond(options: {
  readonly notePath: string;
  readonly folderName: string;
  readonly log: Log;
}): Promise<Buffer | undefined> {
  const note = await readSecondNote(options.notePath).catch(() => null);
  if (!note?.vault) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patienceMs)));
  const path = join(note.folder, options.folderName, note.vault);
  const found = await Promise.race([readFile(path).catch((error: unknown) => errnoOf(error) ?? 'unknown'), late]);
  clearTimeout(timer);
  if (typeof found !== 'string') return found;
  options.log('error', 'second-journal.vault-not-found', { why: found });
  return undefined;
}
