// Builds renderer, main process and preload when their sources have changed since the last time.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './setup.mjs';
import { withLock } from './setup/lock.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';

/**
 * `app` is what ships. `e2e` lets a test driver in (the switch guard is off), so it lies where no release is packed from.
 * @typedef {'app' | 'e2e'} Flavour
 */

/** @type {Record<Flavour, {folder: string, env: NodeJS.ProcessEnv}>} */
const flavours = {
  app: { folder: 'dist', env: { DOWNTIME_BOX_E2E: '' } },
  e2e: { folder: 'out/e2e-dist', env: { DOWNTIME_BOX_E2E: '1' } },
};

const settings = ['vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const sources = ['electron', 'renderer', 'build/build-app.mjs', ...settings];

export class BuildError extends Error {}

/**
 * Where a flavour is built to, relative to the root.
 * @param {Flavour} flavour
 */
export function buildFolder(flavour) {
  return flavours[flavour].folder;
}

/**
 * @param {{root: string, flavour?: Flavour, log: (message: string) => void}} options
 */
export async function buildApp({ root, flavour = 'app', log }) {
  const { folder, env } = flavours[flavour];
  const stamp = join(root, folder, '.built-from');
  const print = fingerprint(root);
  if (readText(stamp) === print) return;
  await withLock(
    join(root, '.runtime/build.lock'),
    async () => {
      if (readText(stamp) === print) return;
      const started = performance.now();
      rmSync(stamp, { force: true });
      // Who starts the build does not decide what ships: under a test runner's NODE_ENV, React's development form with
      // the paths of this machine would be packed.
      const buildEnv = { ...process.env, ...env, NODE_ENV: 'production', DOWNTIME_BOX_OUT: folder };
      // The renderer is the longest; the other two share what time it leaves.
      const electronParts = async () => {
        await runVite(root, ['--mode', 'electron-main'], buildEnv);
        await runVite(root, ['--mode', 'electron-preload'], buildEnv);
      };
      // Both to their end, so that a failure of one does not leave the other writing behind our back.
      const results = await Promise.allSettled([runVite(root, [], buildEnv), electronParts()]);
      const failure = results.find((result) => result.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
      writeFileSync(stamp, print);
      log(`built ${folder} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    },
    log,
  );
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runVite(root, args, env) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const command = [vite, 'build', '--logLevel', 'warn', ...args];
  const { code } = await runCommand(projectNode(root), command, { cwd: root, env });
  if (code !== 0) throw new BuildError(`vite build ${args.join(' ')} failed, see above`);
}

/**
 * One hash over the content of everything a build reads; content and not times, so that switching branches to and fro
 * costs nothing.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesUnder(join(root, path)))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        // Vite keeps a cache in a node_modules of its root.
        if (entry.name === 'node_modules') return [];
        if (entry.isDirectory()) return filesUnder(join(path, entry.name));
        return entry.name.endsWith('.md') ? [] : [join(path, entry.name)];
      });
  } catch {
    return [path];
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildApp({ root: projectRoot, log: (message) => process.stderr.write(`build: ${message}\n`) });
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`build: ${error.message}\n`);
    process.exitCode = 1;
  }
}
