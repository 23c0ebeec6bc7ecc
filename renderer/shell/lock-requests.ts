import type { Bridge } from '../../electron/ipc/contract';
import type { Box } from '../app/box';

/** Locks when the shell says so: the system's screen was locked, the PC goes to sleep, or nobody is there. */
export function startLockRequests(bridge: Pick<Bridge, 'on'>, box: Pick<Box, 'state' | 'lock'>): () => void {
  return bridge.on('lock-requested', () => {
    // Nobody signed in: there is nothing to hide, and a fresh page would only cost the ward its place.
    if (box.state.get().signedIn !== null) void box.lock();
  });
}
