import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './disk/atomic-file';
import { asWriteFailure, errnoOf } from './disk/shell-failure';

/** Chromium names the folder after the origin app://ward. */
const ours = /^app_ward_0\.indexeddb\.(leveldb|blob|sqlite)$/;

/** Moves the page's database aside under a name with the time; Chromium then makes a new one. Never deletes. Answers how many folders. */
export async function moveDatabaseAside(browserFolder: string, now: Date): Promise<number> {
  const folder = join(browserFolder, 'IndexedDB');
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  try {
    const names = (await readdir(folder)).filter((name) => ours.test(name));
    for (const name of names) await rename(join(folder, name), join(folder, `${name}.aside-${stamp}`));
    await syncFolder(folder);
    return names.length;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 0;
    throw asWriteFailure(error, 'database folder');
  }
}
