import { statfs } from 'node:fs/promises';

/** Bytes this account can still write on the volume of `folder`; undefined when that cannot be told. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
