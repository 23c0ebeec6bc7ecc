import { randomFillSync } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureFolder, privateFile, removeDurably } from '../disk/atomic-file';
import { errnoOf } from '../disk/shell-failure';

/** Room kept on the disk by a file that holds nothing, to be given back when the disk is full. */
export interface Ballast {
  /** Bytes it holds now; 0 when it was given back or never made. */
  bytes(): Promise<number>;
  /** Fills it up, a piece at a time, as long as `mayGo` says so. What an earlier run began is continued. */
  build(mayGo: () => Promise<boolean>): Promise<void>;
  /** Gives the room back. Works on a full disk: removing a file needs none. */
  release(): Promise<void>;
}

const pieceBytes = 4 * 1024 * 1024;

/** The ballast in `folder`, which lies on the volume of the journal and of the database. */
export function openBallast(folder: string, wantedBytes: number): Ballast {
  const path = join(folder, 'ballast.bin');
  const bytes = async (): Promise<number> => {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return 0;
      throw error;
    }
  };
  return {
    bytes,
    async build(mayGo) {
      if ((await bytes()) >= wantedBytes) return;
      await ensureFolder(dirname(path));
      const handle = await open(path, 'a', privateFile);
      try {
        for (let size = await bytes(); size < wantedBytes && (await mayGo());) {
          // Random: zeros take no room on a volume that compresses, and would give none back.
          const piece = randomFillSync(Buffer.alloc(Math.min(pieceBytes, wantedBytes - size)));
          await handle.appendFile(piece);
          await handle.datasync();
          size += piece.length;
        }
      } finally {
        await handle.close();
      }
    },
    release: () => removeDurably(path),
  };
}
