import { open } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
const newline = 0x0a;

/** One line of a file. `end` is the offset behind it, with its line feed when it has one. */
export interface RawLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly whole: boolean;
}

/**
 * Calls `take` for each line, in chunks, so that a big file neither fills memory nor holds up the main process.
 * A last line without a line feed comes with `whole` false. Answers the file's size.
 */
export async function readLines(path: string, take: (line: RawLine) => void): Promise<number> {
  const handle = await open(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    let restAt = 0;
    let number = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const { bytesRead } = await handle.read(chunk, 0, chunkBytes, restAt + rest.length);
      if (bytesRead === 0) break;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let start = 0;
      // What was searched already is not searched again: a single long line would cost its length squared.
      let stop = bytes.indexOf(newline, rest.length);
      while (stop !== -1) {
        number += 1;
        take({
          text: bytes.toString('utf8', start, stop),
          start: restAt + start,
          end: restAt + stop + 1,
          number,
          whole: true,
        });
        start = stop + 1;
        stop = bytes.indexOf(newline, start);
      }
      restAt += start;
      rest = bytes.subarray(start);
    }
    const size = restAt + rest.length;
    if (rest.length > 0)
      take({ text: rest.toString('utf8'), start: restAt, end: size, number: number + 1, whole: false });
    return size;
  } finally {
    await handle.close();
  }
}
