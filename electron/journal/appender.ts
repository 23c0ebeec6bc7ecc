import { ShellFailure } from '../disk/shell-failure';
import type { AppendFile } from './append-file';
import { Chain } from './chain';
import { dayOf, journalFileName } from './journal-files';
import { type JournalScan, journalFormat, type ScannedFile } from './scan';
import { readSealedLine, type SealedLine } from './sealed-line';

interface AppenderOptions {
  readonly now: () => Date;
  readonly header: () => Promise<Readonly<Record<string, string>>>;
  readonly rotateBytes: number;
  readonly open: (name: string, size: number) => Promise<AppendFile>;
}

interface Job {
  readonly device: string;
  readonly lines: readonly SealedLine[];
  readonly text: string;
  readonly resolve: (value: { readonly lastSeq: number }) => void;
  readonly reject: (reason: unknown) => void;
}

interface OpenFile {
  readonly entry: ScannedFile;
  readonly file: AppendFile;
}

/**
 * Writes to the journal, one group after the other. While one group is being fsynced the next gathers, so a burst
 * costs one fsync per group and a single append never waits for company (group commit without a timer).
 */
export class Appender {
  readonly chains = new Map<string, Chain>();
  readonly #files: ScannedFile[];
  readonly #open = new Map<string, OpenFile>();
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(
    scan: JournalScan,
    private readonly options: AppenderOptions,
  ) {
    this.#files = scan.files;
    for (const [device, { chain }] of scan.devices) this.chains.set(device, chain);
  }

  /** The journal's files in order, with what is on disk for certain. */
  files(): readonly ScannedFile[] {
    return this.#files;
  }

  append(lines: readonly string[]): Promise<{ readonly lastSeq: number }> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...readBatch(lines), resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async close(): Promise<void> {
    await this.#running;
    for (const { file } of this.#open.values()) await file.close();
    this.#open.clear();
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      const devices = new Set(group.map((job) => job.device));
      for (const device of devices)
        await this.#commit(
          device,
          group.filter((job) => job.device === device),
        );
    }
    this.#running = undefined;
  }

  async #commit(device: string, jobs: readonly Job[]): Promise<void> {
    const before = this.chains.get(device) ?? Chain.empty;
    let chain = before;
    let mending = false;
    const accepted: Job[] = [];
    for (const job of jobs) {
      const next = extend(chain, job.lines);
      if (next === 'repeated') job.resolve({ lastSeq: chain.lastSeq });
      else if (next === 'refused') job.reject(new ShellFailure('out-of-order', `expected seq ${chain.lastSeq + 1}`));
      else {
        mending ||= job.lines.some((line) => line.seq <= before.lastSeq);
        accepted.push(job);
        chain = next;
      }
    }
    if (accepted.length === 0) return;
    try {
      const target = await this.#target(device, mending);
      const header = target.file.size === 0 ? `${await this.#header(device)}\n` : '';
      await target.file.append(header + accepted.map((job) => job.text).join(''));
      target.entry.size = target.file.size;
    } catch (error) {
      for (const job of accepted) job.reject(error);
      return;
    }
    this.chains.set(device, chain);
    for (const job of accepted) job.resolve({ lastSeq: chain.lastSeq });
  }

  /** The file to write to: the newest of the device, or a new one for a new day, after 16 MB, or to mend a hole. */
  async #target(device: string, mending: boolean): Promise<OpenFile> {
    const day = dayOf(this.options.now());
    const newest = this.#files.findLast((file) => file.device === device);
    const opened = this.#open.get(device);
    if (newest && newest.size > 0 && newest.size < this.options.rotateBytes && newest.day === day && !mending) {
      if (opened?.entry === newest) return opened;
      return this.#use(device, newest);
    }
    if (opened && opened.file.size === 0) return opened;
    const n = (newest?.n ?? 0) + 1;
    const name = journalFileName(day, device, n);
    return this.#use(device, { name, day, device, n, size: 0, skip: new Set([0]) });
  }

  async #use(device: string, entry: ScannedFile): Promise<OpenFile> {
    const file = await this.options.open(entry.name, entry.size);
    await this.#open
      .get(device)
      ?.file.close()
      .catch(() => undefined);
    const opened = { entry, file };
    this.#open.set(device, opened);
    if (!this.#files.includes(entry)) this.#insert(entry);
    return opened;
  }

  #insert(entry: ScannedFile): void {
    const after = this.#files.findLastIndex((file) => file.device === entry.device);
    this.#files.splice(after === -1 ? this.#files.length : after + 1, 0, entry);
  }

  async #header(device: string): Promise<string> {
    return JSON.stringify({
      format: journalFormat,
      device,
      made: this.options.now().toISOString(),
      ...(await this.options.header()),
    });
  }
}

function extend(from: Chain, lines: readonly SealedLine[]): Chain | 'repeated' | 'refused' {
  const last = lines.at(-1);
  // An append whose answer got lost is asked again: it is there, whole, so it is simply confirmed.
  if (last && last.seq === from.lastSeq && last.hash === from.lastHash) return 'repeated';
  let chain = from;
  for (const line of lines) {
    const fit = chain.fit(line);
    if (fit !== 'follows' && fit !== 'mends') return 'refused';
    chain = chain.add(line);
  }
  return chain;
}

function readBatch(texts: readonly string[]): {
  readonly device: string;
  readonly lines: readonly SealedLine[];
  readonly text: string;
} {
  const lines = texts.map((text) => {
    const reading = text.includes('\n') ? undefined : readSealedLine(text);
    if (!reading?.ok) throw new ShellFailure('bad-argument', 'not a sealed entry');
    return reading.line;
  });
  const device = lines[0]?.device;
  if (device === undefined || lines.some((line) => line.device !== device))
    throw new ShellFailure('bad-argument', 'one device per append');
  return { device, lines, text: texts.map((text) => `${text}\n`).join('') };
}
