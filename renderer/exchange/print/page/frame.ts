import type { Paper } from './paper';

/** A printed page and the area text may use, in mm from its top left corner. */
export interface Frame {
  readonly paper: Paper;
  readonly landscape: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where holes are punched. */
  readonly holes: readonly { readonly x: number; readonly y: number }[];
}

const SIZES = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const;

/** 0.1 mm less than the sheet: a section as high as the sheet makes Chromium add a blank page (ux.md 3.6). */
const SHORT = 0.1;

const PUNCH_MARGIN = 24;
const MARGIN = 12;

/** Corner marks end 10 mm from the edges; text keeps 5 mm clear of them, or no scan can be registered (ux.md 4.3). */
const TOP = 15;

/** Two holes 80 mm apart (ISO 838) on A4, three 108 mm apart on Letter. */
const HOLES = { A4: [-40, 40], Letter: [-107.95, 0, 107.95] } as const;

/**
 * The frame of a sheet. Landscape is punched along its top edge, the sheet's long side, so that a chart lies in the same
 * folder as the upright sheets.
 */
export function frameOf(paper: Paper, landscape: boolean): Frame {
  const size = SIZES[paper];
  const width = landscape ? size.height : size.width;
  const height = (landscape ? size.width : size.height) - SHORT;
  const middle = size.height / 2;
  return {
    paper,
    landscape,
    width,
    height,
    left: landscape ? MARGIN : PUNCH_MARGIN,
    right: width - MARGIN,
    top: landscape ? TOP + 2.5 : TOP,
    bottom: height - 5.5,
    holes: HOLES[paper].map((offset) => (landscape ? { x: middle + offset, y: 11 } : { x: 12, y: middle + offset })),
  };
}
