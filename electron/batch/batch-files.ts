import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { BatchRequest } from '../ipc/contract';
import { ensureFolder, writeAtomically } from '../disk/atomic-file';
import { pathUnder } from '../disk/safe-name';
import { asWriteFailure, errnoOf, ShellFailure } from '../disk/shell-failure';

const mostFiles = 5_000;
const mostBytes = 1024 ** 3;

/** A file the command line named, or one in a folder it named. */
export interface InputFile {
  readonly name: string;
  /** As a person would look for it: the path given, and for a folder the path below it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The absolute path of one that stands on the command line; any other is refused. */
export function namedPath(request: BatchRequest, path: string, cwd: string): string {
  const named = request.words.includes(path) || Object.values(request.options).some((values) => values.includes(path));
  if (!named) throw new ShellFailure('not-allowed', 'a path that is not on the command line');
  return resolve(cwd, path);
}

/** What a batch command may read: nothing but the paths that stand on its command line. */
export async function readInput(request: BatchRequest, path: string, cwd: string): Promise<readonly InputFile[]> {
  const absolute = namedPath(request, path, cwd);
  try {
    const isFolder = (await stat(absolute)).isDirectory();
    const names = isFolder ? await filesUnder(absolute, '') : [''];
    const out: InputFile[] = [];
    let total = 0;
    for (const name of names) {
      const file = name === '' ? absolute : join(absolute, name);
      total += (await stat(file)).size;
      if (total > mostBytes) throw new ShellFailure('too-large', 'more than 1 GB of input');
      out.push({ name: basename(file), path: name === '' ? path : join(path, name), bytes: await readFile(file) });
    }
    return out;
  } catch (error) {
    throw asReadFailure(error);
  }
}

/** Writes under --out: the file itself when `name` is undefined, else a file in that folder. Answers the absolute path. */
export async function writeOutput(
  request: BatchRequest,
  name: string | undefined,
  bytes: Uint8Array,
  cwd: string,
): Promise<{ readonly path: string }> {
  const out = request.options['out']?.at(-1);
  if (!out) throw new ShellFailure('not-allowed', 'no --out on the command line');
  const base = resolve(cwd, out);
  const path = name === undefined ? base : pathUnder(base, name);
  try {
    await makeFolder(dirname(path));
    await writeAtomically(path, bytes);
    return { path };
  } catch (error) {
    throw asWriteFailure(error, 'output');
  }
}

async function makeFolder(path: string): Promise<void> {
  // A missing drive or a file in the way: the person gave a place that cannot be written to.
  await ensureFolder(path).catch((error: unknown) => {
    throw errnoOf(error) === 'ENOENT' ? new ShellFailure('not-writable', 'output folder', { cause: error }) : error;
  });
}

/** Relative paths of all files below, sorted. Hidden ones are editors' and systems' leavings; linked folders could loop. */
async function filesUnder(root: string, below: string): Promise<string[]> {
  const out: string[] = [];
  const found = await readdir(join(root, below), { withFileTypes: true });
  const byName = found.filter((entry) => !entry.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of byName) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) out.push(...(await filesUnder(root, path)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(join(root, path))).isFile())) out.push(path);
    if (out.length > mostFiles) throw new ShellFailure('too-large', `more than ${mostFiles} files`);
  }
  return out;
}

function asReadFailure(error: unknown): unknown {
  switch (errnoOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ShellFailure('not-found', 'input', { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new ShellFailure('not-allowed', 'input', { cause: error });
    case 'ERR_FS_FILE_TOO_LARGE':
      return new ShellFailure('too-large', 'input', { cause: error });
    default:
      return error;
  }
}
