import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../build/build-app.mjs';
import { packageApp, packagedAppCommand } from '../../build/package-app.mjs';
import type { AppCommand } from '../support/app-driver';
import { killTree } from '../support/process-tree';
import { triedTimes } from './tries';

// Ways into a release from the command line and the environment, beyond those of test/e2e/packaged.test.ts.

const root = join(import.meta.dirname, '..', '..');
const log = (): void => undefined;
const PORT = 9557;

let folder: string;
let command: AppCommand;

beforeAll(async () => {
  await buildApp({ root, log });
  await packageApp({ root, flavour: 'preview', log });
  command = packagedAppCommand({ root, flavour: 'preview' });
  folder = mkdtempSync(join(tmpdir(), 'downtime-box-switches-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const profile = (): readonly string[] => ['--profile', join(folder, 'profile')];

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = {
    env: { ...command.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  } as const;
  return spawnSync(command.file, [...command.args, ...args], options);
}

const REFUSED = [
  '--allow-file-access-from-files',
  '--auth-server-whitelist=*',
  '--browser-subprocess-path=/bin/true',
  '--crash-dumps-dir=.',
  '--disable-site-isolation-trials',
  '--enable-blink-features=X',
  '--enable-features=IdbSqliteBackingStore',
  '--enable-logging=file',
  '--gpu-launcher=x',
  '--host-rules=MAP * 127.0.0.1',
  '--log-net-log=x',
  '--password-store=basic',
  '--remote-allow-origins=*',
  '--single-process',
  '--ssl-key-log-file=x',
  '--trace-startup',
  '--unsafely-treat-insecure-origin-as-secure=http://x',
  '-remote-debugging-port=9556',
  '--Remote-Debugging-Port=9556',
];

test('each dangerous switch ends the start with code 78 and one line', (context) => {
  for (const one of REFUSED) {
    const { status, stdout, stderr } = start([one, '--batch', 'status', ...profile()]);
    expect([one, status, stdout]).toEqual([one, 78, '']);
    expect(stderr).toMatch(/^Refused to start: --[a-z-]+$/m);
  }
  triedTimes(context, REFUSED.length);
});

test('no variable runs foreign code, opens a debugger or writes a log of its own', (context) => {
  const mark = join(folder, 'ran');
  const script = join(folder, 'evil.cjs');
  writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`);
  const variables: readonly NodeJS.ProcessEnv[] = [
    { ELECTRON_RUN_AS_NODE: '1' },
    { NODE_OPTIONS: `--require=${script}` },
    { NODE_OPTIONS: `--inspect-brk=${PORT}` },
    { NODE_PATH: folder },
    { NODE_REPL_EXTERNAL_MODULE: script },
    { ELECTRON_NO_ASAR: '1' },
    { DOWNTIME_BOX_DEV_URL: `http://127.0.0.1:${PORT}/` },
  ];
  for (const variable of variables) {
    const { status } = start(['--batch', 'status', ...profile()], variable);
    // 4: there is no vault in this profile, so the product's own code ran; 9: Node itself refused to begin.
    expect([variable, status]).toEqual([variable, status === 9 ? 9 : 4]);
  }
  expect(existsSync(mark)).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(['evil.cjs', 'profile']);
  triedTimes(context, variables.length);
});

test('nothing listens for a debugger while the window is open, also after the signal that opens one in Node', async () => {
  const child = spawn(command.file, [...command.args, ...profile()], { env: command.env, stdio: 'ignore' });
  try {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    child.kill('SIGUSR1');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await reaches(9229)).toBe(false);
    expect(existsSync(join(folder, 'profile', 'browser', 'DevToolsActivePort'))).toBe(false);
  } finally {
    if (child.pid !== undefined) await killTree(child.pid);
  }
});

function reaches(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
