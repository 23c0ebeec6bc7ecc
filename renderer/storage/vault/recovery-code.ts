import { utf8, type Bytes } from '../bytes';

// Crockford's alphabet: no I, L, O, U, so that what a tired person writes down can be read back.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_CHARS = 25;
const GROUP = 5;

/** A new recovery code of 125 random bits and a check character, printed as XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-X. */
export function newRecoveryCode(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(DATA_CHARS)), (byte) => byte & 31);
  const text = [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit]).join('');
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');
}

/**
 * Reads a code as people type it: lower case, with or without dashes and blanks, O for 0, I or L for 1. Undefined where
 * its length, a letter or the check character is wrong.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  const digits = [...text].map((char) => ALPHABET.indexOf(char));
  if (digits.length !== DATA_CHARS + 1 || digits.includes(-1)) return undefined;
  return checkDigit(digits.slice(0, DATA_CHARS)) === digits[DATA_CHARS] ? text : undefined;
}

/** The secret a read code stands for. */
export function recoveryMaterial(code: string): Bytes {
  return utf8(code.slice(0, DATA_CHARS));
}

// Sum of a^i * digit in GF(32): finds every single wrong character and every swap of two.
function checkDigit(digits: readonly number[]): number {
  let sum = 0;
  for (const digit of digits) sum = timesA(sum ^ digit);
  return sum;
}

// Multiplication by a root of x^5 + x^2 + 1, which generates all 31 units.
function timesA(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? (shifted ^ 0b100101) & 31 : shifted;
}
