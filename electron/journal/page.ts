import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ShellFailure } from '../disk/shell-failure';
import type { ScannedFile } from './scan';

const pageBytes = 1024 * 1024;
const newline = 0x0a;

/** About 1 MB of journal lines from `cursor` on, in file order, without headers and broken lines. */
export async function readPage(folder: string, files: readonly ScannedFile[], cursor: string | undefined) {
  let { index, offset } = position(files, cursor);
  const lines: string[] = [];
  let room = pageBytes;
  while (index < files.length && room > 0) {
    const file = files[index];
    if (!file || offset >= file.size) {
      index += 1;
      offset = 0;
      continue;
    }
    const bytes = await readWholeLines(join(folder, file.name), offset, room, file.size);
    takeLines(bytes, offset, file.skip, lines);
    offset += bytes.length;
    room -= bytes.length;
  }
  const at = files[index];
  return { lines, next: at ? `${at.name}@${offset}` : null };
}

function position(files: readonly ScannedFile[], cursor: string | undefined): { index: number; offset: number } {
  if (cursor === undefined) return { index: 0, offset: 0 };
  const [, name, digits] = /^([^@]+)@(\d{1,15})$/.exec(cursor) ?? [];
  const index = files.findIndex((file) => file.name === name);
  if (index === -1) throw new ShellFailure('bad-argument', 'journal cursor');
  return { index, offset: Number(digits) };
}

async function readWholeLines(path: string, offset: number, room: number, size: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    for (let want = Math.max(room, 64 * 1024); ; want *= 2) {
      const bytes = Buffer.alloc(Math.min(want, size - offset));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
      if (bytesRead < bytes.length) throw new ShellFailure('damaged', 'journal is shorter than it was');
      const end = bytes.lastIndexOf(newline) + 1;
      if (end > 0) return bytes.subarray(0, end);
      // A file of an older day may lack its last line feed after damage; its lines were reported at start.
      if (bytes.length === size - offset) return bytes;
    }
  } finally {
    await handle.close();
  }
}

function takeLines(bytes: Buffer, offset: number, skip: ReadonlySet<number>, lines: string[]): void {
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(newline, start);
    const stop = found === -1 ? bytes.length : found;
    if (!skip.has(offset + start)) lines.push(bytes.toString('utf8', start, stop));
    start = stop + 1;
  }
}
