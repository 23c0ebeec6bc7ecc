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
  const timer = setInterval(() => {
    const idle = powerMonitor.getSystemIdleTime() >= lockAfterMinutes * 60;
    if (idle && !asked) request('idle');
    asked = idle;
  }, checkEveryMs);
  timer.unref();
}
