import { parseSync, Visitor } from 'vite';
import { lineAt } from './read-imports.mjs';

/** @typedef {{line: number, message: string}} Fault */

/** What changes or removes rows that are there (Dexie's Table, Collection and their bulk forms). */
const changing = new Set([
  'put',
  'bulkPut',
  'update',
  'bulkUpdate',
  'upsert',
  'delete',
  'bulkDelete',
  'clear',
  'modify',
]);

/**
 * The ledger rule: entries are added and read, nothing else. Finds `db.entries.put(…)`,
 * `db.table('entries').where(…).modify(…)` and the same through a variable.
 * @param {string} file
 * @param {string} text
 * @returns {Fault[]}
 */
export function ledgerFaults(file, text) {
  const { program } = parseSync(file, text);
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Set<string>} */
  const aliases = new Set();
  const namesEntries = (/** @type {any} */ node) => leadsToEntries(node, aliases);
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init && namesEntries(init)) aliases.add(id.name);
      if (id.type === 'ObjectPattern') {
        for (const property of id.properties) {
          if (property.type !== 'Property' || property.value.type !== 'Identifier') continue;
          if (property.key.type === 'Identifier' && property.key.name === 'entries') aliases.add(property.value.name);
        }
      }
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (!changing.has(callee.property.name) || !namesEntries(callee.object)) return;
      faults.push({
        line: lineAt(text, start),
        message:
          `entries are append-only, "${callee.property.name}" is never called on them: ` +
          'add a new entry (entry.amended names what it corrects)',
      });
    },
  }).visit(program);
  return faults;
}

/**
 * Whether an expression hands out the table `entries` or a query on it.
 * @param {any} node
 * @param {ReadonlySet<string>} aliases
 * @returns {boolean}
 */
function leadsToEntries(node, aliases) {
  switch (node.type) {
    case 'Identifier':
      return aliases.has(node.name);
    case 'MemberExpression': {
      const isBuiltIn = node.object.type === 'Identifier' && node.object.name === 'Object';
      if (node.property.type === 'Identifier' && node.property.name === 'entries') return !isBuiltIn;
      return leadsToEntries(node.object, aliases);
    }
    case 'CallExpression': {
      const [first] = node.arguments;
      const isTableCall = node.callee.type === 'MemberExpression' && node.callee.property.name === 'table';
      if (isTableCall && first?.type === 'Literal') return first.value === 'entries';
      // `map.entries()` is an iterator, not the table.
      if (node.callee.type === 'MemberExpression' && node.callee.property.name === 'entries') return false;
      return node.callee.type === 'MemberExpression' && leadsToEntries(node.callee.object, aliases);
    }
    case 'AwaitExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return leadsToEntries(node.argument ?? node.expression, aliases);
    default:
      return false;
  }
}

/**
 * Clock and chance in the domain; what has no types there (DOM, Node) the compiler refuses by itself.
 * @param {string} file
 * @param {string} text
 * @returns {Fault[]}
 */
export function purityFaults(file, text) {
  const { program } = parseSync(file, text);
  /** @type {Fault[]} */
  const faults = [];
  const report = (/** @type {number} */ start, /** @type {string} */ what) =>
    faults.push({
      line: lineAt(text, start),
      message: `the domain has no ${what}: take now and newId from the command's third argument`,
    });
  const isDate = (/** @type {any} */ node) => node.type === 'Identifier' && node.name === 'Date';
  new Visitor({
    NewExpression: ({ callee, arguments: given, start }) => {
      if (isDate(callee) && given.length === 0) report(start, 'clock (new Date())');
    },
    CallExpression: ({ callee, start }) => {
      if (isDate(callee)) report(start, 'clock (Date())');
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const path = `${object.name}.${property.name}`;
      if (path === 'Date.now' || path === 'Temporal.Now') report(start, `clock (${path})`);
      if (path === 'Math.random') report(start, `chance (${path})`);
    },
    Identifier: ({ name, start }) => {
      if (name === 'crypto' || name === 'globalThis') report(start, `${name}`);
    },
  }).visit(program);
  return faults;
}
