import { type Ids, PortFailure } from '../../app/ports';
import { fromUtf8, utf8 } from '../bytes';
import type { Database } from '../database';
import type { Shell } from '../shell';

const BLOB = 'generation.json';
const META = 'generation';

/**
 * One id in the database and beside the journal. It tells a new PC (neither has one) from a wiped database (only the
 * shell has it) and from a lost journal folder (only the database has it).
 */
export interface Generation {
  readonly id: string;
  readonly inDatabase: boolean;
  readonly inShell: boolean;
}

/** Reads both; a copy that cannot be read counts as not having one. */
export async function readGeneration(shell: Shell, database: Database, ids: Ids): Promise<Generation> {
  const [kept, row] = [await readBlob(shell), await database.tables().meta.get(META)];
  const stored = typeof row?.value === 'string' ? row.value : undefined;
  return { id: kept ?? stored ?? ids.newId(), inDatabase: stored !== undefined, inShell: kept !== undefined };
}

/** Writes it to whichever copy lacks it, after the copies were mended and not before. */
export async function keepGeneration(
  shell: Shell,
  database: Database,
  { id, inDatabase, inShell }: Generation,
): Promise<void> {
  if (!inDatabase) await database.tables().meta.put({ key: META, value: id });
  if (!inShell) await shell.call('blob.write', { name: BLOB, bytes: utf8(JSON.stringify({ generation: id })) });
}

async function readBlob(shell: Shell): Promise<string | undefined> {
  try {
    const { bytes } = await shell.call('blob.read', { name: BLOB });
    const value: unknown = bytes && (JSON.parse(fromUtf8(bytes)) as { generation?: unknown }).generation;
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof PortFailure || error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
