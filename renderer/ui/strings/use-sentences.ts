import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PortFailure } from '../../app/ports';
import { isInstant } from '../../domain/basics/time';
import { FAILURE_SENTENCES, REFUSAL_SENTENCES } from './refusal-codes';
import { clockOf, timeWords } from './time-words';

/** A refusal with whatever details it carries. */
export interface Refusal {
  readonly code: string;
}

/** Says refusals and failures in sentences. Details fill in: `…Ms` as words, instants as a clock. */
export function useSentences(): {
  readonly refusal: (refused: Refusal) => string;
  readonly failure: (error: unknown) => string;
} {
  const { t } = useTranslation(['refusals', 'failures', 'time']);
  const refusal = useCallback(
    (refused: Refusal) => {
      const words = timeWords(t as never);
      const details: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(refused)) {
        if (typeof value === 'number' && name.endsWith('Ms'))
          details[name.slice(0, -2)] = value < 60_000 ? `${Math.ceil(value / 1000)} s` : words.duration(value);
        else details[name] = typeof value === 'string' && isInstant(value) ? clockOf(value) : value;
      }
      // A passphrase or code is not counted: there is no number of tries to tell.
      if (details['strikesLeft'] === Number.POSITIVE_INFINITY) return t('refusals:wrong-key');
      const known = refused.code in REFUSAL_SENTENCES ? (refused.code as keyof typeof REFUSAL_SENTENCES) : 'unknown';
      return t(`refusals:${known}`, details);
    },
    [t],
  );
  const failure = useCallback(
    (error: unknown) => {
      const code = error instanceof PortFailure && error.code in FAILURE_SENTENCES ? error.code : 'internal';
      return t(`failures:${code}`);
    },
    [t],
  );
  return { refusal, failure };
}
