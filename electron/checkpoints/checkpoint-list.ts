import { open, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureFolder, privateFile, readIfThere, syncFolder, writeAtomically } from '../disk/atomic-file';
import { asWriteFailure } from '../disk/shell-failure';
import { type Checkpoint, prevAfter, readCheckpoint, writeCheckpoint } from './checkpoint';

/** What is wrong with the list itself: a line that is none or does not follow, or its end is gone. */
export type ListProblem = 'list-changed' | 'list-cut';

/** The checkpoints as they lie on disk. */
export interface ListReading {
  readonly checkpoints: readonly Checkpoint[];
  readonly problems: readonly ListProblem[];
}

/** All checkpoints of this PC, append-only, and a copy of the last one in another folder. */
export interface CheckpointList {
  read(): Promise<ListReading>;
  append(checkpoint: (last: { readonly n: number; readonly prev: string }) => Checkpoint): Promise<void>;
}

const fileName = 'signed.jsonl';

/** Opens the list in `folder`, with `copyPath` for its last line: whoever cuts the one has to find the other. */
export function openCheckpointList({
  folder,
  copyPath,
}: {
  readonly folder: string;
  readonly copyPath: string;
}): CheckpointList {
  const path = join(folder, fileName);

  async function lines(): Promise<{
    readonly lines: readonly string[];
    readonly size: number;
    readonly torn: boolean;
  }> {
    const text = (await readIfThere(path))?.toString('utf8') ?? '';
    // A power cut within the last write: that checkpoint was never counted on.
    const size = text.lastIndexOf('\n') + 1;
    const whole = text.slice(0, size);
    return { lines: whole === '' ? [] : whole.slice(0, -1).split('\n'), size, torn: size < text.length };
  }

  const copy = async (): Promise<string | undefined> => (await readIfThere(copyPath))?.toString('utf8');

  return {
    async read() {
      const problems = new Set<ListProblem>();
      const checkpoints: Checkpoint[] = [];
      let before: string | undefined;
      for (const line of (await lines()).lines) {
        const one = readCheckpoint(line);
        const follows = one?.prev === prevAfter(before) && one.n === (checkpoints.at(-1)?.n ?? 0) + 1;
        if (!follows) problems.add('list-changed');
        if (one) checkpoints.push(one);
        before = line;
      }
      const text = await copy();
      const last = text === undefined ? undefined : readCheckpoint(text);
      if (last && last.n > (checkpoints.at(-1)?.n ?? 0)) {
        problems.add('list-cut');
        checkpoints.push(last);
      }
      return { checkpoints, problems: [...problems] };
    },

    async append(make) {
      await ensureFolder(folder);
      await ensureFolder(dirname(copyPath));
      const there = await lines();
      if (there.torn) await truncate(path, there.size);
      const copied = await copy();
      const [inList, inCopy] = [there.lines.at(-1), copied].map((line) => (line ? readCheckpoint(line) : undefined));
      // Behind a list that was cut, the numbers go on where the copy ends, so that the gap stays to be seen.
      const n = Math.max(inList?.n ?? 0, inCopy?.n ?? 0);
      const line = writeCheckpoint(make({ n, prev: prevAfter(there.lines.at(-1)) }));
      try {
        const handle = await open(path, 'a', privateFile);
        try {
          await handle.writeFile(`${line}\n`);
          await handle.datasync();
        } finally {
          await handle.close();
        }
        if (there.size === 0) await syncFolder(folder);
      } catch (error) {
        throw asWriteFailure(error, 'checkpoint');
      }
      await writeAtomically(copyPath, line);
    },
  };
}
