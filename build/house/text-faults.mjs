/** @typedef {import('./code-faults.mjs').Fault} Fault */

// Written so that this file does not find itself.
const forbidden = [
  { pattern: new RegExp('https?://' + 'registry\\.'), message: 'names a package registry: use the ordinary client' },
  {
    pattern: /(?<![\w.~-])\/(work|root)\//,
    message: 'names a folder of one machine: build the path from the project root',
  },
];

const longestFile = 300;
const longestReadme = 40;
const vagueNames = /^(utils?|helpers?|common|lib|misc)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/**
 * @param {string} text
 * @returns {Fault[]}
 */
export function textFaults(text) {
  const lines = text.split('\n');
  return forbidden.flatMap(({ pattern, message }) =>
    lines.flatMap((content, index) => (pattern.test(content) ? [{ line: index + 1, message }] : [])),
  );
}

/**
 * Names and sizes of files in electron/, renderer/, build/ and test/.
 * @param {string} path relative to the root
 * @param {string} text
 * @returns {Fault[]}
 */
export function shapeFaults(path, text) {
  const segments = path.split('/');
  const name = segments[segments.length - 1] ?? '';
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  /** @type {Fault[]} */
  const faults = [];
  if (name === 'README.md') {
    if (lines > longestReadme) {
      faults.push({ line: lines, message: `a folder's README has at most ${longestReadme} lines, this has ${lines}` });
    }
    return faults;
  }
  if (!/\.(ts|tsx|mjs|css)$/.test(name)) return faults;
  if (lines > longestFile) {
    faults.push({
      line: lines,
      message: `${lines} lines: split it, ${longestFile} is the limit and 90 the usual length`,
    });
  }
  const vague = segments.map((segment) => segment.replace(/\..*$/, '')).find((segment) => vagueNames.test(segment));
  if (vague !== undefined) faults.push({ line: 1, message: `"${vague}" says nothing: name it after what it is for` });
  if (!kebabCase.test(name)) faults.push({ line: 1, message: 'file names are kebab-case and say the main export' });
  return faults;
}
