/** The four faces the paper uses; no others are embedded. */
export type Face = 'regular' | 'italic' | 'semibold' | 'bold';

/** Points to millimetres. */
export const MM_PER_PT = 25.4 / 72;

/**
 * Every text on paper has one of these styles: size in points, line height in mm. Lines are never lower than 1.3 times the
 * size (the font's own ascent and descent), so that the overflow check of the print window sees no false overflow.
 * Floors of ux.md 4.2: text 9 pt, labels 8 pt, what kills when misread 11 pt.
 */
export const STYLES = {
  title: { face: 'bold', size: 16.5, line: 7.6 },
  huge: { face: 'bold', size: 22, line: 10.2 },
  titleSmall: { face: 'bold', size: 13, line: 6 },
  serial: { face: 'bold', size: 10.5, line: 5.4 },
  mark: { face: 'bold', size: 9.5, line: 4.7 },
  name: { face: 'bold', size: 15, line: 7 },
  value: { face: 'semibold', size: 11.5, line: 5.4 },
  critical: { face: 'semibold', size: 11, line: 5.1 },
  allergy: { face: 'bold', size: 11, line: 5.1 },
  section: { face: 'bold', size: 11.5, line: 5.4 },
  subsection: { face: 'semibold', size: 10, line: 4.7 },
  label: { face: 'regular', size: 8.5, line: 4 },
  labelBold: { face: 'semibold', size: 8.5, line: 4 },
  labelNote: { face: 'italic', size: 8.5, line: 4 },
  body: { face: 'regular', size: 10, line: 4.7 },
  bodyBold: { face: 'semibold', size: 10, line: 4.7 },
  note: { face: 'italic', size: 9, line: 4.2 },
  answer: { face: 'semibold', size: 10.5, line: 4.9 },
  fromEhr: { face: 'italic', size: 10.5, line: 4.9 },
  long: { face: 'regular', size: 10.5, line: 4.9 },
  head: { face: 'semibold', size: 9, line: 4.2 },
  cell: { face: 'semibold', size: 9.5, line: 4.4 },
  cellEhr: { face: 'italic', size: 9.5, line: 4.4 },
  legend: { face: 'regular', size: 8, line: 3.7 },
  footer: { face: 'regular', size: 8, line: 3.7 },
  footerBold: { face: 'bold', size: 9, line: 4.2 },
  footerHead: { face: 'bold', size: 8, line: 3.7 },
} as const satisfies Record<string, { face: Face; size: number; line: number }>;

/** Name of a style, also its CSS class. */
export type Style = keyof typeof STYLES;

/** A piece of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** One printed line. */
export type Line = readonly Run[];

/** Height of one line of a style, mm. */
export function lineHeight(style: Style): number {
  return STYLES[style].line;
}
