import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Why a reader of our own: set-up may use only Node's built-ins, and the zip it needs holds 25,820 entries of which it
// wants 75. Offsets and signatures are those of PKWARE's APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, with '/'; ends with '/' for a folder
 * @property {number} method 0 stored, 8 deflated
 * @property {number} compressedSize
 * @property {number} size
 * @property {number} localOffset
 * @property {number} mode Unix permission bits, 0 when the archive has none
 */

/**
 * The entries of an archive's central directory. ZIP64 is not read.
 * @param {Buffer} directory the central directory's bytes
 * @returns {ZipEntry[]}
 */
export function parseCentralDirectory(directory) {
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== entrySignature)
      throw new Error(`zip: no entry at offset ${at} of the directory`);
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      localOffset: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Finds the end record in the last bytes of an archive: where its directory lies.
 * @param {Buffer} tail
 * @returns {{count: number, size: number, offset: number}}
 */
export function parseEndRecord(tail) {
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const record = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    if (record.offset === 0xffffffff || record.count === 0xffff) throw new Error('zip: ZIP64 archives are not read');
    return record;
  }
  throw new Error('zip: no end record, the file is cut short or is no zip');
}

/**
 * @param {string} file
 * @returns {Promise<ZipEntry[]>}
 */
export async function readZipEntries(file) {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const tail = await readExactly(handle, Math.max(0, size - endSize - longestComment), size);
    const end = parseEndRecord(tail);
    const entries = parseCentralDirectory(await readExactly(handle, end.offset, end.offset + end.size));
    if (entries.length !== end.count)
      throw new Error(`zip: ${entries.length} entries where ${end.count} were announced`);
    return entries;
  } finally {
    await handle.close();
  }
}

/**
 * Writes one entry to `target`, with its permissions.
 * @param {string} file
 * @param {ZipEntry} entry
 * @param {string} target
 */
export async function extractZipEntry(file, entry, target) {
  const handle = await open(file, 'r');
  let start;
  try {
    const header = await readExactly(handle, entry.localOffset, entry.localOffset + 30);
    if (header.readUInt32LE(0) !== localSignature) throw new Error(`zip: no local header for ${entry.name}`);
    // The local name and extra field may differ in length from the directory's.
    start = entry.localOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
  await mkdir(dirname(target), { recursive: true });
  const output = createWriteStream(target, { mode: entry.mode || 0o644 });
  if (entry.compressedSize > 0) {
    const input = createReadStream(file, { start, end: start + entry.compressedSize - 1 });
    if (entry.method === 0) await pipeline(input, output);
    else if (entry.method === 8) await pipeline(input, createInflateRaw(), output);
    else throw new Error(`zip: ${entry.name} is packed with method ${entry.method}, only 0 and 8 are read`);
  } else {
    await pipeline([], output);
  }
  if (output.bytesWritten !== entry.size) {
    throw new Error(`zip: ${entry.name} has ${output.bytesWritten} bytes where ${entry.size} were announced`);
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {number} from
 * @param {number} to
 */
async function readExactly(handle, from, to) {
  const buffer = Buffer.alloc(to - from);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
  if (bytesRead !== buffer.length) throw new Error(`zip: the file ends before offset ${to}`);
  return buffer;
}
