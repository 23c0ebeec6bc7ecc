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
}

/** Floors: 7 mm lines, 1.5 mm between tick boxes (the reference form has 1.8). */
const TIGHT: Rhythm = { tick: 5.7, line: 7, row: 7, gap: 1.2, section: 2 };
const ROOMY: Rhythm = { tick: 8.5, line: 10, row: 10, gap: 3.6, section: 5.6 };

const STEPS = 8;

/**
 * The plan with the roomiest rhythm that takes no more pages than the tightest: hand-writing gets all the room there is,
 * and what can be one page stays one page.
 */
export function roomiestPlan<P extends { readonly pages: readonly unknown[] }>(planWith: (rhythm: Rhythm) => P): P {
  let best = planWith(TIGHT);
  const fewest = best.pages.length;
  let fits = 0;
  let tooWide = STEPS + 1;
  while (tooWide - fits > 1) {
    const middle = Math.floor((fits + tooWide) / 2);
    const plan = planWith(between(middle / STEPS));
    if (plan.pages.length <= fewest) {
      fits = middle;
      best = plan;
    } else tooWide = middle;
  }
  return best;
}

function between(share: number): Rhythm {
  const mix = (tight: number, roomy: number): number => tight + (roomy - tight) * share;
  return {
    tick: mix(TIGHT.tick, ROOMY.tick),
    line: mix(TIGHT.line, ROOMY.line),
    row: mix(TIGHT.row, ROOMY.row),
    gap: mix(TIGHT.gap, ROOMY.gap),
    section: mix(TIGHT.section, ROOMY.section),
  };
}
