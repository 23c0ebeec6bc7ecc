import type { z } from 'zod';

/** Something wrong with a library file, by place; errors stop a build or an import, warnings are listed. */
export interface ContentProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** What is wrong and what to do. */
  readonly message: string;
  /** JSON path, e.g. `phases[2].steps[3].due`. */
  readonly where: string;
}

/** Lines are read under stress: ux.md section 9, rule 2. */
export const MAX_WORDS = 12;

/** A JSON path as people read it. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, n) => (typeof part === 'number' ? `[${part}]` : `${n === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

/** Problems of shape, in our words. */
export function shapeProblems(error: z.ZodError): ContentProblem[] {
  return error.issues.map((issue) => ({
    severity: 'error',
    code: 'bad-shape',
    message: `${issue.message}. See renderer/content/PROCEDURES.md for the format.`,
    where: jsonPath(issue.path),
  }));
}

/** What a file may refer to. Ids not in `forms` or `runbooks` are warnings: content may come before what it names. */
export interface KnownContent {
  readonly forms: readonly string[];
  readonly runbooks: readonly string[];
  readonly contacts: readonly string[];
  readonly sources: readonly string[];
  /** Codes of known problems; left out: not looked at. */
  readonly problems?: readonly string[];
  /** `YYYY-MM-DD`; left out: review dates are not looked at. */
  readonly today?: string;
}

/** Prints a step can ask for. */
export const PRINTS: readonly string[] = ['ward-pack', 'blank-forms', 'labels', 'wristbands'];

/** Pages of the app a step can open. */
export const SCREENS: readonly string[] = [
  'start',
  'patients',
  'forms',
  'print',
  'runbooks',
  'log',
  'contacts',
  'reconcile',
  'export',
];
