import type { CensusQuestion, CensusTable } from '../../../app/use-census';
import type { CensusField } from './field-labels';

/** What was decided for one file, as a mapping file holds it. */
export type FileMapping = CensusTable['remember'];

/** What a person decided in this sitting, by file; `undefined` members are found out from the file. */
export type Decisions = Readonly<Record<string, FileMapping>>;

/** Decisions as the census reader takes them; undefined while nobody decided anything. */
export function mappingOf(decisions: Decisions): unknown {
  return Object.keys(decisions).length === 0 ? undefined : { files: decisions };
}

/** A column means something else. */
export function withColumn(decisions: Decisions, file: string, column: string, field: CensusField): Decisions {
  const before = decisions[file] ?? {};
  // Two columns never mean the same: the other one is found out anew.
  const others = Object.entries(before.columns ?? {}).filter(
    ([name, meaning]) => name === column || meaning !== field || field === 'ignore',
  );
  return { ...decisions, [file]: { ...before, columns: { ...Object.fromEntries(others), [column]: field } } };
}

/** An answer to a question, or the kind of a table. */
export function withAnswer(
  decisions: Decisions,
  file: string,
  answer: CensusQuestion['choices'][number]['answer'],
): Decisions {
  const before = decisions[file] ?? {};
  return {
    ...decisions,
    [file]: {
      ...before,
      ...answer,
      ...(answer.sexCodes ? { sexCodes: { ...before.sexCodes, ...answer.sexCodes } } : {}),
    },
  };
}
