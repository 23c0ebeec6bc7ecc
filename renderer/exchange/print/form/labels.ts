import type { EnableCondition, FormItem } from '../../../domain/form/form';
import { indexOf } from '../../../domain/form/form-index';
import { textOfAnswer } from '../../../domain/form/text-of-answer';
import type { Run } from '../type/styles';
import { WORDS } from '../words';
import type { FormPaper } from './form-paper';

/** A form's own label for paper: no colon at the end, prefix in front. */
export function itemLabel(item: FormItem): string {
  const text = (item.paper.label ?? item.text).trim().replace(/\s*:$/, '');
  return item.prefix && !text.startsWith(item.prefix) ? `${item.prefix} ${text}`.trim() : text;
}

/** Column heads want the short form. */
export function shortLabel(item: FormItem): string {
  return item.paper.label ?? item.shortText ?? itemLabel(item);
}

/** Label with what a writer must know beside it: how to answer, the unit, when it applies, that it is needed. */
export function labelRuns(item: FormItem, paper: FormPaper, hint?: string): readonly Run[] {
  const notes = [
    hint,
    paper.mode === 'record' ? undefined : item.paper.note,
    paper.mode === 'record' ? undefined : conditionWords(item, paper),
  ].filter((note) => note !== undefined && note !== '');
  const needed = item.required && paper.mode !== 'record' && !item.readOnly;
  return [
    { text: itemLabel(item), style: 'label' },
    ...(needed ? [{ text: ' *', style: 'labelBold' } as const] : []),
    ...(notes.length > 0 ? [{ text: ` ${notes.join(', ')}`, style: 'labelNote' } as const] : []),
  ];
}

/** Paper cannot hide a question, so it says when to answer it. Conditions too long for a label are left to common sense. */
export function conditionWords(item: FormItem, paper: FormPaper): string | undefined {
  const { enableWhen, enableBehavior } = item;
  if (enableWhen.length === 0 || enableWhen.length > 2) return undefined;
  const parts = enableWhen.map((condition) => oneCondition(condition, paper));
  if (parts.some((part) => part === undefined)) return undefined;
  return WORDS.onlyIf(parts.join(enableBehavior === 'any' ? ' or ' : ' and '));
}

function oneCondition({ question, operator, answer }: EnableCondition, paper: FormPaper): string | undefined {
  const asked = indexOf(paper.tree.definition).byLinkId.get(question)?.item;
  // A question that is not on the blank sheet cannot be looked up there.
  if (!asked || asked.hidden || asked.paper.leaveOut !== undefined) return undefined;
  const name = shortLabel(asked);
  const value = textOfAnswer(asked, answer);
  if (name.length + value.length > 60) return undefined;
  switch (operator) {
    case 'exists':
      return answer.valueBoolean ? WORDS.answered(name) : undefined;
    case '=':
      return asked.options.length > 0 ? WORDS.ticked(value) : WORDS.is(name, value);
    case '!=':
      return WORDS.isNot(name, value);
    case '>':
    case '<':
    case '>=':
    case '<=':
      return `${name} ${operator.replace('>=', '≥').replace('<=', '≤')} ${value}`;
  }
}
