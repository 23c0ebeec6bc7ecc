import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHECKED_ALPHABET,
  checkCharacter,
  hasValidCheckCharacter,
} from '../../../../renderer/domain/basics/check-character';

const body = fc.string({ unit: fc.constantFrom(...CHECKED_ALPHABET), minLength: 1, maxLength: 12 });

describe('check character', () => {
  test('accepts what it made', () => {
    fc.assert(fc.property(body, (text) => hasValidCheckCharacter(text + checkCharacter(text))));
  });

  test('refuses every single wrong character, the check character included, when all replacements are tried', () => {
    fc.assert(
      fc.property(body, (text) => {
        const whole = text + checkCharacter(text);
        for (let at = 0; at < whole.length; at++)
          for (const other of CHECKED_ALPHABET)
            if (other !== whole[at] && hasValidCheckCharacter(whole.slice(0, at) + other + whole.slice(at + 1)))
              return false;
        return true;
      }),
    );
  });

  test('refuses every swap of two different neighbours', () => {
    fc.assert(
      fc.property(body, (text) => {
        const whole = text + checkCharacter(text);
        for (let at = 0; at + 1 < whole.length; at++) {
          if (whole[at] === whole[at + 1]) continue;
          if (hasValidCheckCharacter(whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2)))
            return false;
        }
        return true;
      }),
    );
  });

  test('refuses what is no such number when empty, too short or with other signs', () => {
    expect(hasValidCheckCharacter('')).toBe(false);
    expect(hasValidCheckCharacter('0')).toBe(false);
    expect(hasValidCheckCharacter('ab')).toBe(false);
  });
});
