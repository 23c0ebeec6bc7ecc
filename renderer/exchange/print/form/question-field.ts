import { sameValue } from '../../../domain/form/answer-values';
import type { AnswerOption, FormItem } from '../../../domain/form/form';
import type { Slot } from '../../../domain/form/form-tree';
import { textOfAnswer } from '../../../domain/form/text-of-answer';
import { textWidth } from '../type/measure';
import { type Run, type Style, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { answersText, isFromEhr } from './answer-text';
import type { Field, FieldBody } from './field';
import type { FormPaper } from './form-paper';
import { handField } from './hand-fields';
import { labelRuns } from './labels';
import { bestColumns, type Choice, oneLineWidth, optionGrid, widestChoice } from './options';

/** Longer lists are written, not ticked. */
const MOST_CHOICES = 60;
const MIN_LINE = 38;

/** Whether a question is answered by ticking. */
export function isTicked(item: FormItem): boolean {
  if (item.type === 'boolean') return true;
  // Typed in with proposals on screen, so written on paper: boxes for every route or specimen would fill the sheet.
  if (item.control === 'autocomplete') return false;
  return item.options.length > 0 && item.options.length <= MOST_CHOICES;
}

/** The boxes of a question. What was chosen but is no option of the form is not lost: it is written as other. */
export function choicesOf({ item, answers }: Slot): readonly Choice[] {
  const options = item.type === 'boolean' ? yesNo() : item.options;
  return options.map(({ value, label, prefix }) => ({
    linkId: item.linkId,
    option: value.valueCoding?.code ?? label,
    text: prefix ? `${prefix} ${label}` : label,
    chosen: answers.some((answer) => sameValue(answer, value)),
  }));
}

function yesNo(): readonly Pick<AnswerOption, 'value' | 'label' | 'prefix'>[] {
  return [
    { value: { valueBoolean: true }, label: WORDS.yes },
    { value: { valueBoolean: false }, label: WORDS.no },
  ];
}

/** Answers that are none of the options. */
export function otherText(slot: Slot): string {
  const { item, answers } = slot;
  const options = item.type === 'boolean' ? yesNo() : item.options;
  return answers
    .filter((answer) => !options.some(({ value }) => sameValue(value, answer)))
    .map((answer) => textOfAnswer(item, answer))
    .join('; ');
}

/** How to answer, said where a writer needs it. */
export function hintOf(item: FormItem, paper: FormPaper): string | undefined {
  if (paper.mode === 'record') return undefined;
  if (isTicked(item) && item.type !== 'boolean') return `– ${item.repeats ? WORDS.tickAll : WORDS.tickOne}`;
  if (item.type === 'date' || item.type === 'dateTime') return WORDS.dateHint;
  if (item.type === 'time') return WORDS.timeHint;
  if (item.type === 'attachment') return WORDS.attach;
  return item.entryFormat ? `(${item.entryFormat})` : undefined;
}

/** A question with label and what belongs below it. */
export function questionField(slot: Slot, paper: FormPaper): Field {
  const { item } = slot;
  const name = item.text || item.linkId;
  const label = labelRuns(item, paper, hintOf(item, paper));
  const share = item.paper.width === undefined ? {} : { share: item.paper.width };
  const labelWidth = Math.min(widthOfRuns(label), 62);
  const unanswered = slot.answers.length === 0;
  if (isTicked(item) && (unanswered ? paper.mode !== 'record' : otherText(slot) === '')) {
    const choices = choicesOf(slot);
    const oneLine = oneLineWidth(choices);
    const natural =
      oneLine <= paper.width * 0.62 && item.paper.columns === undefined
        ? Math.max(oneLine + 1, labelWidth)
        : paper.width;
    const least = item.type === 'boolean' ? oneLine + 0.5 : widestChoice(choices);
    return {
      name,
      label,
      natural,
      least,
      flexible: false,
      ...share,
      body: (width) => tickBody(item, choices, width, paper),
    };
  }
  if (!unanswered || paper.mode === 'record') return answeredField(slot, paper, { name, label, ...share });
  const hand = handField(item, paper.rhythm);
  const natural = Math.max(hand.width ?? MIN_LINE, labelWidth);
  return {
    name,
    label,
    natural,
    least: hand.width ?? 12,
    flexible: hand.width === undefined,
    ...share,
    body: (width) => hand.body(width),
  };
}

function tickBody(item: FormItem, choices: readonly Choice[], width: number, paper: FormPaper): FieldBody {
  const columns = item.paper.columns ?? (item.choiceOrientation === 'vertical' ? 1 : bestColumns(choices, width));
  return optionGrid(choices, width, columns, paper.rhythm);
}

function answeredField(slot: Slot, paper: FormPaper, known: Pick<Field, 'name' | 'label' | 'share'>): Field {
  const unanswered = slot.answers.length === 0;
  const text = unanswered ? WORDS.notAnswered : answersText(slot, paper);
  const ehr = isFromEhr(slot.answers);
  const style: Style = unanswered ? 'note' : ehr ? 'fromEhr' : 'answer';
  const label: readonly Run[] = ehr
    ? [...known.label, { text: `  ${WORDS.fromEhr}`, style: 'labelBold' }]
    : known.label;
  const natural = Math.min(
    paper.width,
    Math.max(textWidth(text, style) / 0.97 + 1, Math.min(widthOfRuns(label), 62), 24),
  );
  return {
    ...known,
    label,
    natural,
    least: 12,
    flexible: slot.item.type === 'string',
    body(width) {
      const lines = wrapText(text, style, width);
      const height = lines.length * lineHeight(style) + 0.8;
      return {
        height,
        draw(ink, x, y) {
          ink.text({ x, y, width, lines, style, fit: known.name });
          ink.line(x, y + height, x + width, y + height);
        },
      };
    },
  };
}

/** Width of runs on one line, with a little to spare. */
export function widthOfRuns(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, style }) => sum + textWidth(text, style), 0) / 0.97;
}
