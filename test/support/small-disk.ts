import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file system in memory, small enough to be filled to the last byte. */
export interface SmallDisk {
  free(): number;
  /** Another program takes all but so many bytes. */
  fillTo(left: number): void;
  /** And gives them back. */
  empty(): void;
  unmount(): void;
}

/** Mounts one of so many megabytes at an empty folder; undefined where that is not allowed. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const stranger = join(folder, 'somebody-else.log');
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    free,
    fillTo: (left) => writeFileSync(stranger, Buffer.alloc(Math.max(0, free() - left)), { flag: 'a' }),
    empty: () => rmSync(stranger),
    unmount: () => void execFileSync('umount', ['-l', folder]),
  };
}
