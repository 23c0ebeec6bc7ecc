import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { environment } from './setup/environment.mjs';

const startLimitMs = 10_000;
/** The screen the pictures are drawn for: what many wards have. */
const screen = '1366x768x24';

/**
 * @typedef {object} Display
 * @property {Record<string, string>} env what a program needs to find the display
 * @property {boolean} virtual nobody can see it
 * @property {() => Promise<void>} close
 */

/** Whether a person can see what is opened here. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The display that is there, or else a virtual one.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Display>}
 */
export async function openDisplay(env = process.env) {
  return hasDisplay(env)
    ? { env: environment({}, env), virtual: false, close: async () => {} }
    : openVirtualDisplay(env);
}

/**
 * A display of its own for tests and the demo: no windows over a developer's work, and always the same size. It ends
 * with `close` or with this process, however that ends. Xvfb is started directly: `xvfb-run` waits three seconds and
 * guesses the display's number. (Electron's own headless mode, `--ozone-platform=headless`, crashes in 33.2.1.)
 * Only Linux has it; elsewhere the real display is used.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Display>}
 */
export async function openVirtualDisplay(env = process.env) {
  if (process.platform !== 'linux') return { env: environment({}, env), virtual: false, close: async () => {} };
  const server = startXvfb();
  const closed = new Promise((resolve) => server.once('close', resolve));
  const end = () => server.kill('SIGTERM');
  process.once('exit', end);
  try {
    const number = await displayNumber(server);
    return {
      // Chromium and GTK would prefer Wayland, where it is there, to the display we made.
      env: environment({ DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' }, env),
      virtual: true,
      close: async () => {
        process.off('exit', end);
        end();
        await closed;
      },
    };
  } catch (error) {
    process.off('exit', end);
    end();
    throw error;
  }
}

function startXvfb() {
  // Xvfb itself picks a free display and writes its number to descriptor 3.
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  // A killed parent cannot end it, so the kernel is asked to; util-linux has the tool for it on every Debian.
  const [file = '', ...args] = existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', ...xvfb]
    : xvfb;
  // In a group of its own: Ctrl+C must not take the display away from under an app that is still closing.
  return spawn(file, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let errors = '';
    const fail = (/** @type {string} */ reason) => {
      reject(new Error(`No virtual display: ${reason}${errors && `\n${errors}`}. Is the package xvfb installed?`));
    };
    const timer = setTimeout(() => fail(`Xvfb did not answer within ${startLimitMs / 1000} s`), startLimitMs);
    server.stderr?.on('data', (chunk) => (errors += chunk));
    server.once('error', (error) => fail(error.message));
    server.once('close', (code) => fail(`Xvfb ended with code ${code}`));
    let answer = '';
    server.stdio[3]?.on('data', (chunk) => {
      answer += chunk;
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number.parseInt(answer, 10));
    });
    server.once('close', () => clearTimeout(timer));
    server.once('error', () => clearTimeout(timer));
  });
}
