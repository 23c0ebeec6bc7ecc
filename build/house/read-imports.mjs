import { parseSync, Visitor } from 'vite';

/**
 * @typedef {object} ImportFound
 * @property {string} specifier as written, without a `?url` or `?worker` suffix
 * @property {string[]} names imported by name; empty for `import './x'`, `export *` and the like
 * @property {boolean} typeOnly nothing of it is left when the program runs
 * @property {number} line
 */

/**
 * Every way one file can name another: import, export from, import(), import types, workers and assets named by
 * `new URL(…, import.meta.url)`, and the folders of `import.meta.glob`.
 * @param {string} file its name tells the parser the language
 * @param {string} text
 * @returns {ImportFound[]}
 */
export function readImports(file, text) {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  /** @type {ImportFound[]} */
  const found = [];
  const add = (
    /** @type {string} */ specifier,
    /** @type {number} */ start,
    /** @type {{names?: string[], typeOnly?: boolean}} */ { names = [], typeOnly = false } = {},
  ) => found.push({ specifier: specifier.replace(/\?.*$/, ''), names, typeOnly, line: lineAt(text, start) });

  for (const statement of module.staticImports) {
    const names = statement.entries.flatMap(({ importName }) => (importName.name ? [importName.name] : []));
    add(statement.moduleRequest.value, statement.start, { names, typeOnly: isTypeStatement(text, statement.start) });
  }
  for (const statement of module.staticExports) {
    const request = statement.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request) add(request.value, statement.start, { typeOnly: isTypeStatement(text, statement.start) });
  }
  new Visitor({
    ImportExpression: ({ source, start }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, start);
    },
    TSImportType: ({ source, start }) => add(source.value, start, { typeOnly: true }),
    NewExpression: ({ callee, arguments: [path, base], start }) => {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression';
      const isHere = isUrl && base.object.type === 'MetaProperty';
      if (isHere && path?.type === 'Literal' && typeof path.value === 'string') add(path.value, start);
    },
    CallExpression: ({ callee, arguments: [pattern], start }) => {
      const isGlob = callee.type === 'MemberExpression' && callee.object.type === 'MetaProperty';
      const patterns = pattern?.type === 'ArrayExpression' ? pattern.elements : [pattern];
      for (const each of isGlob ? patterns : []) {
        // The folder before the first wildcard stands for what the pattern matches.
        if (each?.type === 'Literal' && typeof each.value === 'string')
          add(each.value.replace(/[^/]*\*.*$/, ''), start);
      }
    },
  }).visit(program);
  return found;
}

/**
 * Only `import type` and `export type` vanish whole; `import { type X }` still loads the file.
 * @param {string} text
 * @param {number} start
 */
function isTypeStatement(text, start) {
  return /^(import|export)\s+type\b/.test(text.slice(start, start + 40));
}

/**
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

/**
 * The package of a specifier such as `@mantine/core/styles.css`.
 * @param {string} specifier
 */
export function packageName(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
