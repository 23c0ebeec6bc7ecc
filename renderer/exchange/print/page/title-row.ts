import { fitBars, wishedWidth } from '../codes/fit-bars';
import { textWidth } from '../type/measure';
import { lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import type { SheetHead } from './sheet-head';

const PAD = 2.5;
const FLAG = 5.6;

/**
 * Title left, boxed serial right, thick rule below. A sheet about no single patient carries its serial as a linear code
 * in the box, so that every page has two codes and a ward scanner can read at least one; one to be filled by hand has
 * that code in its foot, where there is room.
 */
export function drawTitleRow(ink: PageInk, frame: Frame, head: SheetHead, context: PaperContext): number {
  const { left, right, top } = frame;
  const serialText = `${WORDS.downtime}  ${head.serial}`;
  const coded = !head.patient && !head.byHand;
  const textBox = textWidth(serialText, 'serial') / 0.98 + 2 * PAD;
  const boxWidth = coded ? Math.max(textBox, Math.min(wishedWidth(head.serial), (right - left) / 2)) : textBox;
  const bars = coded ? fitBars(head.serial, boxWidth) : undefined;
  const boxHeight = bars ? 19.5 : 7.6;
  const boxLeft = right - boxWidth;
  ink.box(boxLeft, top, boxWidth, boxHeight, 'frame');
  ink.text({
    x: boxLeft,
    y: top + 1.1,
    width: boxWidth,
    lines: [[{ text: serialText, style: 'serial' }]],
    style: 'serial',
    fit: 'Serial',
    align: 'center',
  });
  if (bars) ink.solidPath(bars.path(boxLeft + (boxWidth - bars.width) / 2, top + 7.4, 10.4));

  const room = boxLeft - left - 4;
  const oneLine = textWidth(head.title, 'title') <= room * 0.98;
  const style = oneLine ? 'title' : 'titleSmall';
  const title = wrapText(head.title, style, room);
  ink.text({ x: left, y: top - 0.4, width: room, lines: title, style, fit: 'Title', tag: 'h1' });
  let y = top - 0.4 + title.length * lineHeight(style);

  const flags = [context.drill ? WORDS.drillLine : '', head.draft ? WORDS.draft : ''].filter((flag) => flag !== '');
  const titleWidth =
    textWidth(
      title
        .at(-1)
        ?.map(({ text }) => text)
        .join('') ?? '',
      style,
    ) / 0.97;
  flags.forEach((flag, index) => {
    const beside = index === 0 && titleWidth + 5 + flagWidth(flag) <= room;
    if (beside) drawFlag(ink, left + titleWidth + 5, y - lineHeight(style) + (lineHeight(style) - FLAG) / 2, flag);
    else y = drawFlag(ink, left, y + 0.6, flag) + 0.4;
  });
  for (const { kind, text } of head.amendments ?? []) {
    const word = kind === 'corrected' ? WORDS.corrected : WORDS.struckThrough;
    y = drawFlag(ink, left, y + 0.6, word);
    const lines = wrapText(text, 'body', room);
    ink.text({ x: left, y: y + 0.6, width: room, lines, style: 'body', fit: word });
    y += 0.6 + lines.length * lineHeight('body');
  }
  const ruleY = Math.max(y, top + boxHeight) + 1.4;
  ink.solid(left, ruleY, right - left, 0.9);
  return ruleY + 0.9;
}

/** A framed word that cannot be overlooked on a grey printer. */
function drawFlag(ink: PageInk, x: number, y: number, text: string): number {
  const width = flagWidth(text);
  ink.box(x + 0.3, y, width, FLAG, 'thick');
  ink.text({ x: x + 2.2, y: y + 0.45, width: width - 3, lines: [[{ text, style: 'mark' }]], style: 'mark', fit: text });
  return y + FLAG;
}

function flagWidth(text: string): number {
  return textWidth(text, 'mark') / 0.97 + 4;
}
