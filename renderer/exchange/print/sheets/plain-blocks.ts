import { paragraph } from '../form/headings';
import type { Rhythm } from '../form/rhythm';
import type { Block } from '../layout/block';
import { textWidth } from '../type/measure';
import { lineHeight } from '../type/styles';
import { wrapText } from '../type/wrap';

/** Measures of lists and checklists: text to read, little to write. */
export const PLAIN_RHYTHM: Rhythm = { tick: 6.2, line: 7.4, row: 7.2, gap: 2.2, section: 3.4 };

/** What stands above a checklist or runbook: what it is for, who keeps it, and lines to say who used it when. */
export function introBlocks(
  intro: {
    readonly text: string;
    readonly small: string;
    readonly lines: readonly (readonly [label: string, value: string])[];
  },
  width: number,
): readonly Block[] {
  return [
    paragraph(intro.text, width, PLAIN_RHYTHM),
    paragraph(intro.small, width, { ...PLAIN_RHYTHM, gap: 0.6 }, 'note'),
    handLines(intro.lines, width),
  ];
}

/** Labels with a line to write on, or what is known already, side by side. */
export function handLines(lines: readonly (readonly [label: string, value: string])[], width: number): Block {
  const known = lines.map(
    ([label, value]) => (textWidth(label, 'label') + textWidth(value, 'answer')) / 0.97 + (value === '' ? 3 : 7),
  );
  const spare =
    Math.max(0, width - known.reduce((sum, each) => sum + each, 0)) /
    Math.max(1, lines.filter(([, value]) => value === '').length);
  return {
    field: lines.map(([label]) => label).join(', '),
    height: 7,
    before: 1.5,
    draw(ink, x, y) {
      let at = x;
      lines.forEach(([label, value], index) => {
        const labelWidth = textWidth(label, 'label') / 0.97 + 2;
        const wide = (known[index] ?? 0) + (value === '' ? spare : 0);
        ink.text({
          x: at,
          y: y + 2.4,
          width: labelWidth,
          lines: [[{ text: label, style: 'label' }]],
          style: 'label',
          fit: label,
        });
        ink.text({
          x: at + labelWidth,
          y: y + 1.8,
          width: wide - labelWidth,
          lines: value === '' ? [] : [[{ text: value, style: 'answer' }]],
          style: 'answer',
          fit: label,
        });
        if (value === '') ink.line(at + labelWidth, y + 7, at + wide - 4, y + 7);
        at += wide;
      });
    },
  };
}

/** A thick frame round what must be read first. */
export function framedNotice(title: string, texts: readonly string[], width: number): Block {
  const pad = 2.4;
  const lines = texts.map((text) => wrapText(text, 'body', width - 2 * pad - 4));
  const head = title === '' ? 0 : lineHeight('allergy') + 0.6;
  const height = head + lines.reduce((sum, each) => sum + each.length * lineHeight('body') + 0.8, 0) + 2 * pad - 0.8;
  return {
    field: title || 'Notice',
    height,
    before: 2.4,
    draw(ink, x, y) {
      ink.box(x + 0.45, y + 0.45, width - 0.9, height - 0.9, 'thick');
      if (title !== '')
        ink.text({
          x: x + pad,
          y: y + pad - 0.6,
          width: width - 2 * pad,
          lines: [[{ text: title, style: 'allergy' }]],
          style: 'allergy',
          fit: title,
        });
      let top = y + pad + head - (title === '' ? 0 : 0.6);
      for (const each of lines) {
        ink.solid(x + pad, top + 1.9, 1.1, 1.1);
        ink.text({
          x: x + pad + 3,
          y: top,
          width: width - 2 * pad - 3,
          lines: each,
          style: 'body',
          fit: title || 'Notice',
        });
        top += each.length * lineHeight('body') + 0.8;
      }
    },
  };
}
