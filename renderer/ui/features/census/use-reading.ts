import { useCallback, useState } from 'react';
import type { CensusFile, CensusProposal } from '../../../app/use-census';
import { useBox } from '../../box/box-context';

/** Corrections of one file: column name -> meaning, and answers to questions. */
export type Corrections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Chosen files as they are understood, with what a person corrected. */
export interface Reading {
  readonly proposal: CensusProposal | null;
  readonly busy: boolean;
  /** Asks for files and reads them; nothing is kept before `accept`. */
  readonly choose: () => Promise<void>;
  readonly correct: (file: string, change: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly setAsOf: (asOf: string) => Promise<void>;
  readonly clear: () => void;
}

/** Reads again after every correction: what the list would be is always what is shown. */
export function useReading(): Reading {
  const box = useBox();
  const [files, setFiles] = useState<readonly CensusFile[]>([]);
  const [corrections, setCorrections] = useState<Corrections>({});
  const [asOf, setOwnAsOf] = useState<string>();
  const [proposal, setProposal] = useState<CensusProposal | null>(null);
  const [busy, setBusy] = useState(false);

  const read = useCallback(
    async (chosen: readonly CensusFile[], decided: Corrections, time: string | undefined): Promise<void> => {
      setBusy(true);
      try {
        const mapping = Object.keys(decided).length === 0 ? {} : { mapping: { files: decided } };
        setProposal(await box.census.read({ files: chosen, ...mapping, ...(time === undefined ? {} : { asOf: time }) }));
      } finally {
        setBusy(false);
      }
    },
    [box],
  );

  return {
    proposal,
    busy,
    async choose() {
      const chosen = await box.census.choose();
      if (chosen.length === 0) return;
      setFiles(chosen);
      setCorrections({});
      setOwnAsOf(undefined);
      await read(chosen, {}, undefined);
    },
    async correct(file, change) {
      const before = corrections[file] ?? {};
      const columns = { ...(before['columns'] as object | undefined), ...(change['columns'] as object | undefined) };
      const next = { ...corrections, [file]: { ...before, ...change, ...(Object.keys(columns).length > 0 ? { columns } : {}) } };
      setCorrections(next);
      await read(files, next, asOf);
    },
    async setAsOf(time) {
      setOwnAsOf(time);
      await read(files, corrections, time);
    },
    clear: () => setProposal(null),
  };
}
