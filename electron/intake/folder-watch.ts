import { join } from 'node:path';
import { watch } from 'chokidar';
import { readIfThere, writeAtomically } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import { parseObject } from '../journal/sealed-line';
import { liesOnShare } from '../profile';
import { look, pickUp, type SeenFile, signOf } from './pick-up';
import type { BoxContent } from './sealed-box';

/** How the watched folder stands. */
export interface FolderState {
  readonly lastAt: string | null;
  /** Since when the folder cannot be looked at. */
  readonly unreachableSince: string | null;
  /** Why what lies there was not taken: too-large, disk-full, not-writable. */
  readonly problem: string | null;
}

/** What the watch needs. */
export interface FolderWatchOptions {
  readonly folder: string;
  /** Where it keeps what it has taken. */
  readonly notes: string;
  readonly everyMs: number;
  /** A file is whole when it did not change for so long. */
  readonly restMs: number;
  readonly now: () => Date;
  /** False while there is no key to seal for: then files wait where they are. */
  readonly ready: () => boolean;
  readonly keep: (contents: readonly BoxContent[]) => Promise<void>;
  readonly changed: () => void;
  readonly log: (code: string) => void;
}

const SIGNS_KEPT = 5_000;

/**
 * Watches one folder and takes what rests in it. The library says when to look; a slow clock looks too, because shares
 * send no word. On a share the library is left out: it would hold the threads the journal writes with.
 */
export class FolderWatch {
  #taken = new Set<string>();
  #before: readonly SeenFile[] = [];
  #beforeMs = 0;
  #busy = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #watcher: ReturnType<typeof watch> | undefined;
  #state: FolderState = { lastAt: null, unreachableSince: null, problem: null };

  constructor(private readonly options: FolderWatchOptions) {}

  get state(): FolderState {
    return this.#state;
  }

  async start(): Promise<void> {
    await this.#readNotes();
    const { folder } = this.options;
    if (!liesOnShare(folder)) {
      this.#watcher = watch(folder, { depth: 0, ignoreInitial: true });
      this.#watcher.on('all', () => this.#soon(this.options.restMs));
      this.#watcher.on('error', () => this.options.log('folder.watch-failed'));
    }
    this.#soon(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#watcher?.close();
  }

  #soon(inMs: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), inMs);
  }

  async #turn(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    let again = this.options.everyMs;
    try {
      if (this.options.ready()) again = (await this.#look()) ? this.options.everyMs : this.options.restMs;
      this.#say({ unreachableSince: null, problem: null });
    } catch (error) {
      const problem = error instanceof ShellFailure ? error.code : null;
      const since = this.#state.unreachableSince ?? this.options.now().toISOString();
      this.#say({ unreachableSince: problem === null ? since : null, problem });
      this.options.log(problem === null ? 'folder.unreachable' : 'folder.not-kept');
    } finally {
      this.#busy = false;
      this.#soon(again);
    }
  }

  /** True when nothing is open; false when something is new and still has to rest. */
  async #look(): Promise<boolean> {
    const seen = await look(this.options.folder);
    const nowMs = performance.now();
    const rested = sameFiles(seen, this.#before) && nowMs - this.#beforeMs >= this.options.restMs * 0.9;
    if (!sameFiles(seen, this.#before)) [this.#before, this.#beforeMs] = [seen, nowMs];
    if (seen.every((file) => this.#taken.has(signOf(file)))) return true;
    if (!rested) return false;
    const files = await pickUp(this.options.folder, seen, this.#taken);
    if (files === undefined) return false;
    const at = this.options.now().toISOString();
    if (files.length > 0) await this.options.keep([{ source: 'folder', at, files }]);
    for (const file of seen) this.#taken.add(signOf(file));
    this.#state = { ...this.#state, lastAt: at };
    await this.#writeNotes();
    this.options.changed();
    return true;
  }

  #say(part: Pick<FolderState, 'unreachableSince' | 'problem'>): void {
    const { unreachableSince, problem } = this.#state;
    if (part.unreachableSince === unreachableSince && part.problem === problem) return;
    this.#state = { ...this.#state, ...part };
    this.options.changed();
  }

  async #readNotes(): Promise<void> {
    const notes = parseObject((await readIfThere(join(this.options.notes, 'folder.json')))?.toString('utf8') ?? '');
    const taken = notes?.['taken'];
    if (Array.isArray(taken)) this.#taken = new Set(taken.filter((one) => typeof one === 'string'));
    const lastAt = notes?.['lastAt'];
    if (typeof lastAt === 'string') this.#state = { ...this.#state, lastAt };
  }

  /** After the box is on disk: a kill in between takes the same files again, and the inbox knows them. */
  async #writeNotes(): Promise<void> {
    const taken = [...this.#taken].slice(-SIGNS_KEPT);
    await writeAtomically(
      join(this.options.notes, 'folder.json'),
      JSON.stringify({ taken, lastAt: this.#state.lastAt }),
    );
  }
}

function sameFiles(a: readonly SeenFile[], b: readonly SeenFile[]): boolean {
  return a.length === b.length && a.every((file, at) => b[at] !== undefined && signOf(file) === signOf(b[at]));
}
