import type { FormItem } from '../../../domain/form/form';
import type { Container, Slot } from '../../../domain/form/form-tree';
import { type Line, lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { answersText } from './answer-text';
import type { FormPaper } from './form-paper';
import { itemLabel } from './labels';

/** A row of a chart: one question over all sets, or a strip that names the next rows. */
export interface ChartRow {
  readonly item: FormItem;
  readonly strip: boolean;
  readonly label: readonly Line[];
  readonly note: readonly Line[];
  readonly cells: readonly (readonly Line[])[];
  /** For yes/no rows: what was said in each set. */
  readonly ticks: readonly (boolean | undefined)[];
  readonly height: number;
}

const PAD = 1;

/** Rows of the chart in the form's order; groups become strips, display items lines of words. */
export function chartRows(items: readonly FormItem[], sets: readonly Container[], widths: { readonly label: number; readonly cell: number }, paper: FormPaper): readonly ChartRow[] {
  return items
    .filter((item) => !item.hidden && item.paper.leaveOut !== 'always' && !(paper.mode === 'blank' && item.paper.leaveOut === 'blank'))
    .flatMap((item): ChartRow[] => {
      if (item.type === 'group') {
        const inner = sets.map((set) => slotOf(set, item)?.inner[0] ?? set);
        const strip = itemLabel(item) === '' ? [] : [stripRow(item, paper)];
        return [...strip, ...chartRows(item.items, inner, widths, paper)];
      }
      if (item.type === 'display') return item.text.trim() === '' ? [] : [stripRow(item, paper)];
      return [questionRow(item, sets, widths, paper), ...chartRows(item.items, sets.map((set) => slotOf(set, item)?.inner[0] ?? set), widths, paper)];
    });
}

function stripRow(item: FormItem, paper: FormPaper): ChartRow {
  const label = wrapText(itemLabel(item), 'subsection', paper.width - 2 * PAD);
  return { item, strip: true, label, note: [], cells: [], ticks: [], height: label.length * lineHeight('subsection') + 0.8 };
}

function questionRow(item: FormItem, sets: readonly Container[], widths: { readonly label: number; readonly cell: number }, paper: FormPaper): ChartRow {
  const unit = item.unit?.display ?? item.unit?.code;
  const room = widths.label - 2 * PAD;
  const label = wrapText(`${itemLabel(item)}${unit ? ` (${unit})` : ''}${item.required && paper.mode !== 'record' ? ' *' : ''}`, 'head', room);
  const note = wrapText(noteOf(item), 'legend', room);
  const slots = sets.map((set) => slotOf(set, item)).map((slot) => (slot && paper.isShown(slot) ? slot : undefined));
  const cells = slots.map((slot) => (slot ? wrapText(chartAnswer(slot), 'cell', widths.cell - 1) : []));
  const tall = Math.max(label.length * lineHeight('head') + note.length * lineHeight('legend'), ...cells.map((lines) => lines.length * lineHeight('cell')));
  return {
    item,
    strip: false,
    label,
    note,
    cells: item.type === 'boolean' ? cells.map(() => []) : cells,
    ticks: slots.map((slot) => slot?.answers[0]?.valueBoolean),
    height: Math.max(paper.rhythm.row - 0.6, tall + 1),
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
  return parts.map((part) => part.trim().replaceAll(' ', '\u00a0')).join(' · ');
}

/** A narrow cell: letters in place of words where the form has them, the year left to the foot of the page. */
function chartAnswer(slot: Slot): string {
  const { item, answers } = slot;
  const [answer] = answers;
  if (!answer) return '';
  const time = answer.valueDateTime;
  const chosen = answer.valueCoding && item.options.find(({ value }) => value.valueCoding?.code === answer.valueCoding?.code);
  if (chosen?.prefix) return chosen.prefix;
  const text = answersText(slot);
  if (time !== undefined) return text.replace(/-\d{4} /, '\n');
  const unit = item.unit?.display ?? item.unit?.code;
  return unit && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
}

function slotOf(container: Container, item: FormItem): Slot | undefined {
  return container.slots.find((slot) => slot.item === item);
}
