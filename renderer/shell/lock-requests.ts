import type { Bridge } from '../../electron/ipc/contract';

/** Tells when the shell wants the page locked: the system's screen was locked, the PC goes to sleep, nobody is there. */
export function startLockRequests(bridge: Pick<Bridge, 'on'>, lock: () => void): () => void {
  return bridge.on('lock-requested', lock);
}
