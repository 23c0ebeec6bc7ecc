/** Where a text stops being JSON, as line and column from 1; undefined when it is JSON. Engines do not always say. */
export function jsonFault(text: string): { readonly line: number; readonly column: number } | undefined {
  const at = faultOffset(text);
  if (at === undefined) return undefined;
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;

/** A stack instead of recursion: a file of a million brackets must not end the program. */
function faultOffset(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at = pattern.lastIndex;
    return true;
  };
  let expect: 'value' | 'first-value' | 'first-key' | 'key' | 'next' = 'value';
  for (;;) {
    take(SPACE);
    const sign = text.charAt(at);
    if (expect === 'next') {
      const top = open.at(-1);
      if (top === undefined) return at === text.length ? undefined : at;
      if (sign === ',') expect = top === '{' ? 'key' : 'value';
      else if (sign === (top === '{' ? '}' : ']')) open.pop();
      else return at;
      at++;
    } else if (expect === 'first-key' || expect === 'key') {
      if (expect === 'first-key' && sign === '}') {
        open.pop();
        at++;
        expect = 'next';
        continue;
      }
      if (!take(STRING)) return at;
      take(SPACE);
      if (text.charAt(at) !== ':') return at;
      at++;
      expect = 'value';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at++;
      expect = sign === '{' ? 'first-key' : 'first-value';
    } else if (expect === 'first-value' && sign === ']') {
      open.pop();
      at++;
      expect = 'next';
    } else if (take(STRING) || take(LITERAL)) expect = 'next';
    else return at;
  }
}
