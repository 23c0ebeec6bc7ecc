import { type FileHandle, open, stat } from 'node:fs/promises';
import { moveAside, privateFile } from '../../disk/atomic-file';
import { errnoOf } from '../../disk/shell-failure';

const pieceBytes = 1024 * 1024;
/** Enough to hold the end of at least one entry: what was cut, added or exchanged shows there. */
const tailBytes = 4096;

/**
 * Makes `target` hold the first `size` bytes of `source`, which only ever grows. Bytes that are there stay; a target that
 * is no beginning of the source is moved aside, never deleted. `known`: it was compared in this run already.
 */
export async function bringUp(options: {
  readonly source: string;
  readonly target: string;
  readonly size: number;
  readonly known: boolean;
  readonly now: Date;
}): Promise<void> {
  const { source, target, size, now } = options;
  const from = await open(source, 'r');
  try {
    let have = await sizeOf(target);
    if (have > size || (!options.known && have > 0 && !(await sameTail(from, target, have)))) {
      await moveAside(target, 'differs', now);
      have = 0;
    }
    if (have === size) return;
    const to = await open(target, 'a', privateFile);
    try {
      for (let at = have; at < size;) {
        const bytes = await read(from, at, Math.min(pieceBytes, size - at));
        await to.appendFile(bytes);
        at += bytes.length;
      }
      await to.datasync();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Bytes of a file; 0 when there is none. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function sameTail(from: FileHandle, target: string, have: number): Promise<boolean> {
  const to = await open(target, 'r');
  try {
    const at = Math.max(0, have - tailBytes);
    return (await read(from, at, have - at)).equals(await read(to, at, have - at));
  } finally {
    await to.close();
  }
}

async function read(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, at);
  // Shorter than it was a moment ago: somebody cut it. What is left is not copied over what is there.
  if (bytesRead < length) throw new Error('a journal file became shorter');
  return bytes;
}
