import { invariant } from './assert-never';

/** The characters a checked number is made of. */
export const CHECKED_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

// Arithmetic in the ring GF(4) x GF(9), which has exactly 36 elements, one per character. ISO 7064 mod 37-2 would
// need a 37th sign (*), which hand-writing and Code 128 labels do not want. The weight is chosen so that it and
// (1 - weight) are both units: the first makes every single wrong character visible, the second every swap of
// neighbours. The property test tries them all.
const TIMES_WEIGHT_IN_GF4 = [0, 2, 3, 1] as const;

function timesWeight(value: number): number {
  const four = Math.floor(value / 9);
  const [a, b] = [Math.floor((value % 9) / 3), value % 3];
  // GF(9) as a + bi with i * i = -1; the weight is 1 + i.
  const nine = ((a - b + 3) % 3) * 3 + ((a + b) % 3);
  return TIMES_WEIGHT_IN_GF4[four as 0 | 1 | 2 | 3] * 9 + nine;
}

function add(x: number, y: number): number {
  const four = Math.floor(x / 9) ^ Math.floor(y / 9);
  const a = (Math.floor((x % 9) / 3) + Math.floor((y % 9) / 3)) % 3;
  return four * 9 + a * 3 + ((x + y) % 3);
}

function negative(x: number): number {
  const a = Math.floor((x % 9) / 3);
  return Math.floor(x / 9) * 9 + ((3 - a) % 3) * 3 + ((3 - (x % 3)) % 3);
}

function weightedSum(text: string): number {
  let sum = 0;
  for (const character of text) {
    const value = CHECKED_ALPHABET.indexOf(character);
    invariant(value >= 0, 'a checked number holds only 0-9 and A-Z');
    sum = add(timesWeight(sum), value);
  }
  return sum;
}

/** The check character (0-9, A-Z) of a text of 0-9 and A-Z: any one wrong character and any swap of neighbours shows. */
export function checkCharacter(text: string): string {
  return CHECKED_ALPHABET.charAt(negative(timesWeight(weightedSum(text))));
}

/** Whether a text of 0-9 and A-Z ends with its right check character. */
export function hasValidCheckCharacter(text: string): boolean {
  return text.length > 1 && /^[0-9A-Z]+$/.test(text) && weightedSum(text) === 0;
}
