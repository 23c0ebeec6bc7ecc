import { readChecklist } from './checklist-schema';
import type { ContentProblem, KnownContent } from './content-problem';
import { readPolicy } from './policy-schema';
import { readEscalation, readProblem } from './problem-schema';
import { readRunbook } from './runbook-schema';

/** Kinds of procedures the library holds as files. */
export type ProcedureKind = 'checklist' | 'runbook' | 'policy' | 'problem' | 'escalation';

/** A file as it was read. */
export interface ProcedureFile {
  readonly kind: ProcedureKind;
  readonly file: string;
  readonly json: unknown;
}

/** A problem with the file it lies in. */
export interface FileProblem extends ContentProblem {
  readonly file: string;
}

/** Checks procedures by file and place: used by the tests, the content check at build and an import of a site's own. */
export function checkLibrary(files: readonly ProcedureFile[], known: KnownContent): readonly FileProblem[] {
  const ids = new Map<string, string>();
  return files.flatMap(({ kind, file, json }): FileProblem[] => {
    const { problems } = readOf(kind)(json, known);
    const key = `${kind}/${idOf(json)}`;
    const twin = ids.get(key);
    ids.set(key, file);
    const all =
      twin === undefined
        ? problems
        : [
            ...problems,
            {
              severity: 'error' as const,
              code: 'id-twice',
              message: `The id is used by ${twin} already.`,
              where: 'id',
            },
          ];
    return all.map((problem) => ({ ...problem, file }));
  });
}

function readOf(
  kind: ProcedureKind,
): (json: unknown, known: KnownContent) => { readonly problems: readonly ContentProblem[] } {
  return {
    checklist: readChecklist,
    runbook: readRunbook,
    policy: readPolicy,
    problem: readProblem,
    escalation: readEscalation,
  }[kind];
}

function idOf(json: unknown): string {
  return typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '';
}
