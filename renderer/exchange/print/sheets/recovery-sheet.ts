import type { Block } from '../layout/block';
import type { PaperContext } from '../page/context';
import { frameOf } from '../page/frame';
import type { Paper } from '../page/paper';
import { paragraph, subHeading } from '../form/headings';
import type { SheetPages } from '../sheet-pages';
import { clinicalInstant } from '../type/dates';
import { lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import { handLines, PLAIN_RHYTHM } from './plain-blocks';
import { plainSheetPages } from './plain-sheet';

/**
 * The recovery code, or a one-time code, for a sealed envelope. The code is printed in words only: no machine code on any page carries it,
 * and this document must go to a printer, not to a file.
 */
export function recoverySheet(input: {
  readonly code: string;
  /** A break-glass code: opens once, for whoever needs it now. */
  readonly oneTime?: boolean;
  readonly site: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { code, oneTime = false, site, paper, context } = input;
  const facts: readonly (readonly [string, string])[] = [
    [WORDS.site, site],
    [WORDS.ward, context.ward],
    [WORDS.workstation, context.workstation],
  ];
  const blocks = (width: number): readonly Block[] => [
    paragraph(oneTime ? WORDS.breakGlassSteps : WORDS.recoverySteps, width, PLAIN_RHYTHM),
    handLines(facts, width),
    handLines(
      [
        [WORDS.madeOn, clinicalInstant(context.printedAt)],
        [WORDS.signature, ''],
      ],
      width,
    ),
    middleThird(code, oneTime ? WORDS.breakGlassOpens : WORDS.recoveryOpens, width, frameOf(paper, false).height),
    subHeading(WORDS.openedBy, width, { ...PLAIN_RHYTHM, gap: 6 }),
    ...Array.from({ length: 3 }, () =>
      handLines(
        [
          [WORDS.name, ''],
          [WORDS.date, ''],
          [WORDS.reason, ''],
        ],
        width,
      ),
    ),
  ];
  return plainSheetPages(
    {
      title: oneTime ? WORDS.breakGlassTitle : WORDS.recoveryTitle,
      code: oneTime ? 'BREAK GLASS' : 'RECOVERY',
      version: '1',
      serial: context.workstation,
      draft: false,
      blocks,
    },
    paper,
    context,
  );
}

/** The code between two fold lines a third of the sheet apart, so that it lies inside when the sheet is folded. */
function middleThird(code: string, opens: string, width: number, sheetHeight: number): Block {
  const folds = [sheetHeight / 3, (2 * sheetHeight) / 3] as const;
  const lines = wrapText(code, 'huge', width - 20);
  const box = lines.length * lineHeight('huge') + 12;
  const note = wrapText(opens, 'bodyBold', width - 12);
  return {
    field: 'Recovery code',
    height: sheetHeight * 0.46,
    before: 4,
    draw(ink, x) {
      const top = sheetHeight / 2 - (box + 4 + note.length * lineHeight('bodyBold')) / 2;
      for (const y of folds) {
        ink.dashes(x - 8, y, x + width, y);
        ink.text({
          x,
          y: y + 0.6,
          width,
          lines: [[{ text: WORDS.recoveryFold, style: 'label' }]],
          style: 'label',
          fit: WORDS.recoveryFold,
          align: 'right',
        });
      }
      ink.box(x + 6, top, width - 12, box, 'thick');
      ink.text({
        x: x + 10,
        y: top + 6,
        width: width - 20,
        lines,
        style: 'huge',
        fit: 'Recovery code',
        align: 'center',
      });
      ink.text({ x: x + 6, y: top + box + 4, width: width - 12, lines: note, style: 'bodyBold', fit: 'Recovery code' });
    },
  };
}
