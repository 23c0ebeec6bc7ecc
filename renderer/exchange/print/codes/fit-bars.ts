import { barPath } from './code-paths';
import { CODE_128_QUIET, code128 } from './code-128';

/**
 * Narrowest bar, mm: 0.33 read at 150 dpi on short numbers (ux.md 3.4), but serials of 14 letters did not when the scan
 * was turned. So a code takes all the room there is, up to a bar no scanner needs wider.
 */
const LEAST_MODULE = 0.34;
const GOOD_MODULE = 0.42;
const WIDEST_MODULE = 0.5;

/** A linear code as wide as its place allows. */
export interface FittedBars {
  readonly width: number;
  /** Path of the bars with the code's place, quiet zones included, beginning at x. */
  path(x: number, y: number, height: number): string;
}

/** Room a code asks for, quiet zones included, mm; nothing for a text that cannot be coded. */
export function wishedWidth(text: string): number {
  const bars = code128(text);
  return bars ? (bars.modules + 2 * CODE_128_QUIET) * GOOD_MODULE : 0;
}

/** Fits the code of a text into `room` mm; undefined when it cannot be coded, or only with bars too fine to read. */
export function fitBars(text: string, room: number, least = LEAST_MODULE): FittedBars | undefined {
  const bars = code128(text);
  if (!bars) return undefined;
  const modules = bars.modules + 2 * CODE_128_QUIET;
  const module = Math.min(WIDEST_MODULE, room / modules);
  if (module < least - 0.001) return undefined;
  return {
    width: modules * module,
    path: (x, y, height) => barPath(bars, x + CODE_128_QUIET * module, y, module, height),
  };
}
