/** Widths of bars and spaces of the 107 symbols, ISO/IEC 15417 table 1. */
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const START_B = 104;
const START_C = 105;
const TO_C = 99;
const TO_B = 100;
const STOP = 106;

/** Quiet zone either side, in modules (the standard's minimum). */
export const CODE_128_QUIET = 10;

/** A linear code: alternating bar and space widths in modules, beginning with a bar. */
export interface BarPattern {
  readonly widths: readonly number[];
  readonly modules: number;
}

/**
 * Code 128 of a text, sets B and C. `undefined` when a character has no place in set B: the page then says in words
 * that there is no bar code, it never prints one that reads differently from the number beside it.
 */
export function code128(text: string): BarPattern | undefined {
  if (text === '' || !/^[\x20-\x7e]+$/.test(text)) return undefined;
  const values = symbolValues(text);
  const check = values.reduce((sum, value, place) => sum + value * Math.max(1, place), 0) % 103;
  const widths = [...values, check, STOP].flatMap((value) => [...(PATTERNS[value] ?? '')].map(Number));
  return { widths, modules: widths.reduce((sum, width) => sum + width, 0) };
}

/** Set C packs two digits in one symbol: worth the switch from 4 digits at an end, from 6 in the middle. */
function symbolValues(text: string): number[] {
  const values: number[] = [];
  let set: 'B' | 'C' | undefined;
  let at = 0;
  while (at < text.length) {
    const digits = /^\d*/.exec(text.slice(at))?.[0].length ?? 0;
    const atAnEnd = at === 0 || at + digits === text.length;
    if (set !== 'C' && worthSetC(digits, atAnEnd, text.length)) {
      if (digits % 2 === 1 && set === 'B') {
        values.push(text.charCodeAt(at) - 32);
        at += 1;
      }
      values.push(set === undefined ? START_C : TO_C);
      set = 'C';
    } else if (set === 'C' && digits < 2) {
      values.push(TO_B);
      set = 'B';
    } else if (set === undefined) {
      values.push(START_B);
      set = 'B';
    }
    if (set === 'C') {
      values.push(Number(text.slice(at, at + 2)));
      at += 2;
    } else {
      values.push(text.charCodeAt(at) - 32);
      at += 1;
    }
  }
  return values;
}

function worthSetC(digits: number, atAnEnd: boolean, length: number): boolean {
  if (digits === length && digits % 2 === 0) return true;
  return digits >= (atAnEnd ? 4 : 6);
}
