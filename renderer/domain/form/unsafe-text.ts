/** A way of writing that killed people (Joint Commission "do not use" list, ISMP list; ux.md 4.1). */
export interface UnsafeText {
  readonly found: string;
  readonly instead: string;
}

const UNIT = '(?:mg|g|kg|mcg|micrograms?|milligrams?|grams?|mL|ml|L|units?|mmol|mEq|mg/mL|mL/h|mL/hr|%)';

interface Rule {
  readonly pattern: RegExp;
  readonly instead: (found: string) => string;
}

// Every repeat is bounded and every number starts where no number goes on: a long text costs its length, no more.
const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<![\\d.,])\\d{1,9}\\.0{1,6}(?=\\s?${UNIT}(?![A-Za-z]))`, 'g'),
    instead: (found) => `Write ${found.split('.')[0]} without the zero after the point: it is read as ten times more.`,
  },
  {
    pattern: new RegExp(`(?<![\\d.,])\\.\\d{1,9}(?=\\s?${UNIT}(?![A-Za-z]))`, 'g'),
    instead: (found) => `Write 0${found} with a zero before the point: without it, it is read as ten times more.`,
  },
  {
    pattern: /(?<![A-Za-z\d.,])\d[\d.,]{0,12}\s?IU(?![A-Za-z])/g,
    instead: () => 'Write "units" in full: IU is read as IV or 10.',
  },
  {
    pattern: /(?<![A-Za-z\d.,])\d[\d.,]{0,12}\s?[Uu](?![A-Za-z/])/g,
    instead: () => 'Write "units" in full: U is read as 0, 4 or cc.',
  },
  { pattern: /(?<![A-Za-z])[Qq]\.?[Oo]\.?[Dd](?![A-Za-z])\.?/g, instead: () => 'Write "every other day".' },
  { pattern: /(?<![A-Za-z])[Qq]\.?[Dd](?![A-Za-z])\.?/g, instead: () => 'Write "daily": QD is read as QID or OD.' },
  { pattern: /(?<![A-Za-z])MSO4(?![A-Za-z0-9])/g, instead: () => 'Write "morphine sulfate".' },
  { pattern: /(?<![A-Za-z])MgSO4(?![A-Za-z0-9])/g, instead: () => 'Write "magnesium sulfate".' },
  // MS alone may be multiple sclerosis; beside a dose it is read as morphine or as magnesium.
  {
    pattern: /(?<![A-Za-z])MS(?=\s\d)|(?<=\d\s?mg\s)MS(?![A-Za-z])/g,
    instead: () => 'Write "morphine sulfate" or "magnesium sulfate".',
  },
  { pattern: /\d\s?[µμ]g(?![A-Za-z])/g, instead: () => 'Write "micrograms": µg is read as mg.' },
  { pattern: /\d\s?cc(?![A-Za-z])/g, instead: () => 'Write "mL": cc is read as 00.' },
];

/** What in a text can be misread, each with what to write instead. */
export function unsafeIn(text: string): readonly UnsafeText[] {
  if (text.length > 20_000) return unsafeIn(text.slice(0, 20_000));
  return RULES.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map(([found]) => ({ found: found.trim(), instead: instead(found.trim()) })),
  );
}
