import { useCallback, useRef, useState } from 'react';
import type { CensusFile, CensusProposal } from '../../../app/use-census';
import { useBox } from '../../box/box-context';
import { useNotices } from '../../frame/notices/notices-context';
import { useSentences } from '../../strings/use-sentences';
import { type Decisions, mappingOf } from './table-mappings';

/** Files on their way to a snapshot: what was decided, and how they read with it. */
export interface CensusSitting {
  readonly files: readonly CensusFile[];
  readonly decisions: Decisions;
  readonly asOf: string | undefined;
  readonly proposal: CensusProposal | undefined;
  readonly busy: boolean;
  readonly failed: boolean;
}

const NOTHING: CensusSitting = {
  files: [],
  decisions: {},
  asOf: undefined,
  proposal: undefined,
  busy: false,
  failed: false,
};

/** Reads the files again after each decision; the newest reading wins. Nothing is kept before it is accepted. */
export function useCensusReading() {
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const [sitting, setSitting] = useState(NOTHING);
  const turn = useRef(0);
  const read = useCallback(
    async (next: Omit<CensusSitting, 'proposal' | 'busy' | 'failed'>): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setSitting((before) => ({ ...before, ...next, busy: true, failed: false }));
      // The word "reading" is on screen before a long list takes the page's attention.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const mapping = mappingOf(next.decisions);
      try {
        const proposal = await box.census.read({
          files: next.files,
          ...(mapping === undefined ? {} : { mapping }),
          ...(next.asOf === undefined ? {} : { asOf: next.asOf }),
        });
        if (turn.current === mine) setSitting({ ...next, proposal, busy: false, failed: false });
      } catch (error) {
        tell('critical', failure(error));
        if (turn.current === mine) setSitting((before) => ({ ...before, busy: false, failed: true }));
      }
    },
    [box, tell, failure],
  );
  const clear = useCallback(() => {
    turn.current += 1;
    setSitting(NOTHING);
  }, []);
  return { sitting, read, clear };
}
