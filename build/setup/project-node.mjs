import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** The oldest Node that Electron's installer, its fuses and Vite run on. */
const oldestMajor = 22;

/** @param {string} root */
function pinnedNode(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** @param {string} root */
export function projectNodeInPlace(root) {
  return existsSync(pinnedNode(root));
}

/**
 * The Node that runs everything after set-up: the pinned one in node_modules, so that the machine's own Node only has to
 * start npm.
 * @param {string} root
 * @returns {string}
 */
export function projectNode(root) {
  if (projectNodeInPlace(root)) return pinnedNode(root);
  if (Number.parseInt(process.versions.node, 10) >= oldestMajor) return process.execPath;
  throw new SetupError(
    `This Node is ${process.version}, too old for the tools, and the project's own (npm package "node") is not installed. ` +
      'Run: node build/setup.mjs',
  );
}

/**
 * The npm package `node` fetches the binary in an install script. npm 11.19 and later block such scripts, and we skip
 * all others on purpose, so it is run here; `npm rebuild` then links it into node_modules/.bin.
 * @param {string} root
 * @param {(message: string) => void} log
 */
export async function installProjectNode(root, log) {
  const npm = npmCommand();
  const folder = join(root, 'node_modules/node');
  const fetched = await runCommand(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    stdio: 'capture',
  });
  const rebuild = [...npm.args, 'rebuild', 'node', '--ignore-scripts'];
  const linked = await runCommand(npm.file, rebuild, { cwd: root, stdio: 'capture' });
  if (fetched.code === 0 && linked.code === 0) return;
  log(`the project's own Node could not be installed: ${(fetched.output + linked.output).trim()}`);
  log(`going on with ${projectNode(root)} (${process.version})`);
}
