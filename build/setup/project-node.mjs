import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** The oldest Node that Electron's installer, its fuses and Vite run on. */
const oldestMajor = 22;

/**
 * The Node that runs everything after set-up: the pinned one in node_modules, so that the machine's own Node only has to
 * start npm.
 * @param {string} root
 * @returns {string}
 */
export function projectNode(root) {
  const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= oldestMajor) return process.execPath;
  throw new SetupError(
    `This Node is ${process.version} and the project's own (npm package "node") is not installed. ` +
      'npm was probably told to skip install scripts: run "npm ci --ignore-scripts=false".',
  );
}
