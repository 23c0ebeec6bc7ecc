import { z } from 'zod';
import { PRINTS, SCREENS, type ContentProblem, type KnownContent } from './content-problem';

const text = z.string().trim().min(1);

/** A text that must not be empty. */
export const filled = text;

/** Mark with source keys. */
export const provenanceSchema = z.strictObject({
  mark: z.enum(['read', 'K', 'S']),
  sources: z.array(z.string().regex(/^[A-Z]-[A-Za-z0-9]+$/)),
});

/** A need of a step. */
export const needSchema = z.strictObject({ kind: z.enum(['form', 'print', 'runbook', 'contact', 'screen']), id: text });

/** What every library file says about itself. */
export const headShape = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['draft', 'active', 'retired']),
  owner: text,
  reviewDate: z.iso.date(),
} as const;

interface Need {
  readonly kind: string;
  readonly id: string;
}

/** Whether what a step needs exists. Forms and runbooks may come later; a dead contact or page is an error. */
export function needProblems(needs: readonly Need[], where: string, known: KnownContent): ContentProblem[] {
  return needs.flatMap(({ kind, id }, n): ContentProblem[] => {
    const at = `${where}.needs[${n}]`;
    if (kind === 'form' && !known.forms.includes(id))
      return [warning('form-not-shipped', `Form ${id} is not in the library yet.`, at)];
    if (kind === 'runbook' && !known.runbooks.includes(id))
      return [warning('runbook-not-shipped', `Runbook ${id} is not in the library yet.`, at)];
    const list =
      kind === 'contact' ? known.contacts : kind === 'print' ? PRINTS : kind === 'screen' ? SCREENS : undefined;
    return list && !list.includes(id)
      ? [error(`unknown-${kind}`, `Nothing is called ${id}. Known: ${list.join(', ')}.`, at)]
      : [];
  });
}

/** A step that was read somewhere says where; every key must be in the list of sources. */
export function provenanceProblems(
  { mark, sources }: { readonly mark: string; readonly sources: readonly string[] },
  where: string,
  known: KnownContent,
): ContentProblem[] {
  const unknown = sources.filter((key) => !known.sources.includes(key));
  return [
    ...(mark === 'read' && sources.length === 0
      ? [error('no-source', 'Marked as read, but no source is named: use K or S.', where)]
      : []),
    ...unknown.map((key) =>
      error('unknown-source', `Source ${key} is not in any file of library/sources: add it there.`, where),
    ),
  ];
}

/** A file whose review is over is still shown, and named. */
export function reviewProblems(reviewDate: string, { today }: KnownContent): ContentProblem[] {
  return today !== undefined && reviewDate < today
    ? [warning('review-overdue', `Review was due on ${reviewDate}.`, 'reviewDate')]
    : [];
}

/** Values that occur more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, n) => values.indexOf(value) !== n))];
}

/** An error. */
export function error(code: string, message: string, where: string): ContentProblem {
  return { severity: 'error', code, message, where };
}

/** A warning. */
export function warning(code: string, message: string, where: string): ContentProblem {
  return { severity: 'warning', code, message, where };
}
