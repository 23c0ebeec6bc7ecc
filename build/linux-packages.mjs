import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from './build-app.mjs';

// electron-builder downloads its deb and rpm tools at run time; these two use the system's own dpkg and rpmbuild
// (Debian packages fakeroot and rpm).

/**
 * @typedef {object} LinuxPackageOptions
 * @property {string} root
 * @property {string} folder the unpacked app
 * @property {boolean} small spend minutes on compression, for what is handed out
 * @property {(message: string) => void} log
 */

/** @param {LinuxPackageOptions} options */
export async function debPackage({ root, folder, small, log }) {
  const installer = await optionalTool('electron-installer-debian');
  const dest = destination(folder);
  await installer({
    ...shared(root, folder, dest),
    arch: process.arch === 'arm64' ? 'arm64' : 'amd64',
    section: 'misc',
    compression: small ? 'xz' : 'gzip',
  });
  log(`Debian package in ${dest}`);
}

/** @param {LinuxPackageOptions} options */
export async function rpmPackage({ root, folder, small, log }) {
  const installer = await optionalTool('electron-installer-redhat');
  const dest = destination(folder);
  await installer({
    ...shared(root, folder, dest),
    arch: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    license: 'Apache-2.0',
    compressionLevel: small ? 9 : 1,
  });
  log(`RPM package in ${dest}`);
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} dest
 */
function shared(root, folder, dest) {
  return {
    src: folder,
    dest,
    bin: 'downtime-box',
    categories: ['Office', 'MedicalSoftware'],
    icon: Object.fromEntries(
      [64, 128, 256, 512].map((px) => [`${px}x${px}`, join(root, `build/icons/${px}x${px}.png`)]),
    ),
  };
}

/** @param {string} folder */
function destination(folder) {
  const dest = join(dirname(folder), 'installers');
  mkdirSync(dest, { recursive: true });
  return dest;
}

/**
 * @param {string} name
 * @returns {Promise<(options: object) => Promise<unknown>>}
 */
async function optionalTool(name) {
  try {
    const make = (await import(name)).default;
    return (options) => make(options).catch((/** @type {unknown} */ error) => refuse(`${name} failed`, error));
  } catch (error) {
    return refuse(`${name} is not installed (it exists for Linux and macOS only)`, error);
  }
}

/**
 * @param {string} what
 * @param {unknown} error
 * @returns {never}
 */
function refuse(what, error) {
  throw new BuildError(`${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
}
