import { hash } from 'node:crypto';
import { join } from 'node:path';
import { keepForWiping, wipeOldCopies } from './wipe-copies';
import { ensureFolder, inTurn, moveAside, readIfThere, writeAtomically } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import { parseObject } from '../journal/sealed-line';

/** The key slots' file. Its content is the page's business; here it is only kept from getting lost. */
export interface VaultFile {
  /** The newer valid copy; null when this workstation was never set up. Throws damaged when copies exist but none is valid. */
  read(): Promise<string | null>;
  /** `wipe`: older copies of the file hold a key that was destroyed; they are overwritten and removed. */
  write(file: string, wipe?: boolean): Promise<void>;
}

interface Copy {
  readonly counter: number;
  readonly file: string;
}

type CopyState = Copy | 'missing' | 'damaged';

const names = ['vault.a.json', 'vault.b.json'] as const;
const format = 1;

/** Opens the vault file in `folder`: two copies with counter and checksum; a damaged one is mended from the other. */
export function openVaultFile(options: {
  readonly folder: string;
  readonly now: () => Date;
  readonly log: (code: string) => void;
  /** A copy kept elsewhere, asked only when this PC has none that is whole. */
  readonly spare?: () => Promise<Buffer | undefined>;
}): VaultFile {
  const paths = names.map((name) => join(options.folder, name));
  const turn = <T>(work: () => Promise<T>) => inTurn(`vault ${options.folder}`, work);

  async function newest(): Promise<Copy | undefined> {
    const states = await Promise.all(paths.map(readCopy));
    const valid = states.filter((state) => typeof state === 'object');
    const here = valid.reduce<Copy | undefined>((a, b) => (a && a.counter >= b.counter ? a : b), undefined);
    const best = here ?? (await fromElsewhere());
    if (!best) {
      // Never "no vault": setting up anew over a damaged one would throw away the only keys.
      if (states.includes('damaged')) throw new ShellFailure('damaged', 'both copies of the vault file');
      return undefined;
    }
    for (const [i, state] of states.entries()) await mend(paths[i] ?? '', state, best);
    return best;
  }

  async function fromElsewhere(): Promise<Copy | undefined> {
    const copy = judge(await options.spare?.());
    if (typeof copy === 'string') return undefined;
    options.log('vault.taken-back');
    await ensureFolder(options.folder);
    return copy;
  }

  async function mend(path: string, state: CopyState, best: Copy): Promise<void> {
    if (typeof state === 'object' && state.counter === best.counter && state.file === best.file) return;
    options.log('vault.copy-mended');
    try {
      if (state === 'damaged') await moveAside(path, 'damaged', options.now());
      await writeAtomically(path, serialise(best));
    } catch {
      // The other copy is fine, and signing in must work on a full disk too.
      options.log('vault.copy-not-mended');
    }
  }

  return {
    read: () => turn(async () => (await newest())?.file ?? null),
    write: (file, wipe = false) =>
      turn(async () => {
        await ensureFolder(options.folder);
        const next = { counter: ((await newest())?.counter ?? 0) + 1, file };
        if (wipe) for (const path of paths) await keepForWiping(path);
        for (const path of paths) await writeAtomically(path, serialise(next));
        if (wipe) await wipeOldCopies(options.folder);
      }),
  };
}

async function readCopy(path: string): Promise<CopyState> {
  return judge(await readIfThere(path));
}

function judge(bytes: Buffer | undefined): CopyState {
  if (!bytes) return 'missing';
  const copy = parseObject(bytes.toString('utf8'));
  const { counter, file, sha256 } = copy ?? {};
  const valid =
    copy?.['format'] === format &&
    Number.isSafeInteger(counter) &&
    typeof file === 'string' &&
    sha256 === checksum(counter as number, file);
  return valid ? { counter: counter as number, file } : 'damaged';
}

function serialise(copy: Copy): string {
  return JSON.stringify({ format, counter: copy.counter, sha256: checksum(copy.counter, copy.file), file: copy.file });
}

function checksum(counter: number, file: string): string {
  return hash('sha256', `${counter}\n${file}`);
}
