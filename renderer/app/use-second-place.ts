import type { SecondJournalState } from '../../electron/ipc/contract';
import type { Core } from './core';
import { PortFailure } from './ports';

/** The journal's second place as screens and batch commands set it. Throws PortFailure where a folder does not do. */
export interface SecondPlaceUse {
  choose(): Promise<SecondJournalState>;
  use(path: string): Promise<SecondJournalState>;
  drop(): Promise<SecondJournalState>;
  /** Asks anew how far it is. */
  look(): Promise<void>;
}

/** Makes the use-case; what the place is like stands in the state. */
export function createSecondPlaceUse(core: Core): SecondPlaceUse {
  const { secondPlace } = core.ports;
  const shown = (secondJournal: SecondJournalState): SecondJournalState => {
    core.patch({ secondJournal });
    return secondJournal;
  };
  secondPlace.onChange(shown);
  return {
    choose: async () => shown(await secondPlace.choose()),
    use: async (path) => shown(await secondPlace.use(path)),
    drop: async () => shown(await secondPlace.drop()),
    async look() {
      try {
        shown(await secondPlace.state());
      } catch (cause) {
        // A journal that does not open has its own banner.
        if (!(cause instanceof PortFailure)) throw cause;
      }
    },
  };
}
