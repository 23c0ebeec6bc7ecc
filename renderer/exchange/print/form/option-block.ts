import type { Slot } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import { textWidth } from '../type/measure';
import { type Line, lineHeight } from '../type/styles';
import { wrapRuns } from '../type/wrap';
import { WORDS } from '../words';
import type { FormPaper } from './form-paper';
import { labelRuns } from './labels';
import { bestColumns, type Choice, type OptionGrid, optionGrid } from './options';
import { hintOf } from './question-field';

/** A ticked question over the whole width, and a line for what is on no list when the form allows other answers. */
export function optionBlock(
  slot: Slot,
  choices: readonly Choice[],
  paper: FormPaper,
  showLabel: boolean,
): readonly Block[] {
  const { item } = slot;
  const label = showLabel ? wrapRuns(labelRuns(item, paper, hintOf(item, paper)), paper.width) : [];
  const columns = item.paper.columns ?? (item.choiceOrientation === 'vertical' ? 1 : bestColumns(choices, paper.width));
  const grid = optionGrid(choices, paper.width, columns, paper.rhythm);
  const open = item.type === 'open-choice' || item.optionsAreSuggestions;
  return [
    gridBlock(item.text || item.linkId, label, grid, paper),
    ...(open && paper.mode !== 'record' ? [otherLine(slot, paper)] : []),
  ];
}

function gridBlock(name: string, label: readonly Line[], grid: OptionGrid, paper: FormPaper): Block {
  const labelHeight = label.length * lineHeight('label');
  return {
    field: name,
    height: labelHeight + grid.height,
    before: label.length > 0 ? paper.rhythm.gap : paper.rhythm.gap * 0.6,
    draw(ink, x, y) {
      ink.text({ x, y, width: paper.width, lines: label, style: 'label', fit: name });
      grid.draw(ink, x, y + labelHeight);
    },
    split(room) {
      let used = labelHeight;
      let count = 0;
      for (const height of grid.rowHeights) {
        if (used + height > room) break;
        used += height;
        count += 1;
      }
      if (count < 1 || count >= grid.rowHeights.length) return undefined;
      return [
        gridBlock(name, label, grid.rows(0, count), paper),
        gridBlock(name, [], grid.rows(count, grid.rowHeights.length), paper),
      ];
    },
  };
}

function otherLine(slot: Slot, paper: FormPaper): Block {
  const text = slot.item.openLabel ?? WORDS.other;
  const wide = textWidth(text, 'body') / 0.97 + 3;
  const height = paper.rhythm.line - 0.5;
  return {
    field: text,
    height,
    before: 0,
    draw(ink, x, y) {
      ink.text({
        x,
        y: y + height - lineHeight('body') - 0.2,
        width: wide,
        lines: [[{ text, style: 'body' }]],
        style: 'body',
        fit: text,
      });
      ink.line(x + wide, y + height, x + paper.width, y + height);
      ink.mark({
        linkId: slot.item.linkId,
        kind: 'line',
        option: 'other',
        x: x + wide,
        y,
        width: paper.width - wide,
        height,
      });
    },
  };
}
