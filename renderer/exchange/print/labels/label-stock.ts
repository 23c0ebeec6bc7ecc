import type { Paper } from '../page/paper';

/** A sheet of labels as its maker gives it, mm. */
export interface LabelStock {
  readonly paper: Paper;
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** From one label to the next. */
  readonly stepX: number;
  readonly stepY: number;
}

/** A4 with 3 x 7 (L7160 and alike), Letter with 3 x 10 (5160 and alike). Makers' figures, not tried on stock (ux.md 3.5). */
export const LABEL_STOCKS: Readonly<Record<Paper, LabelStock>> = {
  A4: {
    paper: 'A4',
    columns: 3,
    rows: 7,
    width: 63.5,
    height: 38.1,
    left: 7.25,
    top: 15.15,
    stepX: 66.05,
    stepY: 38.1,
  },
  Letter: {
    paper: 'Letter',
    columns: 3,
    rows: 10,
    width: 66.7,
    height: 25.4,
    left: 4.8,
    top: 12.7,
    stepX: 69.85,
    stepY: 25.4,
  },
};

/** Labels on one sheet. */
export function labelsPerSheet(paper: Paper): number {
  const { columns, rows } = LABEL_STOCKS[paper];
  return columns * rows;
}
