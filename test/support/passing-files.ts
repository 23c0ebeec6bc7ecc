import { copyFileSync, mkdirSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** Copies of the files that come and go in a folder while something runs: what lay there for a moment was on the disk. */
export interface PassingFiles {
  readonly copies: string;
  stop(): void;
}

/** Watches a folder (not the folders in it) and keeps a copy of every file as often as it changes. */
export function keepPassingFiles(folder: string, copies: string): PassingFiles {
  mkdirSync(copies, { recursive: true });
  let count = 0;
  const watcher = watch(folder, (_event, name) => {
    if (name === null) return;
    try {
      copyFileSync(join(folder, name), join(copies, `${(count += 1)}-${basename(name)}`));
    } catch {
      // Gone again, or a folder.
    }
  });
  return { copies, stop: () => watcher.close() };
}
