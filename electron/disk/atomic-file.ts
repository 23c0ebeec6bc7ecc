import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asWriteFailure, errnoOf } from './shell-failure';

/** Only the account that runs the app may look inside. */
export const privateFile = 0o600;
const privateFolder = 0o700;
const renameTries = 6;

const turns = new Map<string, Promise<unknown>>();

/** Makes a folder (and its parents) that only this account can open. */
export async function ensureFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: privateFolder });
  } catch (error) {
    throw asWriteFailure(error, 'folder');
  }
}

/** Makes the folder's list of names durable; without it a power cut can forget a file that was fsynced. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // NTFS journals names itself and refuses to open a folder.
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Replaces a file so that after a crash at any moment it holds either the old or the new content: temporary file,
 * fsync, rename, fsync of the folder. Writes of one path take turns. Throws ShellFailure disk-full or not-writable.
 */
export function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  return inTurn(`file ${path}`, async () => {
    // A fixed name: what a kill left behind is overwritten by the next write instead of piling up.
    const temporary = join(dirname(path), `.${basename(path)}.tmp`);
    try {
      const handle = await open(temporary, 'w', privateFile);
      try {
        await handle.writeFile(data);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await chmod(temporary, privateFile);
      await renameOver(temporary, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw asWriteFailure(error, basename(path));
    }
  });
}

/**
 * Overwrites a file that is just as long, which needs no room on the disk; false where there is none to overwrite.
 * Not atomic: only for content that may turn out damaged.
 */
export async function writeInPlace(path: string, data: string): Promise<boolean> {
  const bytes = Buffer.from(data);
  const handle = await open(path, 'r+').catch(() => undefined);
  if (!handle) return false;
  try {
    if ((await handle.stat()).size !== bytes.length) return false;
    await handle.write(bytes, 0, bytes.length, 0);
    await handle.sync();
    return true;
  } finally {
    await handle.close();
  }
}

/** Removes a file for good, if it is there. Takes its turn among the writes of the path. */
export function removeDurably(path: string): Promise<void> {
  return inTurn(`file ${path}`, async () => {
    try {
      await rm(path);
      await syncFolder(dirname(path));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw asWriteFailure(error, basename(path));
    }
  });
}

/** The file's bytes, or undefined when there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves a file out of the way under a name that tells when; nothing of the product is ever deleted for being damaged. */
export async function moveAside(path: string, label: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const aside = `${path}.${label}-${stamp}`;
  await rename(path, aside);
  await syncFolder(dirname(path));
  return aside;
}

async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      // Virus scanners on Windows hold a fresh file open for a moment.
      const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '');
      if (!held || attempt === renameTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
    }
  }
}

/** Runs `work` after every earlier work of the same key has ended, well or badly. Never nest two of one key. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine
    .catch(() => undefined)
    .finally(() => {
      if (turns.get(key) === settled) turns.delete(key);
    });
  turns.set(key, settled);
  return mine;
}
