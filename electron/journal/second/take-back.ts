import { copyFile, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFolder, syncFolder } from '../../disk/atomic-file';
import type { Log } from '../../log';
import { listJournalFiles } from '../journal-files';
import { secondFolderName } from './second-journal';
import { readSecondNote } from './second-note';

const patienceMs = 10_000;

/**
 * Takes this PC's own files back from the second place when the journal's folder is empty although there was a journal:
 * somebody cleaned up, or the disk was exchanged. A share that hangs must not keep the ward from starting.
 */
export async function takeBack(options: {
  readonly folder: string;
  readonly notePath: string;
  readonly log: Log;
}): Promise<void> {
  const { folder, notePath, log } = options;
  if ((await listJournalFiles(folder)).length > 0) return;
  const note = await readSecondNote(notePath).catch(() => null);
  if (!note || note.files.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patienceMs)));
  const work = copyBack(join(note.folder, secondFolderName), note.files, folder);
  const copied = await Promise.race([work.catch(() => 'failed' as const), late]);
  clearTimeout(timer);
  if (typeof copied === 'number') log('warn', 'second-journal.taken-back', { files: copied });
  else log('error', 'second-journal.not-taken-back', { why: copied });
}

async function copyBack(from: string, names: readonly string[], to: string): Promise<number> {
  const there = new Set(await readdir(from));
  await ensureFolder(to);
  let copied = 0;
  for (const name of names.filter((one) => there.has(one))) {
    if ((await stat(join(from, name))).size === 0) continue;
    // Under another name until it is whole: half a file would be a journal with its tail cut off.
    await copyFile(join(from, name), join(to, `${name}.part`));
    await rename(join(to, `${name}.part`), join(to, name));
    copied += 1;
  }
  await syncFolder(to);
  return copied;
}
