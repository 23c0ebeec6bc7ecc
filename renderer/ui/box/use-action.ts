import { useCallback, useState } from 'react';
import type { Result } from '../../domain/basics/result';
import { useNotices } from '../frame/notices/notices-context';
import { type Refusal, useSentences } from '../strings/use-sentences';

/** A running use-case: its refusal as a sentence, and whether it is under way. */
export interface Action<A extends readonly unknown[], T, E extends Refusal> {
  /** Undefined when it was refused or failed; the sentence then stands in `error`, or in a notice. */
  readonly run: (...args: A) => Promise<T | undefined>;
  readonly error: string | undefined;
  readonly refused: E | undefined;
  readonly busy: boolean;
  readonly clear: () => void;
}

/** Calls a use-case once at a time. Refusals become a sentence beside the button, outside failures a notice that stays. */
export function useAction<A extends readonly unknown[], T, E extends Refusal>(
  use: (...args: A) => Promise<Result<T, E>>,
  onRefused?: (refused: E) => void,
): Action<A, T, E> {
  const { refusal, failure } = useSentences();
  const { tell } = useNotices();
  const [refused, setRefused] = useState<E>();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (...args: A): Promise<T | undefined> => {
      setBusy(true);
      try {
        const result = await use(...args);
        setRefused(result.ok ? undefined : result.error);
        if (result.ok) return result.value;
        onRefused?.(result.error);
        return undefined;
      } catch (error) {
        tell('critical', failure(error));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [use, onRefused, failure, tell],
  );
  return {
    run,
    refused,
    error: refused && refusal(refused),
    busy,
    clear: useCallback(() => setRefused(undefined), []),
  };
}
