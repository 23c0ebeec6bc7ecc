import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFallbackRuntime, fallbackId, fallbackVersion, hasFallback } from './electron/fallback.mjs';
import { linkTree } from './electron/link-tree.mjs';
import { environment } from './setup/environment.mjs';
import { projectNode } from './setup/project-node.mjs';
import { runCommand } from './setup/run-command.mjs';
import { SetupError } from './setup/setup-error.mjs';

const downloadLimitMs = 10 * 60_000;
/** A machine that could not reach Electron's download host is not asked to wait for it at every start. */
const retryAfterMs = 24 * 60 * 60_000;

/**
 * @typedef {object} ElectronCommand
 * @property {string} file the executable
 * @property {string[]} args what comes before the app's own arguments
 * @property {Record<string, string>} env
 * @property {string} version
 * @property {boolean} fallback an old runtime for development and tests; must never be shipped
 */

/**
 * How to start this checkout's app. Throws when `node build/setup.mjs` has not been run.
 * @param {{root: string}} options
 * @returns {ElectronCommand}
 */
export function electronCommand({ root }) {
  // Chromium's sandbox refuses root; only tests and containers run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Set in terminals inside editors that are Electron themselves; it would turn the app into a plain Node.
  const env = environment({ ELECTRON_RUN_AS_NODE: undefined });
  const given = process.env.DOWNTIME_BOX_ELECTRON;
  if (given) return { file: given, args: [root, ...sandbox], env, version: 'given', fallback: false };
  const installed = installedElectron(root);
  if (installed) return { ...installed, args: [root, ...sandbox], env, fallback: false };
  const file = join(checkoutRuntime(root), 'electron');
  if (!isLinked(root)) throw new SetupError('There is no Electron yet. Run: node build/setup.mjs');
  // This runtime has no default app: it starts what lies in resources/app, which is a link to the checkout.
  return { file, args: sandbox, env, version: fallbackVersion, fallback: true };
}

/**
 * The folder electron-builder packs: without the link in resources/app.
 * @param {{root: string, log: (message: string) => void}} options
 * @returns {Promise<{folder: string, version: string, fallback: boolean}>}
 */
export async function packagingRuntime({ root, log }) {
  const installed = installedElectron(root);
  if (installed)
    return { folder: join(root, 'node_modules/electron/dist'), version: installed.version, fallback: false };
  return { folder: await ensureFallbackRuntime({ root, log }), version: fallbackVersion, fallback: true };
}

/**
 * Whether `electronCommand` would answer and nothing is left to try.
 * @param {string} root
 */
export function electronInPlace(root) {
  if (process.env.DOWNTIME_BOX_ELECTRON || installedElectron(root)) return true;
  return isLinked(root) && failedRecently(root);
}

/**
 * Electron's own download first, with its own checksums; where its host cannot be reached, the fallback.
 * @param {{root: string, log: (message: string) => void, retry?: boolean}} options
 */
export async function ensureElectron({ root, log, retry = false }) {
  if (!retry && electronInPlace(root)) return;
  if (retry || !failedRecently(root)) {
    const failure = await downloadElectron(root, log);
    if (failure === undefined) return;
    if (!hasFallback()) {
      throw new SetupError(
        `Electron could not be downloaded (${failure}) and there is no fallback for ${process.platform}-${process.arch}. ` +
          'Check the network, or name a mirror in ELECTRON_MIRROR, and run: node build/setup.mjs',
      );
    }
    log(`Electron: its download host cannot be reached (${failure}); using ${fallbackVersion}, not for release`);
    await rememberFailure(root, failure);
  }
  await linkFallback(root, await ensureFallbackRuntime({ root, log }));
}

/**
 * @param {string} root
 * @param {(message: string) => void} log
 * @returns {Promise<string | undefined>} why it failed
 */
async function downloadElectron(root, log) {
  log(`Electron: downloading ${electronPackage(root).version}`);
  const installer = join(root, 'node_modules/electron/install.js');
  const { code, output } = await runCommand(projectNode(root), [installer], {
    cwd: root,
    timeoutMs: downloadLimitMs,
    stdio: 'capture',
  });
  if (code === 0 && installedElectron(root)) return undefined;
  return output.trim().split('\n')[0] || `exit code ${code}`;
}

/**
 * @param {string} root
 * @param {string} runtime
 */
async function linkFallback(root, runtime) {
  const target = checkoutRuntime(root);
  if (isLinked(root)) return;
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await linkTree(runtime, unfinished);
  // Relative, so that a moved or copied checkout starts itself and not the old one.
  await symlink('../../..', join(unfinished, 'resources/app'), 'dir');
  await writeFile(join(unfinished, 'made-from'), fallbackId);
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
}

/** @param {string} root */
function isLinked(root) {
  return readText(join(checkoutRuntime(root), 'made-from')) === fallbackId;
}

/**
 * @param {string} root
 * @returns {{file: string, version: string} | undefined}
 */
function installedElectron(root) {
  const { version } = electronPackage(root);
  const folder = join(root, 'node_modules/electron');
  const path = readText(join(folder, 'path.txt'));
  if (!version || !path || readText(join(folder, 'dist/version'))?.replace(/^v/, '') !== version) return undefined;
  const file = join(folder, 'dist', path);
  return existsSync(file) ? { file, version } : undefined;
}

/** @param {string} root */
function electronPackage(root) {
  const text = readText(join(root, 'node_modules/electron/package.json'));
  return { version: text === undefined ? '' : String(JSON.parse(text).version) };
}

/** @param {string} root */
function failedRecently(root) {
  const note = readText(failureNote(root));
  if (note === undefined) return false;
  const { version, at } = JSON.parse(note);
  return version === electronPackage(root).version && Date.now() - Date.parse(at) < retryAfterMs;
}

/**
 * @param {string} root
 * @param {string} reason
 */
async function rememberFailure(root, reason) {
  const note = { version: electronPackage(root).version, at: new Date().toISOString(), reason };
  await mkdir(join(root, '.runtime'), { recursive: true });
  await writeFile(failureNote(root), JSON.stringify(note));
}

/** @param {string} root */
function failureNote(root) {
  return join(root, '.runtime/electron-download-failed.json');
}

/** @param {string} root */
function checkoutRuntime(root) {
  return join(root, '.runtime/electron');
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
