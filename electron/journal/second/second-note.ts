import { dirname } from 'node:path';
import { ensureFolder, readIfThere, writeAtomically } from '../../disk/atomic-file';
import { parseObject } from '../sealed-line';

/** What this PC remembers of its second journal. */
export interface SecondNote {
  readonly folder: string;
  /** Entries that were there when it was last reached. */
  readonly entries: number;
  readonly at: string | null;
  /** Names of this PC's own files there: a share holds the journals of other PCs too. */
  readonly files: readonly string[];
  /** Name of the copy of this PC's key slots there; undefined until there is one. */
  readonly vault?: string | undefined;
}

/** Reads the note; a damaged one counts as none. */
export async function readSecondNote(path: string): Promise<SecondNote | null> {
  const value = parseObject((await readIfThere(path))?.toString('utf8') ?? '');
  const { folder, entries, at, files, vault } = value ?? {};
  if (typeof folder !== 'string' || folder === '') return null;
  return {
    folder,
    entries: typeof entries === 'number' ? entries : 0,
    at: typeof at === 'string' ? at : null,
    files: Array.isArray(files) ? files.filter((name): name is string => typeof name === 'string') : [],
    vault: typeof vault === 'string' && /^vault\.[\w-]+\.json$/.test(vault) ? vault : undefined,
  };
}

/** Keeps the note; null forgets it. */
export async function writeSecondNote(path: string, note: SecondNote | null): Promise<void> {
  await ensureFolder(dirname(path));
  await writeAtomically(path, JSON.stringify(note ?? {}));
}
