import { absentReasonOf, hasValue } from './answer-values';
import { everyNode, type FilledForm, type FilledNode } from './filled-form';

/** A section in the list beside a form (ux.md 8.7: empty, part, done, error). */
export interface FormSection {
  readonly key: string;
  readonly label: string;
  readonly state: 'empty' | 'part' | 'done' | 'error';
  readonly answered: number;
  readonly questions: number;
}

/** The sections of a form: its outermost groups, in order; loose questions between them are no section. */
export function sectionsOf(form: FilledForm): readonly FormSection[] {
  return form.nodes.filter((node) => node.kind === 'group' || node.kind === 'rows').map(sectionOf);
}

/** How far one section is. */
export function sectionOf(section: FilledNode): FormSection {
  let answered = 0;
  let questions = 0;
  let missing = 0;
  let wrong = 0;
  for (const node of everyNode([section])) {
    for (const finding of node.findings) {
      if (finding.severity !== 'error') continue;
      if (finding.code === 'required' || finding.code === 'too-few') missing += 1;
      else wrong += 1;
    }
    if (node.kind !== 'question' || node.item.readOnly) continue;
    questions += 1;
    if (node.answers.some((answer) => hasValue(answer) || absentReasonOf(answer))) answered += 1;
  }
  const state =
    wrong > 0
      ? 'error'
      : answered === 0
        ? 'empty'
        : missing > 0
          ? 'part'
          : answered < questions && missing === 0 && !hasRequired(section)
            ? 'part'
            : 'done';
  return { key: section.key, label: section.item.text, state, answered, questions };
}

function hasRequired(section: FilledNode): boolean {
  for (const node of everyNode([section])) if (node.item.required && node.kind === 'question') return true;
  return false;
}
