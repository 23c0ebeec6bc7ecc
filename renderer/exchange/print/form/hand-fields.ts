import type { FormItem } from '../../../domain/form/form';
import { unitText } from '../../../domain/form/text-of-answer';
import { textWidth } from '../type/measure';
import type { PageInk } from '../page/ink';
import { lineHeight } from '../type/styles';
import type { FieldBody } from './field';
import {
  CHAR_HEIGHT,
  CHAR_WIDTH,
  DATE_BOXES_WIDTH,
  drawCharBoxes,
  drawDateBoxes,
  drawTick,
  drawTimeBoxes,
  TICK,
  TIME_BOXES_WIDTH,
} from './hand-marks';
import type { Rhythm } from './rhythm';

const DATE_TO_TIME = 4;
const UNIT_GAP = 1.6;
const UNIT_BETWEEN = 3;
const MOST_BOXES = 24;
/** A single line to write on is no higher, or its label floats away from it. */
const LINE_FIELD = 7.8;

/** What is drawn to be filled in by hand: its width and how it is drawn. Undefined width: as wide as there is room. */
export interface HandField {
  readonly width: number | undefined;
  body(width: number): FieldBody;
}

/** Boxes for dates, times, numbers and numbers of letters; a line for everything else. */
export function handField(item: FormItem, rhythm: Rhythm): HandField {
  switch (item.type) {
    case 'date':
      return boxes(DATE_BOXES_WIDTH, (ink, x, y) => drawDateBoxes(ink, item.linkId, x, y));
    case 'time':
      return boxes(TIME_BOXES_WIDTH, (ink, x, y) => drawTimeBoxes(ink, item.linkId, x, y));
    case 'dateTime':
      return boxes(DATE_BOXES_WIDTH + DATE_TO_TIME + TIME_BOXES_WIDTH, (ink, x, y) => {
        const end = drawDateBoxes(ink, item.linkId, x, y);
        drawTimeBoxes(ink, item.linkId, end + DATE_TO_TIME, y);
      });
    case 'integer':
    case 'decimal':
    case 'quantity':
      return numberBoxes(item);
    default: {
      const count = item.paper.boxes;
      if (count !== undefined && count > 0 && count <= MOST_BOXES)
        return boxes(count * CHAR_WIDTH, (ink, x, y) => drawCharBoxes(ink, item.linkId, x, y, count));
      return { width: undefined, body: (width) => writingLine(item.linkId, width, rhythm) };
    }
  }
}

function boxes(width: number, draw: FieldBody['draw']): HandField {
  return { width, body: () => ({ height: CHAR_HEIGHT + 0.3, draw }) };
}

/** As many boxes as the largest answer needs, a point between them where decimals are asked, the unit behind. */
function numberBoxes(item: FormItem): HandField {
  const decimals = item.type === 'integer' ? 0 : (item.maxDecimalPlaces ?? (item.type === 'decimal' ? 1 : 0));
  const whole = item.paper.boxes ?? digitsOf(item);
  const units = unitsBehind(item);
  const pointWidth = decimals > 0 ? 2 : 0;
  const boxesWidth = (whole + decimals) * CHAR_WIDTH + pointWidth;
  return boxes(boxesWidth + widthOfUnits(units), (ink, x, y) => {
    let end = drawCharBoxes(ink, item.linkId, x, y, whole);
    if (decimals > 0) {
      ink.solid(end + 0.6, y + CHAR_HEIGHT - 1, 0.8, 0.8);
      end = drawCharBoxes(ink, item.linkId, end + pointWidth, y, decimals);
    }
    drawUnits(ink, item, units, end, y + CHAR_HEIGHT / 2);
  });
}

/** A unit printed behind a place to write a number, with a box to tick when it is one of several. */
export interface PaperUnit {
  readonly text: string;
  readonly option?: string;
  readonly width: number;
}

/** What units take of a line, mm. */
export function widthOfUnits(units: readonly PaperUnit[]): number {
  return units.reduce((sum, { width }) => sum + width, 0);
}

/** Draws units from left to right round a middle line. */
export function drawUnits(ink: PageInk, item: FormItem, units: readonly PaperUnit[], x: number, middle: number): void {
  let end = x;
  for (const { text, option, width } of units) {
    const left = end + (option === undefined ? UNIT_GAP : UNIT_BETWEEN);
    if (option !== undefined) drawTick(ink, item.linkId, option, left, middle - TICK / 2);
    const at = option === undefined ? left : left + TICK + UNIT_GAP;
    const lines = [[{ text, style: 'body' as const }]];
    ink.text({ x: at, y: middle - 2.25, width: end + width - at, lines, style: 'body', fit: text });
    end += width;
  }
}

/** The unit behind the boxes; where several are right each has a box to tick, or a number stands there without its unit. */
export function unitsBehind(item: FormItem): readonly PaperUnit[] {
  const wide = (text: string): number => textWidth(text, 'body') / 0.97;
  const unit = unitText(item);
  if (unit !== '') return [{ text: unit, width: UNIT_GAP + wide(unit) }];
  return item.unitOptions.flatMap(({ display, code }) => {
    const text = display ?? code ?? '';
    if (text === '') return [];
    return [{ text, option: code ?? text, width: UNIT_BETWEEN + TICK + UNIT_GAP + wide(text) }];
  });
}

function digitsOf(item: FormItem): number {
  const { maxValue, maxQuantity, softMax } = item;
  const most =
    maxValue?.valueInteger ?? maxValue?.valueDecimal ?? maxValue?.valueQuantity?.value ?? maxQuantity?.value ?? softMax;
  return most === undefined || most < 0 ? 4 : Math.min(8, Math.max(1, String(Math.floor(most)).length));
}

/** A line to write on. */
export function writingLine(linkId: string, width: number, rhythm: Rhythm): FieldBody {
  const height = Math.min(LINE_FIELD, rhythm.line - 0.4);
  return {
    height,
    draw(ink, x, y) {
      ink.line(x, y + height, x + width, y + height);
      ink.mark({ linkId, kind: 'line', x, y, width, height });
    },
  };
}

/** Height of a printed answer over its line. */
export const ANSWER_HEIGHT = lineHeight('answer') + 1;
