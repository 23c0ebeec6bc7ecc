import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFiles } from './check-house.mjs';
import { packageName, readImports } from './house/read-imports.mjs';

/** @typedef {{name: string, version: string, licence: string, texts: string[]}} PackageLicence */

/**
 * The licence texts of every package that ends up in the built app: those its sources import, and what these need. They
 * must travel with the binary.
 * @param {string} root
 * @returns {string}
 */
export function thirdPartyLicences(root) {
  const licences = shippedPackages(root).map((folder) => licenceOf(folder));
  return licences
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, licence, texts }) => {
      const body = texts.length > 0 ? texts.join('\n\n') : `(${licence}; the package carries no text of its own)`;
      return `${'='.repeat(80)}\n${name} ${version} (${licence})\n${'='.repeat(80)}\n\n${body.trim()}\n`;
    })
    .join('\n');
}

/**
 * @param {string} root
 * @returns {string[]} folders
 */
function shippedPackages(root) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const [file, text] of projectFiles(root)) {
    if (!/^(renderer|electron)\//.test(file)) continue;
    for (const name of packagesNamedIn(file, text)) addWithDependencies(name, join(root, dirname(file)), folders);
  }
  return [...folders];
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function packagesNamedIn(file, text) {
  if (/\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts')) {
    return readImports(file, text).flatMap(({ specifier, typeOnly }) =>
      typeOnly || /^[./]|^node:|^electron$/.test(specifier) ? [] : [packageName(specifier)],
    );
  }
  if (!file.endsWith('.css')) return [];
  const named = text.matchAll(/(?:@import\s+(?:url\()?|url\()\s*["']?(@?[a-z][^"')\s:]*\/[^"')\s]*)/g);
  return [...named].flatMap(([, specifier]) => (specifier === undefined ? [] : [packageName(specifier)]));
}

/**
 * @param {string} name
 * @param {string} from
 * @param {Set<string>} folders
 */
function addWithDependencies(name, from, folders) {
  const folder = installedFolder(name, from);
  if (folder === undefined || folders.has(folder)) return;
  folders.add(folder);
  const { dependencies = {} } = manifest(folder);
  for (const dependency of Object.keys(dependencies)) addWithDependencies(dependency, folder, folders);
}

/**
 * Node's way of finding a package: the nearest node_modules upwards.
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function installedFolder(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(from);
  return parent === from ? undefined : installedFolder(name, parent);
}

/**
 * @param {string} folder
 * @returns {PackageLicence}
 */
function licenceOf(folder) {
  const { name, version, license } = manifest(folder);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file));
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : 'see text',
    texts: files.map((file) => readFileSync(join(folder, file), 'utf8')),
  };
}

/**
 * @param {string} folder
 * @returns {{name: string, version: string, license?: unknown, dependencies?: Record<string, string>}}
 */
function manifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
