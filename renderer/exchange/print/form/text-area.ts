import type { Slot } from '../../../domain/form/form-tree';
import type { Block } from '../layout/block';
import { type Line, type Run, lineHeight } from '../type/styles';
import { wrapRuns, wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { answersText, isFromEhr } from './answer-text';
import type { FormPaper } from './form-paper';
import { labelRuns } from './labels';
import { linesOf } from './rhythm';

const PAD = 1.6;
const DEFAULT_LINES = 4;

/** A text question over the whole width: ruled lines to write on, or the text in a frame, going on over pages. */
export function textArea(slot: Slot, paper: FormPaper, showLabel: boolean): Block {
  const name = slot.item.text || slot.item.linkId;
  const label = showLabel ? wrapRuns(labelRuns(slot.item, paper), paper.width) : [];
  if (slot.answers.length === 0) {
    return paper.mode === 'record'
      ? framedText(name, label, wrapText(WORDS.notAnswered, 'note', paper.width - 2 * PAD), paper)
      : ruledArea(slot.item.linkId, name, label, linesOf(slot.item.paper.rows ?? DEFAULT_LINES, paper.rhythm), paper);
  }
  const style = isFromEhr(slot.answers) ? 'fromEhr' : 'long';
  return framedText(name, label, wrapText(answersText(slot, paper), style, paper.width - 2 * PAD), paper);
}

function ruledArea(linkId: string, name: string, label: readonly Line[], rows: number, paper: FormPaper): Block {
  const { width, rhythm } = paper;
  const labelHeight = label.length * lineHeight('label');
  return {
    field: name,
    height: labelHeight + rows * rhythm.line,
    before: rhythm.gap,
    draw(ink, x, y) {
      ink.text({ x, y, width, lines: label, style: 'label', fit: name });
      const top = y + labelHeight;
      ink.box(x, top, width, rows * rhythm.line);
      for (let row = 1; row < rows; row += 1) ink.line(x, top + row * rhythm.line, x + width, top + row * rhythm.line);
      ink.mark({ linkId, kind: 'area', x, y: top, width, height: rows * rhythm.line });
    },
    split(room) {
      const fitting = Math.floor((room - labelHeight) / rhythm.line);
      if (fitting < 2 || rows - fitting < 1) return undefined;
      return [
        ruledArea(linkId, name, label, fitting, paper),
        ruledArea(linkId, name, continuedLabel(label, width), rows - fitting, paper),
      ];
    },
  };
}

function framedText(name: string, label: readonly Line[], lines: readonly Line[], paper: FormPaper): Block {
  const { width, rhythm } = paper;
  const step = lineHeight('long');
  const labelHeight = label.length * lineHeight('label');
  const style = lines[0]?.[0]?.style ?? 'long';
  const height = labelHeight + lines.length * step + 2 * PAD;
  return {
    field: name,
    height,
    before: rhythm.gap,
    draw(ink, x, y) {
      ink.text({ x, y, width, lines: label, style: 'label', fit: name });
      ink.box(x, y + labelHeight, width, height - labelHeight);
      ink.text({ x: x + PAD, y: y + labelHeight + PAD, width: width - 2 * PAD, lines, style, fit: name });
    },
    split(room) {
      const fitting = Math.floor((room - labelHeight - 2 * PAD) / step);
      if (fitting < 2 || fitting >= lines.length) return undefined;
      return [
        framedText(name, label, lines.slice(0, fitting), paper),
        framedText(name, continuedLabel(label, width), lines.slice(fitting), paper),
      ];
    },
  };
}

/** A part on a new page says whose part it is. */
function continuedLabel(label: readonly Line[], width: number): readonly Line[] {
  const [first = []] = label;
  const text = first
    .map((run: Run) => run.text)
    .join('')
    .replace(` (${WORDS.continued})`, '');
  return wrapText(`${text} (${WORDS.continued})`.trim(), 'label', width);
}
