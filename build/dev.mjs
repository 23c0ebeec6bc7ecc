// `npm run dev`: Vite's development server behind the app's own origin (electron/protocol.ts), so a change shows at once
// and the stored data is the real one; the app starts anew when the main process or the preload changed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { openDisplay } from './display.mjs';
import { electronCommand } from './electron-runtime.mjs';
import { projectRoot } from './setup.mjs';

const root = projectRoot;
const host = '127.0.0.1';
const configFile = join(root, 'vite.config.ts');
const say = (/** @type {string} */ message) => process.stderr.write(`dev: ${message}\n`);
const command = electronCommand({ root });
const display = await openDisplay(command.env);
if (display.virtual) say(`no display here: the app runs on a virtual one (${display.env.DISPLAY})`);

const port = await freePort();
const server = await createServer({
  configFile,
  // The page's own address is app://ward, so its client has to be told where the server is.
  server: { host, port, strictPort: true, hmr: { protocol: 'ws', host, clientPort: port } },
});
await server.listen();
const env = { ...display.env, DOWNTIME_BOX_DEV_URL: `http://${host}:${port}/` };

/** @type {import('node:child_process').ChildProcess | undefined} */
let app;
/** @type {Promise<void>} */
let queue = Promise.resolve();

async function freePort() {
  const probe = createTcpServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** One after the other: main and preload are often rebuilt together. */
function restart() {
  queue = queue.then(async () => {
    await stop();
    const started = spawn(command.file, command.args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    app = started;
    // Ended by the person, not by us: done.
    started.once('exit', () => started === app && void end());
    say('app started');
  });
}

async function stop() {
  const old = app;
  app = undefined;
  if (old === undefined || old.exitCode !== null) return;
  old.kill();
  await once(old, 'exit');
}

async function end() {
  await stop();
  await server.close();
  await display.close();
  process.exit(0);
}

/**
 * Builds once, then again at every change.
 * @param {string} mode
 * @returns {Promise<void>} when the first build is done
 */
async function watch(mode) {
  const watcher = await build({ configFile, mode, logLevel: 'warn', build: { watch: {} } });
  if (!('on' in watcher)) throw new Error('vite did not start watching');
  return new Promise((resolve) => {
    let first = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(event.error.message);
      if (event.code !== 'END') return;
      if (!first) restart();
      first = false;
      resolve();
    });
  });
}

process.once('SIGTERM', () => void end());
// Ctrl+C reaches the app as well; when it has ended, so do we. A second signal in its shutdown would crash it.
process.on('SIGINT', () => {});
await Promise.all([watch('electron-main'), watch('electron-preload')]);
restart();
say('running; close the window or press Ctrl+C to end');
