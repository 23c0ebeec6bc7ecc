// Brings a checkout to the point where the app starts and the tests run. Only Node's built-ins: this runs before
// node_modules exists, on whatever Node 20 or newer the machine has.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronInPlace, ensureElectron } from './electron-runtime.mjs';
import { withLock } from './setup/lock.mjs';
import { installNpmDependencies, npmDependenciesInPlace } from './setup/npm-dependencies.mjs';
import { installProjectNode, projectNodeInPlace } from './setup/project-node.mjs';
import { SetupError } from './setup/setup-error.mjs';
import {
  appRequirements,
  installSystemPackages,
  isDebianLike,
  missingSystemPackages,
  testRequirements,
} from './setup/system-packages.mjs';

const requirements = { app: appRequirements, tests: [...appRequirements, ...testRequirements] };

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** `tools` need only npm packages; `app` also Electron and what it is linked against; `tests` a browser and more. */
/** @typedef {'tools' | 'app' | 'tests'} SetupPurpose */

/**
 * @typedef {object} SetupOptions
 * @property {string} [root]
 * @property {SetupPurpose} [purpose] how much is needed; everything when not given
 * @property {boolean} [retryElectron] try Electron's own download again although it failed lately
 * @property {(message: string) => void} [log]
 */

/**
 * Idempotent; quick when all is in place; two at once take turns.
 * @param {SetupOptions} [options]
 */
export async function setUp(options = {}) {
  const { root = projectRoot, purpose = 'tests', retryElectron = false, log = logToStderr } = options;
  const started = performance.now();
  const needsElectron = purpose !== 'tools';
  const debian = isDebianLike();
  const missingPackages = async () => (debian && needsElectron ? missingSystemPackages(requirements[purpose]) : []);
  const [npmReady, missing] = await Promise.all([npmDependenciesInPlace(root), missingPackages()]);
  const runtimesReady = npmReady && projectNodeInPlace(root) && (!needsElectron || electronInPlace(root));
  if (runtimesReady && missing.length === 0 && !retryElectron) {
    log(`everything is in place (${Math.round(performance.now() - started)} ms)`);
    return;
  }
  await withLock(
    join(root, '.runtime/setup.lock'),
    async () => {
      const stillMissing = await missingPackages();
      if (stillMissing.length > 0) await installSystemPackages(stillMissing, log);
      if (!debian && needsElectron) log('system packages: not a Debian-like system, nothing checked');
      if (!(await npmDependenciesInPlace(root))) {
        log('npm packages: npm install (a minute or two)');
        await installNpmDependencies(root);
      }
      if (!projectNodeInPlace(root)) {
        log("npm packages: the project's own Node");
        await installProjectNode(root, log);
      }
      if (needsElectron) await ensureElectron({ root, log, retry: retryElectron });
    },
    log,
  );
  log(`done (${seconds(started)})`);
}

/** @param {string} message */
function logToStderr(message) {
  process.stderr.write(`set-up: ${message}\n`);
}

/** @param {number} started */
function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await setUp({
      retryElectron: process.argv.includes('--retry-electron'),
    });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    logToStderr(error.message);
    process.exitCode = 1;
  }
}
