import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npmCommand, runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {Record<string, {version?: string, integrity?: string, optional?: boolean}>} LockedPackages */

/**
 * Whether node_modules holds what package-lock.json asks for. No stamp of our own: npm writes
 * node_modules/.package-lock.json as its last act, so an installation that was killed, or made by hand, is judged right.
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function npmDependenciesInPlace(root) {
  try {
    const [wanted, installed] = await Promise.all(
      ['package-lock.json', 'node_modules/.package-lock.json'].map(async (name) => {
        return JSON.parse(await readFile(join(root, name), 'utf8')).packages;
      }),
    );
    return coversLock(wanted, installed);
  } catch {
    return false;
  }
}

/**
 * Optional packages for other systems are in the lock but never installed.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function coversLock(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && (found.integrity ?? entry.integrity) === entry.integrity;
  });
}

/**
 * `npm install --no-save` and not `npm ci`: a lock made where the registry carries no packages for other systems lacks
 * those optional packages, and `npm ci` then refuses it everywhere. Install scripts stay off: no dependency needs one but
 * `node`, see project-node.mjs, and one reports usage to its maker.
 * @param {string} root
 */
export async function installNpmDependencies(root) {
  const npm = npmCommand();
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await runCommand(npm.file, [...npm.args, 'install', ...options], { cwd: root });
  if (code !== 0 || !(await npmDependenciesInPlace(root))) {
    throw new SetupError(
      '"npm install" did not bring what package-lock.json asks for (its own words are above). ' +
        'Check the network and run the command again.',
    );
  }
}
