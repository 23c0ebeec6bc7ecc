// `npm run dev`: builds on every change, reloads the window when the renderer changed and restarts the app when the main
// process or the preload did. It builds into dist and starts the app as it is, not from a development server: the
// app:// origin, its content security policy and its stored data are then the real ones.
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { build } from 'vite';
import { openDisplay } from './display.mjs';
import { electronCommand } from './electron-runtime.mjs';
import { projectRoot } from './setup.mjs';

const root = projectRoot;
const say = (/** @type {string} */ message) => process.stderr.write(`dev: ${message}\n`);
const command = electronCommand({ root });
const display = await openDisplay(command.env);
if (display.virtual) say(`no display here: the app runs on a virtual one (${display.env.DISPLAY})`);

/** @type {import('playwright-core').ElectronApplication | undefined} */
let app;
/** @type {Promise<void>} */
let queue = Promise.resolve();
let restarting = false;

/**
 * One at a time and in order; a failed reload must not end the watching.
 * @param {() => Promise<void>} work
 */
function enqueue(work) {
  queue = queue.then(work).catch((error) => void say(String(error)));
}

async function restart() {
  restarting = true;
  await app?.close();
  restarting = false;
  app = await _electron.launch({ executablePath: command.file, args: command.args, env: display.env });
  app.process().stderr?.pipe(process.stderr);
  say('started');
  app.on('close', () => {
    // The person closed the window: done.
    if (!restarting) void display.close().then(() => process.exit(0));
  });
}

async function reload() {
  for (const window of app?.windows() ?? []) await window.reload();
  say('reloaded');
}

/**
 * Builds once, then again at every change.
 * @param {string} mode
 * @param {() => Promise<void>} onRebuilt
 * @returns {Promise<void>} when the first build is done
 */
async function watch(mode, onRebuilt) {
  const watcher = await build({
    configFile: join(root, 'vite.config.ts'),
    mode,
    logLevel: 'warn',
    build: { watch: {}, emptyOutDir: false, sourcemap: true },
  });
  if (!('on' in watcher)) throw new Error('vite did not start watching');
  return new Promise((resolve) => {
    let first = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(event.error.message);
      if (event.code !== 'END') return;
      if (!first) enqueue(onRebuilt);
      first = false;
      resolve();
    });
  });
}

await Promise.all([watch('production', reload), watch('electron-main', restart), watch('electron-preload', restart)]);
await restart();
say('running; close the window or press Ctrl+C to end');
