import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecoveryCode, readRecoveryCode } from '../../../../renderer/storage/vault/recovery-code';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code is printed in groups of five and reads back when typed as printed', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]$/u);
  expect(readRecoveryCode(code)).toBe(code.replaceAll('-', ''));
});

test('a code reads back when typed in lower case with blanks, long dashes, and letters for the digits they look like', () => {
  for (let round = 0; round < 200; round += 1) {
    const code = newRecoveryCode();
    const typed = ` ${code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', round % 2 ? 'l' : 'I')
      .replaceAll('-', round % 3 ? ' ' : '–')} `;
    expect(readRecoveryCode(typed)).toBe(code.replaceAll('-', ''));
  }
});

test("a code is refused when one character is wrong or two stand in each other's place", () => {
  fc.assert(
    fc.property(fc.nat({ max: 25 }), fc.nat({ max: 25 }), fc.nat({ max: 31 }), (at, other, letter) => {
      const text = newRecoveryCode().replaceAll('-', '');
      const wrong = text.slice(0, at) + (ALPHABET[letter] ?? '0') + text.slice(at + 1);
      expect(readRecoveryCode(wrong)).toBe(wrong === text ? text : undefined);
      const chars = [...text];
      [chars[at], chars[other]] = [text[other] ?? '', text[at] ?? ''];
      const swapped = chars.join('');
      expect(readRecoveryCode(swapped)).toBe(swapped === text ? text : undefined);
    }),
    { numRuns: 2000 },
  );
});

test.each(['', 'ABCDE', `${newRecoveryCode()}0`, newRecoveryCode().replace(/.$/u, '!')])(
  'a code is refused when it is "%s"',
  (typed) => expect(readRecoveryCode(typed)).toBeUndefined(),
);
