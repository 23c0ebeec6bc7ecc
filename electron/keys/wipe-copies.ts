import { randomBytes } from 'node:crypto';
import { link, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../disk/atomic-file';
import { errnoOf } from '../disk/shell-failure';

const oldCopy = /^vault\.[ab]\.json\..+$/;

/** Holds on to a file that is about to be replaced, so that its blocks can be overwritten and not only forgotten. */
export async function keepForWiping(path: string): Promise<void> {
  // A disk that knows no links forgets the old blocks its own way.
  await link(path, `${path}.replaced-${randomBytes(4).toString('hex')}`).catch(() => undefined);
}

/**
 * Overwrites and removes what else lies there of the vault file: replaced copies and damaged ones moved aside. On an SSD
 * the old cells may live on until it cleans up: full disk encryption stays a requirement.
 */
export async function wipeOldCopies(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => oldCopy.test(name));
  for (const name of names) await wipe(join(folder, name));
  if (names.length > 0) await syncFolder(folder);
}

async function wipe(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r+');
    try {
      const { size } = await handle.stat();
      await handle.write(randomBytes(Math.max(1, size)), 0, size, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  await rm(path, { force: true });
}
