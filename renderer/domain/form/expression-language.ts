/** What an expression names, found without evaluating it. */
export interface ExpressionNames {
  readonly functions: readonly FunctionCall[];
  /** %names, without the sign. */
  readonly variables: readonly string[];
  /** String literals, where linkIds stand. */
  readonly strings: readonly string[];
  /** Whether it looks at the answers at all: a path, %resource, %context, $this. */
  readonly readsAnswers: boolean;
}

/** One call, with the text of its first argument when that is a single string literal. */
export interface FunctionCall {
  readonly name: string;
  readonly literal?: string;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|%(?:`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\])*'|[A-Za-z_][\w-]*)|@[\w:.+-]+|\$?[A-Za-z_]\w*|\d[\w.]*|[^\s]/g;

const WORDS: ReadonlySet<string> = new Set(
  ['and', 'or', 'xor', 'implies', 'in', 'contains', 'is', 'as', 'div', 'mod', 'true', 'false'].concat(
    ['year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'].flatMap((unit) => [unit, `${unit}s`]),
  ),
);

/** Splits a FHIRPath expression into the names it uses. */
export function namesOf(expression: string): ExpressionNames {
  const tokens = (expression.match(TOKEN) ?? []).filter((token) => !token.startsWith('//') && !token.startsWith('/*'));
  const functions: FunctionCall[] = [];
  const variables = new Set<string>();
  const strings = new Set<string>();
  let readsAnswers = false;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.startsWith("'")) strings.add(unquoted(token));
    else if (token.startsWith('%')) {
      const name = token.startsWith('%`') || token.startsWith("%'") ? unquoted(token.slice(1)) : token.slice(1);
      variables.add(name);
      if (name === 'resource' || name === 'context' || name === 'rootResource') readsAnswers = true;
    } else if (token === '$this') readsAnswers = true;
    else if (/^[A-Za-z_`]/.test(token)) {
      if (next === '(' && (!WORDS.has(token) || tokens[index - 1] === '.')) {
        const argument = tokens[index + 2];
        const single = argument?.startsWith("'") && [')', ','].includes(tokens[index + 3] ?? '');
        functions.push({
          name: token.startsWith('`') ? unquoted(token) : token,
          ...(single ? { literal: unquoted(argument ?? '') } : {}),
        });
        if (['descendants', 'children', 'repeat'].includes(token)) readsAnswers = true;
      } else if (!WORDS.has(token)) readsAnswers = true;
    }
  });
  return { functions, variables: [...variables], strings: [...strings], readsAnswers };
}

function unquoted(token: string): string {
  return token
    .slice(1, -1)
    .replace(/\\u([0-9a-fA-F]{4})|\\(.)/g, (_, hex: string | undefined, letter: string | undefined) =>
      hex === undefined ? (ESCAPES.get(letter ?? '') ?? letter ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
]);
