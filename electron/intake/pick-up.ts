import { createHash } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { errnoOf, ShellFailure } from '../disk/shell-failure';
import type { BoxContent } from './sealed-box';

/** A file of the folder as it stood at one look. */
export interface SeenFile {
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
}

const KINDS = ['.csv', '.tsv', '.txt', '.json', '.ndjson', '.hl7', '.dat'];
const MAX_FILES = 500;
const MAX_BYTES = 64 * 1024 * 1024;

/** Files of the folder that may be a census, one call at a time: a dead share holds one thread, never all of them. */
export async function look(folder: string): Promise<readonly SeenFile[]> {
  const names = (await readdir(folder)).filter((name) => isCensusFile(name)).sort();
  const seen: SeenFile[] = [];
  for (const name of names.slice(0, MAX_FILES)) {
    try {
      const found = await stat(join(folder, name));
      if (found.isFile()) seen.push({ name, size: found.size, modifiedMs: found.mtimeMs });
    } catch (error) {
      // Renamed or removed between two calls: the next look tells.
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return seen;
}

/** Names under which programs write what is not ready: hidden, locked, temporary, partial. */
function isCensusFile(name: string): boolean {
  return KINDS.includes(extname(name).toLowerCase()) && !/^[.~]|^~\$/.test(name);
}

/**
 * Reads what changed since the last pick-up. Tables and FHIR files belong together (patients, allergies, stays), so one
 * that changed brings all; HL7 messages say a thing once, so only new ones are read. Undefined: something moved while
 * it was read, or a file is empty yet; the next look tries again. Throws ShellFailure too-large.
 */
export async function pickUp(
  folder: string,
  seen: readonly SeenFile[],
  taken: ReadonlySet<string>,
): Promise<readonly BoxContent['files'][number][] | undefined> {
  const changed = seen.filter((file) => !taken.has(signOf(file)));
  if (changed.length === 0) return [];
  const whole = changed.some((file) => !isHl7(file.name));
  const wanted = seen.filter((file) => (isHl7(file.name) ? changed.includes(file) : whole));
  if (wanted.some((file) => file.size === 0)) return undefined;
  const files: BoxContent['files'][number][] = [];
  let room = MAX_BYTES;
  for (const file of wanted) {
    room -= file.size;
    if (room < 0) throw new ShellFailure('too-large', 'watched folder');
    const bytes = await readUnmoved(join(folder, file.name), file);
    if (!bytes) return undefined;
    files.push({ name: file.name, modifiedAt: new Date(file.modifiedMs).toISOString(), bytes });
  }
  return files;
}

/** What is remembered of a file that was taken: no name in clear, it may be a patient's. */
export function signOf({ name, size, modifiedMs }: SeenFile): string {
  return createHash('sha256').update(`${name}\0${size}\0${modifiedMs}`).digest('base64url').slice(0, 22);
}

function isHl7(name: string): boolean {
  return extname(name).toLowerCase() === '.hl7';
}

async function readUnmoved(path: string, before: SeenFile): Promise<Uint8Array | undefined> {
  const handle = await open(path, 'r').catch(() => undefined);
  // Still held by whoever writes it (Windows), or gone again.
  if (!handle) return undefined;
  try {
    const bytes = await handle.readFile();
    const after = await handle.stat();
    return after.size === before.size && bytes.length === before.size && after.mtimeMs === before.modifiedMs
      ? bytes
      : undefined;
  } finally {
    await handle.close();
  }
}
