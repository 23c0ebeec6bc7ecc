import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 1 when it was killed or could not be started
 * @property {string} output what it printed, only when `capture` was asked for
 */

/**
 * Runs a command to its end. Whatever it prints goes to standard error: standard output belongs to the command that the
 * person asked for (a batch command prints one JSON object there and nothing else).
 * @param {string} file
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, capture?: boolean}} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(file, args, options = {}) {
  const { cwd, env, timeoutMs, capture = false } = options;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env,
      timeout: timeoutMs,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', process.stderr, process.stderr],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
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
