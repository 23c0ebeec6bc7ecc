/** Vertical measures of a form's body, mm. */
export interface Rhythm {
  /** From one row of tick boxes to the next. */
  readonly tick: number;
  /** From one writing line to the next. */
  readonly line: number;
  /** Height of an empty table row. */
  readonly row: number;
  /** Gap between rows of fields. */
  readonly gap: number;
  /** Gap above a section heading. */
  readonly section: number;
  /** Share of the writing lines and empty rows a form asks for; 1 when not given. */
  readonly share?: number;
}

/** Floors: 7 mm lines, 1.5 mm between tick boxes (the reference form has 1.8). */
const TIGHT: Rhythm = { tick: 5.7, line: 7, row: 7, gap: 1.2, section: 2 };
const ROOMY: Rhythm = { tick: 8.5, line: 10, row: 10, gap: 3.6, section: 5.6 };

/** Less air and the same room to write, only where that saves a page. */
const DENSE: Rhythm = { ...TIGHT, gap: 0.8, section: 1.5 };

/** What texts and tables of many lines may give up on top of that, on paper shorter than forms are laid out for. */
const FEWER_LINES: readonly Rhythm[] = [
  { ...DENSE, share: 0.8 },
  { ...DENSE, share: 0.67 },
];
const LEAST_LINES = 2;

const STEPS = 8;

/**
 * The plan with the roomiest rhythm that takes no more pages than the tightest: hand-writing gets all the room there is,
 * and what can be one page stays one page.
 */
export function roomiestPlan<P extends { readonly pages: readonly unknown[] }>(
  planWith: (rhythm: Rhythm) => P,
  mayGiveUpLines = false,
): P {
  let floor = TIGHT;
  let best = planWith(floor);
  for (const denser of [DENSE, ...(mayGiveUpLines ? FEWER_LINES : [])]) {
    if (best.pages.length === 1) break;
    const plan = planWith(denser);
    if (plan.pages.length < best.pages.length) [floor, best] = [denser, plan];
  }
  const fewest = best.pages.length;
  let fits = 0;
  let tooWide = STEPS + 1;
  while (tooWide - fits > 1) {
    const middle = Math.floor((fits + tooWide) / 2);
    const plan = planWith(between(floor, middle / STEPS));
    if (plan.pages.length <= fewest) {
      fits = middle;
      best = plan;
    } else tooWide = middle;
  }
  return best;
}

/** Lines or rows to draw of those a form asks for. */
export function linesOf(asked: number, { share = 1 }: Rhythm): number {
  return Math.max(Math.min(asked, LEAST_LINES), Math.round(asked * share));
}

function between(floor: Rhythm, part: number): Rhythm {
  const mix = (tight: number, roomy: number): number => tight + (roomy - tight) * part;
  return {
    ...floor,
    tick: mix(floor.tick, ROOMY.tick),
    line: mix(floor.line, ROOMY.line),
    row: mix(floor.row, ROOMY.row),
    gap: mix(floor.gap, ROOMY.gap),
    section: mix(floor.section, ROOMY.section),
  };
}
