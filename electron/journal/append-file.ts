import { fstatSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { privateFile, syncFolder } from '../disk/atomic-file';
import { asWriteFailure, ShellFailure } from '../disk/shell-failure';

/** The end of one journal file. */
export interface AppendFile {
  /** Bytes that are on disk for certain. */
  readonly size: number;
  /** Resolves when the text is on disk; when it throws, the file is as it was. Throws disk-full or not-writable. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Up to so many bytes are handed to the system at once: that only copies them, and each of the three steps of an append
 * would otherwise wait for a thread of its own. Only the fsync waits for the disk.
 */
const atOnceBytes = 256 * 1024;

/** Opens a journal file for appending at `size`, or makes it when `size` is 0 and there is none. */
export async function openAppendFile(path: string, size: number): Promise<AppendFile> {
  try {
    const handle = await open(path, 'a', privateFile);
    if (size === 0) await syncFolder(dirname(path));
    return new DiskAppendFile(handle, size);
  } catch (error) {
    throw asWriteFailure(error, 'journal file');
  }
}

class DiskAppendFile implements AppendFile {
  #dirty = false;

  constructor(
    private readonly handle: FileHandle,
    private committed: number,
  ) {}

  get size(): number {
    return this.committed;
  }

  async append(text: string): Promise<void> {
    const bytes = Buffer.from(text, 'utf8');
    try {
      if (this.#dirty) await this.#cutBack();
      this.#checkUntouched();
      this.#dirty = true;
      if (bytes.length <= atOnceBytes) writeAll(this.handle.fd, bytes);
      else await this.handle.appendFile(bytes);
      await this.handle.datasync();
    } catch (error) {
      // After a failed fsync nobody knows what the disk holds: cut back, and let the next append write it anew.
      await this.#cutBack().catch(() => undefined);
      throw asWriteFailure(error, 'journal');
    }
    this.#dirty = false;
    this.committed += bytes.length;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  async #cutBack(): Promise<void> {
    await this.handle.truncate(this.committed);
    await this.handle.datasync();
    this.#dirty = false;
  }

  /** Somebody cleaning up, or a second program: writing on would make a journal nobody can read. */
  #checkUntouched(): void {
    const { size, nlink } = fstatSync(this.handle.fd);
    if (nlink === 0 || size !== this.committed)
      throw new ShellFailure('not-writable', 'the journal was changed by another program');
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
}
