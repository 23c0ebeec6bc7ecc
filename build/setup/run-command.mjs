import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; as shells do, 128 and the signal's number when it was killed; 1 when it did not start
 * @property {string} output what it printed, only when captured
 */

/**
 * Runs a command to its end. What it prints goes to standard error unless told otherwise: standard output belongs to the
 * command that the person asked for (a batch command prints one JSON object there and nothing else).
 * @param {string} file
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, stdio?: 'to-stderr' | 'capture' | 'inherit'}} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(file, args, { cwd, env, timeoutMs, stdio = 'to-stderr' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...(cwd !== undefined && { cwd }),
      ...(env !== undefined && { env }),
      ...(timeoutMs !== undefined && { timeout: timeoutMs }),
      stdio: stdio === 'inherit' ? 'inherit' : ['ignore', ...outputs[stdio]],
    });
    const stopForwarding = forwardSignals(child);
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      stopForwarding();
      resolve({ code: 1, output: error.message });
    });
    child.on('close', (code, signal) => {
      stopForwarding();
      const killed = signal === null ? 1 : 128 + constants.signals[signal];
      resolve({ code: code ?? killed, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

const outputs = {
  'to-stderr': /** @type {const} */ ([process.stderr, process.stderr]),
  capture: /** @type {const} */ (['pipe', 'pipe']),
};

/**
 * We outlive what we started: it ends in its own way, and its exit code becomes ours. Ctrl+C and a closed terminal reach
 * the whole group by themselves; passing them on as well would make two, and Electron crashes on the second.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const terminate = () => child.kill('SIGTERM');
  const wait = () => {};
  process.on('SIGTERM', terminate).on('SIGINT', wait).on('SIGHUP', wait);
  return () => process.off('SIGTERM', terminate).off('SIGINT', wait).off('SIGHUP', wait);
}

/**
 * How to start npm without a shell: the npm that started us, or the one beside this Node, or the one on the path.
 * @returns {{file: string, args: string[]}}
 */
export function npmCommand() {
  const besideNode = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return script === undefined ? { file: 'npm', args: [] } : { file: process.execPath, args: [script] };
}
