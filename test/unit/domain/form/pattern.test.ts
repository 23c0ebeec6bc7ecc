import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../../renderer/domain/form/pattern';

function matches(source: string, text: string): boolean | string {
  const pattern = compilePattern(source);
  return pattern.ok ? pattern.value.matches(text) : pattern.error;
}

describe('a pattern', () => {
  test.each([
    ['^[0-9]{4}$', '2026', true],
    ['[0-9]{4}', '2026', true],
    ['[0-9]{4}', '20265', false],
    ['\\d{2,3}-\\w+', '12-ab_9', true],
    ['(a|bc)*d?', 'abcbcad', true],
    ['[^\\s@]+@[^\\s@]+\\.[a-z]{2,}', 'a@b.org', true],
    ['[A-Z][a-z\\-]*', 'Anna-maria', true],
    ['\\p{L}+', 'Żółć', true],
    ['.+', '😀', true],
    ['a.c', 'a\nc', false],
    ['\\bfoo\\b.*', 'foo bar', true],
    ['(?:ab){2}', 'abab', true],
    ['x{0}y', 'y', true],
    ['[]a]+', ']a', true],
    ['', '', true],
    ['a{,3}', 'a{,3}', true],
  ])('%s on %j is %s', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected);
  });

  test.each([
    '(?=a)a',
    '(a)\\1',
    '(?<!x)y',
    '[z-a]',
    '(a',
    'a)',
    '*a',
    'a**',
    '[a',
    'a\\',
    'a{3,2}',
    'x'.repeat(1001),
    '((((((((((){99}){99}){99}){99}){99}){99}){99}){99}){99})',
  ])('is refused in words when it is %s', (source) => {
    expect(compilePattern(source)).toMatchObject({ ok: false, error: expect.stringMatching(/\w/) as unknown });
  });

  test.each(['^(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*)*x', 'a*a*a*a*a*b', '([a-z]+)*\\d'])(
    'answers at once when %s is tried on 10,000 letters',
    (source) => {
      const start = performance.now();
      expect(matches(source, `${'a'.repeat(10_000)}!`)).toBe(false);
      expect(performance.now() - start).toBeLessThan(1_000);
    },
  );

  test.each([
    ['^(a+)+$', true],
    ['(a|a)*', true],
    ['(\\d{3}-){2}\\d{4}', false],
    ['[^0-9]', false],
    ['^[0-9]{10}$', false],
    ['\\s*\\w+\\s*', false],
  ])('%s is ambiguous for a backtracking engine: %s', (source, expected) => {
    const pattern = compilePattern(source);
    expect(pattern.ok && pattern.value.ambiguous).toBe(expected);
  });

  test('agrees with the engine of JavaScript when patterns are simple', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '[^a]',
      '.',
      'c?',
      'b*',
      'a+',
      '(ab)?',
      '(a|b)',
      'a{1,2}',
      '\\w',
      '\\d',
    );
    fc.assert(
      fc.property(
        fc.array(atom, { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom('a', 'b', 'c', '1'), { maxLength: 7 }),
        (atoms, letters) => {
          const source = atoms.join('');
          const text = letters.join('');
          expect(matches(source, text)).toBe(new RegExp(`^(?:${source})$`, 'u').test(text));
        },
      ),
    );
  });
});
