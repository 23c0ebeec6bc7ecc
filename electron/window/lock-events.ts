import { powerMonitor } from 'electron';
import type { ShellEvents } from '../ipc/contract';

const checkEveryMs = 10_000;

/** Tells when the page must save its drafts and lock: screen lock, suspend, nobody there for a while. */
export function startLockEvents(
  lockAfterMinutes: number,
  request: (why: ShellEvents['lock-requested']['why']) => void,
): void {
  powerMonitor.on('lock-screen', () => request('screen-lock'));
  powerMonitor.on('suspend', () => request('suspend'));
  let asked = false;
  const startedMs = performance.now();
  const timer = setInterval(() => {
    // Counted from this start at the earliest: a PC that stood idle before would lock whoever just came to it.
    const idleSeconds = Math.min(powerMonitor.getSystemIdleTime(), (performance.now() - startedMs) / 1000);
    const idle = idleSeconds >= lockAfterMinutes * 60;
    if (idle && !asked) request('idle');
    asked = idle;
  }, checkEveryMs);
  timer.unref();
}
