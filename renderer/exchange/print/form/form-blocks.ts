import type { Container, Slot } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import { cardBlock, cardSlots } from './card';
import { chartBlocks } from './chart';
import { emptyContainer } from './empty-container';
import { fieldRows, type Field } from './field';
import { type FormPaper, isPrinted } from './form-paper';
import { hasRoomBeside, paragraph, sectionHeading, subHeading } from './headings';
import { itemLabel } from './labels';
import { choicesOf, hintOf, isTicked, otherText, questionField } from './question-field';
import { tableBlock } from './table';
import { textArea } from './text-area';
import { optionBlock } from './option-block';
import { WORDS } from '../words';

const DEFAULT_COPIES = 2;
/** Rows left to write on a sheet that already has some (forms.md F04). */
const LEAST_EMPTY = 6;

/** The body of a form as blocks, in the form's own order: sections of groups, fields side by side, tables, text. */
export function formBlocks(paper: FormPaper): readonly Block[] {
  const slots = paper.tree.root.slots.filter((slot) => isPrinted(slot, paper));
  const across = [paper.width, paper.rhythm] as const;
  const blocks: Block[] = [];
  let section = 0;
  let helped = paper.mode === 'record';
  let loose: Slot[] = [];
  const flush = (): void => {
    blocks.push(...slotBlocks(loose, paper));
    loose = [];
  };
  for (const slot of slots) {
    if (slot.item.type !== 'group' || itemLabel(slot.item) === '') {
      loose.push(slot);
      continue;
    }
    flush();
    section += 1;
    // How to write on this sheet: once, in the first heading with room, where it takes no height of its own.
    const { title, text } = sectionTitle(slot, section, paper);
    const helps = !helped && hasRoomBeside(text, WORDS.blankHelp, paper.width);
    const part = sectionBlocks(
      slot,
      title,
      sectionHeading(text, ...across, false, helps ? WORDS.blankHelp : ''),
      paper,
    );
    helped ||= helps && part.length > 0;
    blocks.push(...part);
  }
  flush();
  return helped || paper.mode === 'prefill' ? blocks : [paragraph(WORDS.blankHelp, ...across, 'note'), ...blocks];
}

/** What a section is called where it goes on, and with what a writer must know where it begins. */
function sectionTitle(slot: Slot, number: number, paper: FormPaper): { readonly title: string; readonly text: string } {
  const same = namesake(slot, paper)?.item;
  const title = [slot.item.prefix ? '' : `${number}`, itemLabel(slot.item)].filter((part) => part !== '').join('  ');
  const text = [title, same?.required && paper.mode !== 'record' ? '*' : '', (same && hintOf(same, paper)) ?? '']
    .filter((part) => part !== '')
    .join(' ');
  return { title, text };
}

function sectionBlocks(slot: Slot, title: string, first: Block, paper: FormPaper): readonly Block[] {
  const inner = groupBlocks(slot, paper);
  if (inner.length === 0) return [];
  const heading = {
    ...first,
    ...(slot.item.paper.newPage ? { startsPage: true } : {}),
  };
  const again = (): Block => sectionHeading(title, paper.width, paper.rhythm, true);
  return [
    heading,
    ...inner.map((block) => ({
      ...block,
      heading: again,
      ...(block.split ? { split: splitWithin(block, again) } : {}),
    })),
  ];
}

/** Parts of a split block stay in the section. */
function splitWithin(block: Block, heading: () => Block): (room: number) => readonly [Block, Block] | undefined {
  return (room) => {
    const parts = block.split?.(room);
    if (!parts) return undefined;
    const [first, rest] = parts;
    return [first, { ...rest, heading, ...(rest.split ? { split: splitWithin(rest, heading) } : {}) }];
  };
}

/** A question that opens a group and has its name: one heading serves both. */
function namesake(slot: Slot, paper: FormPaper): Slot | undefined {
  if (slot.item.type !== 'group' || slot.item.repeats) return undefined;
  const first = slot.inner[0]?.slots.find((each) => isPrinted(each, paper));
  if (!first || (first.item.type !== 'text' && (!isTicked(first.item) || otherText(first) !== ''))) return undefined;
  if (paper.mode === 'record' && first.answers.length === 0) return undefined;
  const label = itemLabel(first.item).toLowerCase();
  return label === '' || label === itemLabel(slot.item).toLowerCase() ? first : undefined;
}

function groupBlocks(slot: Slot, paper: FormPaper): readonly Block[] {
  const { item } = slot;
  const filled = slot.inner.filter((row) => row.source !== undefined);
  if (item.paper.sets !== undefined) return chartBlocks(itemLabel(item), item.items, filled, item.paper.sets, paper);
  const inner = cardSlots(item);
  if (paper.mode === 'record' && filled.length === 0 && (isTable(slot) || inner))
    return [paragraph(WORDS.noEntries, paper.width, paper.rhythm, 'note')];
  if (isTable(slot)) return [tableBlock(slot, paper)];
  if (inner) return [...filled, ...emptyCopies(slot, filled.length, paper)].map((row) => cardBlock(row, inner, paper));
  const rows = slot.inner.length > 0 ? slot.inner : emptyCopies(slot, 0, paper);
  if (!slot.item.repeats) return rows.flatMap((row) => containerBlocks(row, slot, paper));
  return rows.flatMap((row, index) => [
    subHeading(`${itemLabel(slot.item)} ${index + 1}`, paper.width, paper.rhythm),
    ...containerBlocks(row, slot, paper),
  ]);
}

/** A repeating group of plain questions is a table; one with groups inside is printed row by row. */
function isTable(slot: Slot): boolean {
  const { item } = slot;
  const plain = item.items.length > 0 && item.items.length <= 16 && item.items.every((child) => child.type !== 'group');
  return plain && (item.repeats || item.control === 'gtable');
}

/** Places to write: the form's number of rows on an empty sheet, and enough more on one that already has some. */
function emptyCopies(slot: Slot, filled: number, paper: FormPaper): readonly Container[] {
  if (paper.mode === 'record') return [];
  const wished = paper.rows ?? slot.item.paper.rows ?? DEFAULT_COPIES;
  // Cards are large: as many empty ones as the form asks for, where the rare parts of a MAR ask for two or three.
  const count = filled === 0 ? wished : Math.min(LEAST_EMPTY, wished);
  return Array.from({ length: count }, (_, index) => emptyContainer(slot, filled + index));
}

function containerBlocks(container: Container, parent: Slot, paper: FormPaper): readonly Block[] {
  const shown = container.slots.filter((slot) => isPrinted(slot, paper));
  const same = namesake(parent, paper);
  if (!same || shown[0] !== same) return slotBlocks(shown, paper);
  const first =
    same.item.type === 'text' ? [textArea(same, paper, false)] : optionBlock(same, choicesOf(same), paper, false);
  return [...first, ...below(same, paper), ...slotBlocks(shown.slice(1), paper)];
}

/** Questions in a row share lines; whatever needs the whole width stands alone. */
function slotBlocks(slots: readonly Slot[], paper: FormPaper): readonly Block[] {
  const blocks: Block[] = [];
  let fields: Field[] = [];
  const flush = (): void => {
    blocks.push(...fieldRows(fields, paper.width, paper.rhythm));
    fields = [];
  };
  for (const slot of slots) {
    const { item } = slot;
    if (item.type === 'display') {
      flush();
      if (item.text.trim() !== '')
        blocks.push(
          paragraph(item.text, paper.width, paper.rhythm, item.displayCategory === 'instructions' ? 'note' : 'body'),
        );
    } else if (item.type === 'group') {
      flush();
      const inner = groupBlocks(slot, paper);
      if (inner.length > 0 && itemLabel(item) !== '' && (!item.repeats || isTable(slot)))
        blocks.push(subHeading(itemLabel(item), paper.width, paper.rhythm));
      blocks.push(...inner);
    } else if (item.type === 'text') {
      flush();
      blocks.push(textArea(slot, paper, true));
    } else {
      const field = questionField(slot, paper);
      if (isTicked(item) && field.natural >= paper.width && otherText(slot) === '') {
        flush();
        blocks.push(...optionBlock(slot, choicesOf(slot), paper, true));
      } else fields.push(field);
    }
    const under = below(slot, paper);
    if (under.length > 0) {
      flush();
      blocks.push(...under);
    }
  }
  flush();
  return blocks;
}

/** Questions asked under an answer. */
function below(slot: Slot, paper: FormPaper): readonly Block[] {
  if (slot.item.type === 'group' || slot.item.items.length === 0) return [];
  const inner = slot.inner.length > 0 ? slot.inner : [emptyContainer(slot, 0)];
  return inner.flatMap(({ slots }) =>
    slotBlocks(
      slots.filter((each) => isPrinted(each, paper)),
      paper,
    ),
  );
}
