import { drawTick, TICK } from '../form/hand-marks';
import type { Block } from '../layout/block';
import type { PageInk } from '../page/ink';
import { type Line, type Run, lineHeight } from '../type/styles';
import { wrapRuns, wrapText } from '../type/wrap';
import { WORDS } from '../words';

/** One step on paper: a box to tick, the line, when, and room for the time it was done and by whom. */
export interface PaperStep {
  readonly id: string;
  readonly line: readonly Run[];
  /** Smaller lines below: answers of a decision, why, forms and numbers it needs. */
  readonly below: readonly (readonly Run[])[];
  readonly due: string;
  /** Answers to tick in place of one box. */
  readonly answers: readonly (readonly Run[])[];
  /** Rounds to tick for a step that comes back. */
  readonly rounds: number;
}

const TICK_COLUMN = 7.5;
const DUE = 27;
const TIME = 17;
const BY = 17;
const PAD = 1.4;
const ROUND = 7;

interface LaidStep {
  readonly step: PaperStep;
  readonly line: readonly Line[];
  readonly below: readonly (readonly Line[])[];
  readonly answers: readonly (readonly Line[])[];
  readonly due: readonly Line[];
  readonly height: number;
}

/** Steps in rows, done from top to bottom; splits between steps. */
export function stepTable(name: string, steps: readonly PaperStep[], width: number): Block {
  const textWidth = width - TICK_COLUMN - DUE - TIME - BY;
  const laid = steps.map((step): LaidStep => {
    const line = wrapRuns(step.line, textWidth - 2 * PAD);
    const below = step.below.map((runs) => wrapRuns(runs, textWidth - 2 * PAD));
    const answers = step.answers.map((runs) => wrapRuns(runs, textWidth - 2 * PAD - TICK - 2));
    const due = wrapText(step.due, 'body', DUE - 2 * PAD);
    const inner =
      line.length * lineHeight('body') +
      below.flat().length * lineHeight('label') +
      answers.reduce((sum, each) => sum + answerHeight(each), 0) +
      (step.rounds > 0 ? ROUND : 0);
    return { step, line, below, answers, due, height: Math.max(7.4, inner + 2, due.length * lineHeight('body') + 2) };
  });
  return tableOf(name, laid, width);
}

function answerHeight(lines: readonly Line[]): number {
  return Math.max(6, lines.length * lineHeight('body') + 1);
}

function tableOf(name: string, steps: readonly LaidStep[], width: number): Block {
  const head = 5.2;
  const height = head + steps.reduce((sum, { height: own }) => sum + own, 0);
  const columns = [TICK_COLUMN, width - DUE - TIME - BY, width - TIME - BY, width - BY];
  return {
    field: name,
    height,
    before: 1.8,
    draw(ink, x, y) {
      drawHead(ink, x, y, width);
      let top = y + head;
      for (const step of steps) {
        ink.line(x, top, x + width, top);
        drawStep(ink, step, x, top, width);
        top += step.height;
      }
      for (const column of columns) ink.line(x + column, y, x + column, y + height);
      ink.box(x, y, width, height);
    },
    split(room) {
      let used = head;
      let count = 0;
      for (const step of steps) {
        if (used + step.height > room) break;
        used += step.height;
        count += 1;
      }
      if (count < 1 || count >= steps.length) return undefined;
      return [tableOf(name, steps.slice(0, count), width), tableOf(name, steps.slice(count), width)];
    },
  };
}

function drawHead(ink: PageInk, x: number, y: number, width: number): void {
  ink.shade(x, y, width, 5.2);
  const put = (text: string, at: number, wide: number): void =>
    ink.text({
      x: x + at + PAD,
      y: y + 0.5,
      width: wide - PAD - 0.4,
      lines: [[{ text, style: 'head' }]],
      style: 'head',
      fit: text,
    });
  put(WORDS.step, TICK_COLUMN, 60);
  put(WORDS.byWhen, width - DUE - TIME - BY, DUE);
  put(WORDS.doneAt, width - TIME - BY, TIME);
  put(WORDS.initials, width - BY, BY);
}

function drawStep(
  ink: PageInk,
  { step, line, below, answers, due, height }: LaidStep,
  x: number,
  y: number,
  width: number,
): void {
  if (answers.length === 0) drawTick(ink, step.id, 'done', x + (TICK_COLUMN - TICK) / 2, y + 1.4);
  const textX = x + TICK_COLUMN + PAD;
  const textWidth = width - TICK_COLUMN - DUE - TIME - BY - 2 * PAD;
  const fit = line[0]?.map(({ text }) => text).join('') ?? step.id;
  let top = y + 1;
  const put = (lines: readonly Line[], style: 'body' | 'label'): void => {
    ink.text({ x: textX, y: top, width: textWidth, lines, style, fit });
    top += lines.length * lineHeight(style);
  };
  put(line, 'body');
  for (const lines of below) put(lines, 'label');
  answers.forEach((lines, index) => {
    drawTick(ink, step.id, `${index}`, textX, top + (answerHeight(lines) - TICK) / 2);
    ink.text({
      x: textX + TICK + 1.8,
      y: top + (answerHeight(lines) - lines.length * lineHeight('body')) / 2,
      width: textWidth - TICK - 1.8,
      lines,
      style: 'body',
      fit,
    });
    top += answerHeight(lines);
  });
  for (let round = 0; round < step.rounds; round += 1) {
    drawTick(ink, step.id, `round ${round + 1}`, textX + round * 11, top + 1.4);
    ink.text({
      x: textX + round * 11 + TICK + 0.8,
      y: top + 1.4,
      width: 5,
      lines: [[{ text: `${round + 1}`, style: 'label' }]],
      style: 'label',
      fit,
    });
  }
  ink.text({ x: x + width - DUE - TIME - BY + PAD, y: y + 1, width: DUE - 2 * PAD, lines: due, style: 'body', fit });
  ink.mark({ linkId: step.id, kind: 'cell', option: 'time', x: x + width - TIME - BY, y, width: TIME, height });
  ink.mark({ linkId: step.id, kind: 'cell', option: 'initials', x: x + width - BY, y, width: BY, height });
}
