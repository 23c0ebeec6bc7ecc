import { mkdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { asWriteFailure, errnoOf, ShellFailure } from '../../disk/shell-failure';
import type { SecondJournalState } from '../../ipc/contract';
import type { Log } from '../../log';
import { bringUp } from './bring-up';
import { localInstant } from './local-instant';
import { readSecondNote, type SecondNote, writeSecondNote } from './second-note';
import { copyVault, newVaultCopyName } from './vault-copy';

/** What the journal holds for certain. */
export interface Committed {
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly entries: number;
}

/** The journal once more in another place: a second disk, a stick, a share. Never waited for by a save. */
export interface SecondJournal {
  state(): Promise<SecondJournalState>;
  /** Makes a folder the second place and begins to copy. Throws ShellFailure not-found, not-writable or not-allowed. */
  use(folder: string): Promise<SecondJournalState>;
  /** No second place any more; what lies there stays. */
  drop(): Promise<SecondJournalState>;
  /** Something was appended. */
  nudge(): void;
  /** Waits until all is copied, but no longer than so many milliseconds. */
  settle(ms: number): Promise<void>;
}

/** In a folder of its own; made once, when the place is chosen: without it, a share that is not mounted looks like an empty one. */
export const secondFolderName = 'downtime-box-journal';

const againMs = 15_000;
const gatherMs = 1000;
const patienceMs = 20_000;

/**
 * Opens it. All work on the other place is done one call after the other: a dead share holds a call for minutes, and each
 * held call takes one of the four threads that the journal itself writes with.
 */
export function openSecondJournal(options: {
  readonly source: string;
  /** Folder of the vault file: without its key slots nobody could read what lies in the second place. */
  readonly keys: string;
  readonly profile: string;
  readonly notePath: string;
  /** Set by IT: then nobody changes it here. */
  readonly policyFolder: string | null;
  readonly committed: () => Promise<Committed>;
  readonly now: () => Date;
  readonly tell: (state: SecondJournalState) => void;
  readonly log: Log;
}): SecondJournal {
  const { source, notePath, policyFolder, committed, now, tell, log } = options;
  const known = new Set<string>();
  let since: string | null = null;
  let sameDisk = false;
  let running: Promise<void> | undefined;
  let wanted = false;
  let timer: NodeJS.Timeout | undefined;
  let note: SecondNote | null = null;
  const ready = begin();
  ready.catch(() => undefined);

  async function begin(): Promise<void> {
    note = await readSecondNote(notePath);
    if (policyFolder !== null && note?.folder !== policyFolder) {
      note = { folder: policyFolder, entries: 0, at: null, files: [] };
      await makeOwnFolder(policyFolder).catch(() => undefined);
    }
    if (note) nudge();
  }

  async function state(): Promise<SecondJournalState> {
    await ready.catch(() => undefined);
    // A journal that does not open has its own alarm; what is known of the other place is still worth telling.
    const entries = await committed().then(
      (journal) => journal.entries,
      () => note?.entries ?? 0,
    );
    return {
      folder: note?.folder ?? null,
      byPolicy: policyFolder !== null,
      behind: note ? Math.max(0, entries - note.entries) : 0,
      unreachableSince: since,
      lastAt: note?.at ?? null,
      sameDisk,
    };
  }

  const say = (): void => void state().then(tell, () => undefined);

  function nudge(): void {
    wanted = true;
    if (running || timer) return;
    later(since === null ? gatherMs : againMs);
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted && !running) run();
    }, ms);
    timer.unref();
  }

  function run(): void {
    wanted = false;
    // A share that hangs neither answers nor fails.
    const watchdog = setTimeout(() => lost('timeout'), patienceMs);
    watchdog.unref();
    running = copyAll()
      .then(reached, (error: unknown) => {
        wanted = true;
        lost(errnoOf(error) ?? 'unknown');
      })
      .finally(() => {
        clearTimeout(watchdog);
        running = undefined;
        say();
        if (wanted) later(since === null ? gatherMs : againMs);
      });
  }

  async function copyAll(): Promise<SecondNote | null> {
    const to = note;
    if (!to) return null;
    const { files, entries } = await committed();
    const folder = join(to.folder, secondFolderName);
    sameDisk = (await stat(folder)).dev === (await stat(source)).dev;
    for (const { name, size } of files) {
      const target = join(folder, name);
      await bringUp({ source: join(source, name), target, size, known: known.has(target), now: now() });
      known.add(target);
    }
    const vault = to.vault ?? newVaultCopyName();
    await copyVault(options.keys, join(folder, vault));
    return { folder: to.folder, entries, at: localInstant(now()), files: files.map(({ name }) => name), vault };
  }

  async function reached(copied: SecondNote | null): Promise<void> {
    // Another place was chosen meanwhile.
    if (!copied || note?.folder !== copied.folder) return;
    note = copied;
    if (since !== null) log('info', 'second-journal.back');
    since = null;
    await writeSecondNote(notePath, note).catch(() => undefined);
  }

  function lost(why: string): void {
    known.clear();
    if (since !== null) return;
    since = localInstant(now());
    log('warn', 'second-journal.unreachable', { code: why });
    say();
  }

  async function change(next: SecondNote | null): Promise<SecondJournalState> {
    if (policyFolder !== null) throw new ShellFailure('not-allowed', 'the second journal is set by policy');
    await writeSecondNote(notePath, next);
    note = next;
    since = null;
    known.clear();
    if (next) nudge();
    const answer = await state();
    tell(answer);
    return answer;
  }

  return {
    state,
    async use(given) {
      await ready;
      const folder = resolve(given);
      if (!liesOutside(options.profile, folder)) throw new ShellFailure('not-allowed', 'inside the data folder');
      await makeOwnFolder(folder);
      return change({ folder, entries: 0, at: null, files: [] });
    },
    async drop() {
      await ready;
      return change(null);
    },
    nudge,
    async settle(ms) {
      await ready.catch(() => undefined);
      if (!note) return;
      const until = performance.now() + ms;
      clearTimeout(timer);
      timer = undefined;
      if (wanted && !running) run();
      while ((running || wanted) && since === null && performance.now() < until) {
        if (running) await Promise.race([running, new Promise((done) => setTimeout(done, 50))]);
        else run();
      }
    },
  };
}

/** Never the folders above it: a mistyped place or a drive that is not plugged in must be noticed. */
async function makeOwnFolder(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, secondFolderName));
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    if (errnoOf(error) === 'ENOENT') throw new ShellFailure('not-found', 'no such folder', { cause: error });
    const failure = asWriteFailure(error, 'second journal');
    throw failure instanceof ShellFailure
      ? failure
      : new ShellFailure('not-writable', 'second journal', { cause: error });
  }
}

function liesOutside(profile: string, folder: string): boolean {
  const way = relative(profile, folder);
  return way !== '' && (way.startsWith('..') || isAbsolute(way));
}
