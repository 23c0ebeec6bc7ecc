/** One letter's test: is this character in the class? */
export type LetterTest = (letter: string) => boolean;

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'letter'; readonly test: LetterTest }
  | { readonly kind: 'start' | 'end' | 'boundary' | 'no-boundary' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number };

/** A construct this reader does not know (look-around, back reference) or a mistake in the pattern. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}

const isDigit: LetterTest = (letter) => letter >= '0' && letter <= '9';
const isWord: LetterTest = (letter) => /^\w$/.test(letter);
const isSpace: LetterTest = (letter) => /^\s$/.test(letter);
const not =
  (test: LetterTest): LetterTest =>
  (letter) =>
    !test(letter);
const is =
  (wanted: string): LetterTest =>
  (letter) =>
    letter === wanted;

const SHORT_CLASSES: ReadonlyMap<string, LetterTest> = new Map([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWord],
  ['W', not(isWord)],
  ['s', isSpace],
  ['S', not(isSpace)],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);

/** Reads the text of a regular expression; throws PatternProblem. Nesting is bounded by `deepest`. */
export function readPattern(source: string, deepest = 50): PatternNode {
  const letters = [...source];
  let at = 0;

  function choice(depth: number): PatternNode {
    if (depth > deepest) throw new PatternProblem('nested too deeply');
    const parts: PatternNode[] = [sequence(depth)];
    while (letters[at] === '|') {
      at += 1;
      parts.push(sequence(depth));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  function sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (at < letters.length && letters[at] !== '|' && letters[at] !== ')') parts.push(repeated(atom(depth)));
    return { kind: 'sequence', parts };
  }

  function repeated(part: PatternNode): PatternNode {
    const bounds = quantifier();
    if (!bounds) return part;
    if (letters[at] === '?') at += 1; // lazy: the same texts match as a whole
    if (['*', '+', '?', '{'].includes(letters[at] ?? '')) throw new PatternProblem('two quantifiers in a row');
    return { kind: 'repeat', part, ...bounds };
  }

  function quantifier(): { min: number; max: number } | undefined {
    const sign = letters[at];
    if (sign === '*' || sign === '+' || sign === '?') {
      at += 1;
      return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
    }
    if (sign !== '{') return undefined;
    const found = /^\{(\d{1,5})(,(\d{0,5}))?\}/.exec(letters.slice(at, at + 14).join(''));
    if (!found) return undefined;
    at += found[0].length;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === '' ? Infinity : Number(found[3]);
    if (max < min) throw new PatternProblem('the upper bound is below the lower one');
    return { min, max };
  }

  function atom(depth: number): PatternNode {
    const letter = letters[at] ?? '';
    at += 1;
    if (letter === '(') return group(depth);
    if (letter === '[') return { kind: 'letter', test: letterClass() };
    if (letter === '.') return { kind: 'letter', test: (each) => each !== '\n' && each !== '\r' };
    if (letter === '^') return { kind: 'start' };
    if (letter === '$') return { kind: 'end' };
    if (letter === '*' || letter === '+' || letter === '?')
      throw new PatternProblem('a quantifier without anything before it');
    if (letter !== '\\') return { kind: 'letter', test: is(letter) };
    if (letters[at] === 'b' || letters[at] === 'B') {
      at += 1;
      return { kind: letters[at - 1] === 'b' ? 'boundary' : 'no-boundary' };
    }
    if (/^[1-9k]$/.test(letters[at] ?? '')) throw new PatternProblem('back references are not supported');
    return { kind: 'letter', test: escaped().test };
  }

  function group(depth: number): PatternNode {
    if (letters[at] === '?') {
      const opening = /^\?(:|<[A-Za-z]\w*>)/.exec(letters.slice(at, at + 60).join(''));
      if (!opening) throw new PatternProblem('look-around is not supported');
      at += opening[0].length;
    }
    const inner = choice(depth + 1);
    if (letters[at] !== ')') throw new PatternProblem('a group is not closed');
    at += 1;
    return inner;
  }

  function escaped(): { test: LetterTest; letter?: string } {
    const letter = letters[at];
    at += 1;
    if (letter === undefined) throw new PatternProblem('ends with a backslash');
    const short = SHORT_CLASSES.get(letter);
    if (short) return { test: short };
    if (letter === 'p' || letter === 'P') return { test: property(letter === 'P') };
    if (letter === 'x' || letter === 'u') {
      const hex = new RegExp(letter === 'x' ? '^[0-9a-fA-F]{2}' : '^[0-9a-fA-F]{4}').exec(
        letters.slice(at, at + 4).join(''),
      );
      if (hex) {
        at += hex[0].length;
        const code = String.fromCharCode(Number.parseInt(hex[0], 16));
        return { test: is(code), letter: code };
      }
    }
    const plain = CONTROLS.get(letter) ?? letter;
    return { test: is(plain), letter: plain };
  }

  function property(negated: boolean): LetterTest {
    const found = /^\{([A-Za-z_]+(?:=[A-Za-z_]+)?)\}/.exec(letters.slice(at, at + 60).join(''));
    if (!found) throw new PatternProblem('an unknown character property');
    at += found[0].length;
    try {
      const single = new RegExp(`^\\p{${found[1]}}$`, 'u');
      return negated ? (letter) => !single.test(letter) : (letter) => single.test(letter);
    } catch {
      throw new PatternProblem('an unknown character property');
    }
  }

  function letterClass(): LetterTest {
    const negated = letters[at] === '^';
    if (negated) at += 1;
    const tests: LetterTest[] = [];
    let first = true;
    while (first || letters[at] !== ']') {
      first = false;
      if (at >= letters.length) throw new PatternProblem('a character class is not closed');
      const from = classMember();
      if (letters[at] !== '-' || letters[at + 1] === ']' || from.letter === undefined) {
        tests.push(from.test);
        continue;
      }
      at += 1;
      const to = classMember();
      if (to.letter === undefined) tests.push(from.test, is('-'), to.test);
      else tests.push(range(from.letter, to.letter));
    }
    at += 1;
    const any: LetterTest = (letter) => tests.some((test) => test(letter));
    return negated ? not(any) : any;
  }

  function classMember(): { test: LetterTest; letter?: string } {
    const letter = letters[at] ?? '';
    at += 1;
    return letter === '\\' ? escaped() : { test: is(letter), letter };
  }

  const tree = choice(0);
  if (at < letters.length) throw new PatternProblem('a bracket too many');
  return tree;
}

function range(from: string, to: string): LetterTest {
  const low = from.codePointAt(0) ?? 0;
  const high = to.codePointAt(0) ?? 0;
  if (high < low) throw new PatternProblem('a range out of order');
  return (letter) => {
    const code = letter.codePointAt(0) ?? -1;
    return code >= low && code <= high;
  };
}
