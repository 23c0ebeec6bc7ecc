import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ensureFolder, readIfThere, removeDurably, writeAtomically } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import { type AppendFile, openAppendFile } from '../journal/append-file';
import { parseObject } from '../journal/sealed-line';
import { type BoxContent, isPublicKey, sealBox } from './sealed-box';

/** One thing taken in and not yet worked off by a signed-in page. */
export interface InboxItem {
  readonly n: number;
  readonly box: Uint8Array;
}

/** What came in from outside, sealed the moment it came, in the order it came. */
export interface Inbox {
  /** False until somebody signed in once after the installation: then there is no key to seal for. */
  readonly keyed: boolean;
  readonly waiting: number;
  readonly lastAt: string | null;
  useKey(publicKey: Uint8Array): Promise<void>;
  /** Resolves when all are on disk. One that came before, byte for byte, is not kept twice. Throws disk-full, not-writable. */
  put(contents: readonly BoxContent[]): Promise<void>;
  /** The oldest that wait, at most so many bytes of them (but one at least). */
  next(maxBytes: number): readonly InboxItem[];
  /** Everything up to `n` is in the snapshot now. */
  settle(n: number): Promise<void>;
  close(): Promise<void>;
}

interface Line {
  readonly n: number;
  /** Hash of the content as it came: a sender that got no answer sends the same bytes again. */
  readonly key: string;
  readonly at: string;
  readonly box: string;
}

/** So many hashes are remembered when the file begins anew. */
const KEYS_KEPT = 5_000;
const REWRITE_BYTES = 1024 * 1024;

/** Opens the inbox of a profile; what a kill left behind is there again. */
export async function openInbox(folder: string): Promise<Inbox> {
  await ensureFolder(folder);
  const inbox = new DiskInbox(folder);
  await inbox.load();
  return inbox;
}

class DiskInbox implements Inbox {
  #key: Uint8Array | undefined;
  #file: AppendFile | undefined;
  #lines: Line[] = [];
  #keys: string[] = [];
  #known = new Set<string>();
  #last = 0;
  #turn: Promise<unknown> = Promise.resolve();
  lastAt: string | null = null;

  constructor(private readonly folder: string) {}

  get keyed(): boolean {
    return this.#key !== undefined;
  }

  get waiting(): number {
    return this.#lines.length;
  }

  async load(): Promise<void> {
    const key = await readIfThere(join(this.folder, 'intake-key.public'));
    if (key && (await isPublicKey(key))) this.#key = key;
    const path = join(this.folder, 'inbox.jsonl');
    const text = (await readIfThere(path))?.toString('utf8') ?? '';
    // A torn last line was never acknowledged: its sender sends it again.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    for (const raw of whole.split('\n')) {
      const line = parseObject(raw) as
        | (Partial<Line> & { readonly done?: number; readonly keys?: string[] })
        | undefined;
      if (typeof line?.done === 'number') this.#forgetUpTo(line.done);
      if (Array.isArray(line?.keys)) for (const one of line.keys) this.#remember(one);
      if (typeof line?.n === 'number' && typeof line.box === 'string') this.#keep(line as Line);
    }
    if (whole.length < text.length) await writeAtomically(path, whole);
    this.#file = await openAppendFile(path, Buffer.byteLength(whole));
  }

  useKey(publicKey: Uint8Array): Promise<void> {
    return this.#inTurn(async () => {
      if (!(await isPublicKey(publicKey))) throw new ShellFailure('bad-argument', 'intake key');
      if (this.#key && Buffer.compare(this.#key, publicKey) === 0) return;
      await writeAtomically(join(this.folder, 'intake-key.public'), publicKey);
      this.#key = publicKey.slice();
    });
  }

  put(contents: readonly BoxContent[]): Promise<void> {
    return this.#inTurn(async () => {
      const key = this.#key;
      if (!key) throw new ShellFailure('not-allowed', 'no intake key yet');
      const fresh: Line[] = [];
      for (const content of contents) {
        const hash = hashOf(content);
        if (this.#known.has(hash) || fresh.some((line) => line.key === hash)) continue;
        const box = Buffer.from(await sealBox(key, content)).toString('base64');
        fresh.push({ n: this.#last + fresh.length + 1, key: hash, at: content.at, box });
      }
      if (fresh.length === 0) return;
      await this.#append(fresh.map((line) => `${JSON.stringify(line)}\n`).join(''));
      for (const line of fresh) this.#keep(line);
    });
  }

  next(maxBytes: number): readonly InboxItem[] {
    const items: InboxItem[] = [];
    let room = maxBytes;
    for (const { n, box } of this.#lines) {
      room -= box.length;
      if (items.length > 0 && room < 0) break;
      items.push({ n, box: Buffer.from(box, 'base64') });
    }
    return items;
  }

  settle(n: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.#append(`${JSON.stringify({ done: n })}\n`);
      this.#forgetUpTo(n);
      if (this.#lines.length > 0 || (this.#file?.size ?? 0) < REWRITE_BYTES) return;
      await this.#beginAnew();
    });
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#file?.close();
      this.#file = undefined;
    });
  }

  async #append(text: string): Promise<void> {
    if (!this.#file) throw new ShellFailure('not-writable', 'the inbox is closed');
    await this.#file.append(text);
  }

  async #beginAnew(): Promise<void> {
    const path = join(this.folder, 'inbox.jsonl');
    const start = `${JSON.stringify({ done: this.#last, keys: this.#keys })}\n`;
    await this.#file?.close();
    this.#file = undefined;
    await removeDurably(`${path}.old`);
    await writeAtomically(path, start);
    this.#file = await openAppendFile(path, Buffer.byteLength(start));
  }

  #keep(line: Line): void {
    this.#lines.push(line);
    this.#last = Math.max(this.#last, line.n);
    this.lastAt = line.at;
    this.#remember(line.key);
  }

  #forgetUpTo(n: number): void {
    this.#lines = this.#lines.filter((line) => line.n > n);
    this.#last = Math.max(this.#last, n);
  }

  #remember(key: string): void {
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#keys.push(key);
    if (this.#keys.length > KEYS_KEPT * 2) {
      this.#keys = this.#keys.slice(-KEYS_KEPT);
      this.#known = new Set(this.#keys);
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** A file that came again with a newer time is news (the list is fresh again); a message that came again is not. */
function hashOf({ source, files }: BoxContent): string {
  const hash = createHash('sha256').update(source);
  for (const { name, modifiedAt, bytes } of files)
    hash.update(source === 'folder' ? `\0${name}\0${modifiedAt}\0` : '\0').update(bytes);
  return hash.digest('base64url');
}
