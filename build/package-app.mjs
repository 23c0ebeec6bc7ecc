import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { listPackage } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { BuildError, buildFolder, fingerprint } from './build-app.mjs';
import { builderConfig } from './electron-builder.config.mjs';
import { fallbackVersion } from './electron/fallback.mjs';
import { packagingRuntime } from './electron-runtime.mjs';
import { environment } from './setup/environment.mjs';
import { thirdPartyLicences } from './third-party-licences.mjs';

/** `release` is for wards; `preview` is the same on whatever runtime is here; `test` lets Playwright in. */
/** @typedef {'release' | 'preview' | 'test'} PackageFlavour */

/**
 * @typedef {object} PackageOptions
 * @property {string} root
 * @property {PackageFlavour} flavour
 * @property {string[]} [targets] electron-builder's target names; only the unpacked folder when not given
 * @property {(message: string) => void} log
 */

/**
 * Packs what `buildApp` built.
 * @param {PackageOptions} options
 * @returns {Promise<{folder: string, fallback: boolean}>}
 */
export async function packageApp({ root, flavour, targets = ['dir'], log }) {
  const runtime = await packagingRuntime({ root, log });
  if (flavour === 'release' && runtime.fallback) {
    throw new BuildError(
      `A release is not packed with Electron ${runtime.version}: it is an old runtime for development and tests only. ` +
        "Let this machine reach Electron's download host (or name a mirror in ELECTRON_MIRROR), run " +
        '"node build/setup.mjs --retry-electron", and pack again.',
    );
  }
  const output = join(root, 'out', flavour);
  const folder = join(output, unpackedFolder);
  const stamp = join(output, '.packed-from');
  const recipe = ['package-app.mjs', 'electron-builder.config.mjs'].map((file) => readText(join(root, 'build', file)));
  const identity = createHash('sha256')
    .update(JSON.stringify([fingerprint(root), runtime, targets, recipe]))
    .digest('hex');
  if (existsSync(folder) && readText(stamp) === identity) return { folder, fallback: runtime.fallback };
  const started = performance.now();
  rmSync(output, { recursive: true, force: true });
  const app = stage(root, flavour, output);
  writeFileSync(join(output, licencesFile), thirdPartyLicences(root));
  preferSystemSevenZip();
  await build({
    projectDir: root,
    targets: Platform.current().createTarget(targets),
    publish: 'never',
    config: builderConfig({
      root,
      app: relative(root, app),
      output: relative(root, output),
      runtime: runtime.folder,
      electronVersion: runtime.version,
      licences: join(output, licencesFile),
      allowInspector: flavour === 'test',
    }),
  });
  refuseStrangers(folder);
  writeFileSync(stamp, identity);
  log(`packed ${relative(root, folder)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return { folder, fallback: runtime.fallback };
}

const licencesFile = 'THIRD-PARTY-LICENCES.txt';
const unpackedFolder = { linux: 'linux-unpacked', win32: 'win-unpacked' }[String(process.platform)] ?? 'mac';

/**
 * How to start the packed app, for tests and bench.
 * @param {{root: string, flavour?: PackageFlavour}} options
 * @returns {import('./electron-runtime.mjs').ElectronCommand}
 */
export function packagedAppCommand({ root, flavour = 'test' }) {
  const folder = join(root, 'out', flavour, unpackedFolder);
  const executable = { linux: 'downtime-box', win32: 'Downtime Box.exe' }[String(process.platform)];
  const file = join(folder, executable ?? 'Downtime Box.app/Contents/MacOS/Downtime Box');
  const version = readText(join(folder, 'version')) ?? '';
  if (!existsSync(file)) throw new BuildError(`There is no packed app in ${folder}. Run: npm run package -- --test`);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = environment({ ELECTRON_RUN_AS_NODE: undefined });
  return { file, args, env, version, fallback: version === fallbackVersion };
}

/**
 * A folder with exactly what ships: the built files and a package.json without tools, so that electron-builder has no
 * dependencies to look for.
 * @param {string} root
 * @param {PackageFlavour} flavour
 * @param {string} output
 */
function stage(root, flavour, output) {
  const app = join(output, 'app');
  mkdirSync(app, { recursive: true });
  cpSync(join(root, buildFolder(flavour === 'test' ? 'e2e' : 'app')), join(app, 'dist'), { recursive: true });
  const { name, productName, version, description, license, author, type, main } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const shipped = { name, productName, version, description, license, author, type, main };
  writeFileSync(join(app, 'package.json'), JSON.stringify(shipped, null, 2));
  return app;
}

/** electron-builder would download its own 7-Zip; Debian's package p7zip-full (or 7zip) has the same program. */
function preferSystemSevenZip() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, '7za')).find((file) => existsSync(file));
  if (found !== undefined) process.env.ELECTRON_BUILDER_7ZIP_PATH ??= found;
}

/**
 * A tool or a test that slipped into the archive would be code nobody reviewed for the ward.
 * @param {string} folder
 */
function refuseStrangers(folder) {
  const archive = join(folder, process.platform === 'darwin' ? macArchive : 'resources/app.asar');
  const strangers = listPackage(archive, { isPack: false }).filter(
    (path) => !/^[\\/](dist|package\.json)\b/.test(path),
  );
  if (strangers.length > 0)
    throw new BuildError(`The archive holds more than the app: ${strangers.slice(0, 5).join(', ')}`);
}

const macArchive = 'Downtime Box.app/Contents/Resources/app.asar';

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
