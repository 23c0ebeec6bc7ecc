import type { Bridge, SpaceState } from '../../electron/ipc/contract';
import type { SpaceWatch } from '../app/ports';
import type { Shell } from './shell';

/** Room on the disk as the stores and the screen see it. */
export interface StorageSpace extends SpaceWatch {
  /** Whether nothing may be written now. Costs nothing while there is room; while there is none, it looks each time. */
  isFull(): Promise<boolean>;
}

/** Listens to the main process, which measures. */
export function createSpaceWatch(bridge: Pick<Bridge, 'on'>, shell: Shell): StorageSpace {
  const listeners = new Set<(state: SpaceState) => void>();
  let known: SpaceState | undefined;
  bridge.on('space-changed', (state) => {
    known = state;
    for (const listener of listeners) listener(state);
  });
  return {
    async isFull() {
      if (known === undefined || known.level === 'read-only') known = await shell.call('shell.space');
      return known.level === 'read-only';
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
