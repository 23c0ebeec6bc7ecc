import { statfs } from 'node:fs/promises';

const checkEveryMs = 60_000;
const GB = 1024 ** 3;
/** Below 2 GB people are warned, below 500 MB only what must be written is (security study 3.5). */
const limits = [2 * GB, 0.5 * GB, 0] as const;

/** Bytes this account can still write on the volume of `folder`; 0 when that cannot be told. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** Watches the volume and tells when free space passes a limit in either direction. */
export function startFreeSpaceWatch(folder: string, tell: (free: number) => void, measure = freeBytes): () => void {
  let level: number | undefined;
  const check = async () => {
    const free = await measure(folder);
    const now = limits.findIndex((limit) => free >= limit);
    if (level !== undefined && now !== level) tell(free);
    level = now;
  };
  void check();
  const timer = setInterval(() => void check(), checkEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
