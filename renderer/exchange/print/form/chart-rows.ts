import type { FormItem } from '../../../domain/form/form';
import type { Container, Slot } from '../../../domain/form/form-tree';
import { unitText } from '../../../domain/form/text-of-answer';
import { type Line, lineHeight, type Run } from '../type/styles';
import { wrapRuns, wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { answersText } from './answer-text';
import type { FormPaper } from './form-paper';
import { type PaperUnit, unitsBehind, widthOfUnits } from './hand-fields';
import { itemLabel, shortLabel } from './labels';

/** A row of a chart: one question over all sets, or a strip that names the next rows. */
export interface ChartRow {
  readonly item: FormItem;
  readonly strip: boolean;
  readonly label: readonly Line[];
  /** Words at the right end of a strip. */
  readonly aside?: string;
  /** Units to tick at the end of the label, where several are right; a column is too narrow to write one. */
  readonly units: readonly PaperUnit[];
  readonly cells: readonly (readonly Line[])[];
  /** For yes/no rows: what was said in each set. */
  readonly ticks: readonly (boolean | undefined)[];
  readonly height: number;
}

const PAD = 1;
/** Two lines to write, the date over the time. */
const DATE_AND_TIME = 10;

/** Rows of the chart in the form's order; groups become strips, display items lines of words. */
export function chartRows(
  items: readonly FormItem[],
  sets: readonly Container[],
  widths: { readonly label: number; readonly cell: number },
  paper: FormPaper,
): readonly ChartRow[] {
  return items
    .filter(
      (item) =>
        !item.hidden &&
        item.paper.leaveOut !== 'always' &&
        (item.paper.leaveOut !== 'blank' || sets.some((set) => (slotOf(set, item)?.answers.length ?? 0) > 0)),
    )
    .flatMap((item): ChartRow[] => {
      if (item.type === 'group') {
        const inner = sets.map((set) => slotOf(set, item)?.inner[0] ?? set);
        const strip = itemLabel(item) === '' ? [] : [stripRow(item, paper)];
        return [...strip, ...chartRows(item.items, inner, widths, paper)];
      }
      if (item.type === 'display') return item.text.trim() === '' ? [] : [stripRow(item, paper)];
      return [
        questionRow(item, sets, widths, paper),
        ...chartRows(
          item.items,
          sets.map((set) => slotOf(set, item)?.inner[0] ?? set),
          widths,
          paper,
        ),
      ];
    });
}

/** A strip over the whole width. */
export function stripRow(item: FormItem, paper: FormPaper, again = false): ChartRow {
  const label = wrapText(
    again ? `${itemLabel(item)} (${WORDS.continued})` : itemLabel(item),
    'subsection',
    paper.width - 2 * PAD,
  );
  return {
    item,
    strip: true,
    label,
    units: [],
    cells: [],
    ticks: [],
    height: label.length * lineHeight('subsection') + 0.8,
  };
}

function questionRow(
  item: FormItem,
  sets: readonly Container[],
  widths: { readonly label: number; readonly cell: number },
  paper: FormPaper,
): ChartRow {
  const unit = unitText(item);
  const units = paper.mode === 'record' || unit !== '' ? [] : unitsBehind(item);
  const room = widths.label - 2 * PAD - widthOfUnits(units);
  const tail = `${unit ? ` (${unit})` : ''}${item.required && paper.mode !== 'record' ? ' *' : ''}`;
  const note: Run = { text: `  ${noteOf(item)}`, style: 'legend' };
  const lines = [itemLabel(item), shortLabel(item)].map((name) =>
    wrapRuns([{ text: name + tail, style: 'head' }, note], room),
  );
  // The short name only where it saves a line.
  const [label = []] = lines.sort((a, b) => a.length - b.length);
  const slots = sets.map((set) => slotOf(set, item)).map((slot) => (slot && paper.isShown(slot) ? slot : undefined));
  const cells = slots.map((slot) => (slot ? wrapText(chartAnswer(slot, paper), 'head', widths.cell - 0.6) : []));
  const tall = Math.max(label.length * lineHeight('head'), ...cells.map((each) => each.length * lineHeight('head')));
  return {
    item,
    strip: false,
    label,
    units,
    cells: item.type === 'boolean' ? cells.map(() => []) : cells,
    ticks: slots.map((slot) => slot?.answers[0]?.valueBoolean),
    height: Math.max(item.type === 'dateTime' ? DATE_AND_TIME : paper.rhythm.row - 0.6, tall + 1),
  };
}

/** The key belongs beside its row: points of a score, or the letters to write. */
function noteOf(item: FormItem): string {
  if (item.paper.note) return unbroken(item.paper.note.split(' · '));
  if (item.score && item.score.bands.length > 0) return WORDS.addUp;
  if (item.options.length === 0 || item.options.length > 12) return '';
  return unbroken(item.options.map(({ label, prefix }) => (prefix && prefix !== label ? `${prefix} ${label}` : label)));
}

/** A range and its points stay on one line. */
function unbroken(parts: readonly string[]): string {
  return parts.map((part) => part.trim().replaceAll(' ', '\u00a0')).join('\u00a0· ');
}

/** A narrow cell: letters in place of words where the form has them, the year left to the foot of the page. */
function chartAnswer(slot: Slot, paper: FormPaper): string {
  const { item, answers } = slot;
  const [answer] = answers;
  if (!answer) return '';
  const time = answer.valueDateTime;
  const chosen =
    answer.valueCoding && item.options.find(({ value }) => value.valueCoding?.code === answer.valueCoding?.code);
  if (chosen?.prefix) return chosen.prefix;
  const text = item.score ? (answersText(slot, paper).split(' – ')[0] ?? '') : answersText(slot, paper);
  if (time !== undefined) return text.replace(/-\d{4} /, '\n');
  const unit = unitText(item);
  return unit !== '' && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
}

function slotOf(container: Container, item: FormItem): Slot | undefined {
  return container.slots.find((slot) => slot.item === item);
}
