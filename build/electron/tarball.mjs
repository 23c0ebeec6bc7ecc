import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const blockSize = 512;

/**
 * The npm integrity string of a file: `sha512-` and base64.
 * @param {string} file
 */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Name and size from a tar header block (ustar: name at 0, size in octal at 124); undefined at the end of the archive.
 * @param {Buffer} header
 * @returns {{name: string, size: number} | undefined}
 */
export function parseTarHeader(header) {
  if (header[0] === 0) return undefined;
  const text = (/** @type {number} */ from, /** @type {number} */ length) =>
    header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const size = Number.parseInt(text(124, 12).trim(), 8);
  if (!Number.isSafeInteger(size)) throw new Error('tar: a header without a size, the archive is damaged');
  return { name: text(0, 100), size };
}

/**
 * Writes one file of a .tgz to `target`, reading the archive as a stream.
 * @param {string} archive
 * @param {string} name
 * @param {string} target
 */
export async function extractFromTarball(archive, name, target) {
  const stream = createReadStream(archive).pipe(createGunzip());
  let pending = Buffer.alloc(0);
  let skip = 0;
  /** @type {import('node:fs').WriteStream | undefined} */
  let output;
  let wanted = 0;
  for await (let chunk of stream) {
    while (chunk.length > 0) {
      if (output !== undefined) {
        const part = chunk.subarray(0, wanted);
        if (!output.write(part)) await new Promise((resolve) => output?.once('drain', () => resolve(undefined)));
        wanted -= part.length;
        chunk = chunk.subarray(part.length);
        if (wanted === 0) {
          output.end();
          await finished(output);
          return;
        }
      } else if (skip > 0) {
        const passed = Math.min(skip, chunk.length);
        skip -= passed;
        chunk = chunk.subarray(passed);
      } else {
        const needed = blockSize - pending.length;
        pending = Buffer.concat([pending, chunk.subarray(0, needed)]);
        chunk = chunk.subarray(needed);
        if (pending.length < blockSize) continue;
        const header = parseTarHeader(pending);
        pending = Buffer.alloc(0);
        if (header === undefined) break;
        if (header.name === name) {
          output = createWriteStream(target);
          wanted = header.size;
        } else {
          skip = Math.ceil(header.size / blockSize) * blockSize;
        }
      }
    }
  }
  throw new Error(`tar: ${name} is not in the archive, or the archive is cut short`);
}
