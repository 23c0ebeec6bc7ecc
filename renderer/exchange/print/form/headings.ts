import type { Block } from '../layout/block';
import { textWidth } from '../type/measure';
import { lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';
import type { Rhythm } from './rhythm';

const HEIGHT = 6;
const TAB = 1.6;

/** Whether a heading has room for words at its right end. */
export function hasRoomBeside(text: string, aside: string, width: number): boolean {
  return (textWidth(text, 'section') + textWidth(aside, 'label')) / 0.97 + 8 <= width - TAB;
}

/**
 * A section's bar: black tab, light shading, number and name, small words at its right end. On a page that begins inside
 * the section it says so.
 */
export function sectionHeading(text: string, width: number, rhythm: Rhythm, continued = false, aside = ''): Block {
  const lines = wrapText(continued ? `${text} (${WORDS.continued})` : text, 'section', width - TAB - 3);
  const height = Math.max(HEIGHT, lines.length * lineHeight('section') + 1);
  return {
    field: text,
    height,
    before: rhythm.section,
    keepWithNext: true,
    draw(ink, x, y) {
      ink.shade(x + TAB, y, width - TAB, height);
      ink.solid(x, y, TAB, height);
      const textHeight = lines.length * lineHeight('section');
      ink.text({
        x: x + TAB + 1.6,
        y: y + (height - textHeight) / 2,
        width: width - TAB - 3,
        lines,
        style: 'section',
        fit: text,
        tag: 'h2',
      });
      if (aside !== '')
        ink.text({
          x: x + TAB + 1.6,
          y: y + (height - lineHeight('label')) / 2,
          width: width - TAB - 3,
          lines: [[{ text: aside, style: 'label' }]],
          style: 'label',
          fit: aside,
          align: 'right',
        });
    },
  };
}

/** A heading inside a section. */
export function subHeading(text: string, width: number, rhythm: Rhythm): Block {
  const lines = wrapText(text, 'subsection', width);
  return {
    field: text,
    height: lines.length * lineHeight('subsection'),
    before: rhythm.gap + 0.6,
    keepWithNext: true,
    draw: (ink, x, y) => ink.text({ x, y, width, lines, style: 'subsection', fit: text, tag: 'h3' }),
  };
}

/** Words of the form itself: instructions, notices. */
export function paragraph(
  text: string,
  width: number,
  rhythm: Rhythm,
  style: 'body' | 'bodyBold' | 'note' = 'body',
): Block {
  return paragraphLines(wrapText(text, style, width));

  function paragraphLines(lines: ReturnType<typeof wrapText>): Block {
    return {
      field: text.slice(0, 60),
      height: lines.length * lineHeight(style),
      before: rhythm.gap,
      draw: (ink, x, y) => ink.text({ x, y, width, lines, style, fit: text.slice(0, 60) }),
      split(room) {
        const fitting = Math.floor(room / lineHeight(style));
        return fitting < 2 || fitting >= lines.length
          ? undefined
          : [paragraphLines(lines.slice(0, fitting)), paragraphLines(lines.slice(fitting))];
      },
    };
  }
}
