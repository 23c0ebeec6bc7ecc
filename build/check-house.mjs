// The rules of the house that the linter cannot express: which way imports point, no cycles, an append-only ledger, a
// pure domain, IPC only through the contract, sizes and names. Prints file:line: what is wrong and what to do instead.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ledgerFaults, purityFaults } from './house/code-faults.mjs';
import { findCycles } from './house/import-cycles.mjs';
import { directionFault } from './house/import-directions.mjs';
import { ipcFault } from './house/ipc-faults.mjs';
import { packageName, readImports } from './house/read-imports.mjs';
import { shapeFaults, textFaults } from './house/text-faults.mjs';

/** @typedef {import('./house/code-faults.mjs').Fault & {file: string}} FileFault */

/**
 * @param {ReadonlyMap<string, string>} files path relative to the root -> text
 * @returns {FileFault[]}
 */
export function houseFaults(files) {
  /** @type {FileFault[]} */
  const faults = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const [file, text] of files) {
    const found = textFaults(text);
    if (/^(electron|renderer|build|test)\//.test(file)) found.push(...shapeFaults(file, text));
    if (isCode(file)) {
      const imports = readImports(file, text);
      const resolved = imports.map((each) => ({ ...each, ...resolve(file, each.specifier, files) }));
      graph.set(
        file,
        resolved.filter(({ isPackage }) => !isPackage).map(({ to }) => to),
      );
      for (const each of resolved) {
        const messages = [directionFault(file, each.to, each), ipcFault(file, each)];
        found.push(...messages.flatMap((message) => (message ? [{ line: each.line, message }] : [])));
      }
      if (file.startsWith('renderer/storage/')) found.push(...ledgerFaults(file, text));
      if (file.startsWith('renderer/domain/')) found.push(...purityFaults(file, text));
    }
    faults.push(...found.map((fault) => ({ file, ...fault })));
  }
  for (const cycle of findCycles(graph)) {
    const message = `these files import each other in a circle; move what they share into one of its own: ${cycle.join(', ')}`;
    faults.push({ file: cycle[0] ?? '', line: 1, message });
  }
  return faults;
}

/** @param {string} file */
function isCode(file) {
  return /\.(ts|tsx|mjs)$/.test(file);
}

/**
 * @param {string} from
 * @param {string} specifier
 * @param {ReadonlyMap<string, string>} files
 */
function resolve(from, specifier, files) {
  if (!specifier.startsWith('.')) return { to: packageName(specifier), isPackage: true };
  const path = posix.join(posix.dirname(from), specifier);
  const endings = ['', '.ts', '.tsx', '.d.ts', '.mjs', '/index.ts'];
  const to = endings.map((ending) => path + ending).find((candidate) => files.has(candidate)) ?? path;
  return { to, isPackage: false };
}

/**
 * What git tracks or would track.
 * @param {string} root
 * @returns {Map<string, string>}
 */
export function projectFiles(root) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\0');
  return new Map(
    names.flatMap((name) => {
      if (!/\.(ts|tsx|mjs|cjs|css|json|md|html|yml|ya?ml|svg|sh)$|^[^.]+$|^\.ci\//.test(name) || name === '') return [];
      try {
        return [[name, readFileSync(join(root, name), 'utf8')]];
      } catch {
        // Deleted but not yet committed.
        return [];
      }
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const files = projectFiles(root);
  const faults = houseFaults(files);
  for (const { file, line, message } of faults) process.stdout.write(`${file}:${line}: ${message}\n`);
  process.stdout.write(`house rules: ${files.size} files, ${faults.length} faults\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
