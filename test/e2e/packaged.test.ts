import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../build/build-app.mjs';
import { packageApp, packagedAppCommand } from '../../build/package-app.mjs';
import { batchOn } from '../support/batch-runner';
import { packagedApp } from '../support/packaged-app';
import { killTree } from '../support/process-tree';

// What a ward gets: a package without test hooks, its fuses read back from the binary, attacked as security.md 1.2 did.

const root = join(import.meta.dirname, '..', '..');
const log = (): void => undefined;
const LONGEST_MS = 20_000;

let folder: string;
let command: ReturnType<typeof packagedAppCommand>;

beforeAll(async () => {
  await buildApp({ root, log });
  await packageApp({ root, flavour: 'preview', log });
  command = packagedAppCommand({ root, flavour: 'preview' });
  folder = mkdtempSync(join(tmpdir(), 'downtime-box-packaged-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the package with words of its own; batch ends by itself, so nothing is left running. */
function startWith(args: readonly string[], more: { readonly env?: NodeJS.ProcessEnv; readonly file?: string } = {}) {
  const profile = ['--profile', join(folder, 'profile')];
  return spawnSync(more.file ?? command.file, [...command.args, ...args, ...profile], {
    env: { ...command.env, ...more.env },
    encoding: 'utf8',
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
}

const archive = (app: string): string => join(app, '..', 'resources', 'app.asar');

/** Every file of a package's archive, as text. */
function packedFiles(app: string): ReadonlyMap<string, string> {
  const names = listPackage(archive(app), { isPack: false }).filter((name) => /\.[a-z0-9]+$/.test(name));
  return new Map(names.map((name) => [name, extractFile(archive(app), name.slice(1)).toString('latin1')]));
}

const filesWith = (app: string, word: string): readonly string[] =>
  [...packedFiles(app)].flatMap(([name, text]) => (text.includes(word) ? [name] : []));

describe('fuses', () => {
  test('are as the security study demands when read back from the binary', async () => {
    const wire = await getCurrentFuseWire(command.file);
    const state = (fuse: FuseV1Options): string => FuseState[wire[fuse] ?? FuseState.REMOVED];
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: 'DISABLE',
      cookieEncryption: 'ENABLE',
      nodeOptions: 'DISABLE',
      inspect: 'DISABLE',
      asarIntegrity: 'ENABLE',
      onlyAsar: 'ENABLE',
      fileProtocol: 'DISABLE',
    });
  });

  test('keep it from running as Node', () => {
    const script = join(folder, 'evil.cjs');
    writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(join(folder, 'ran-as-node'))}, '')`);
    startWith([script, '--batch', 'status'], { env: { ELECTRON_RUN_AS_NODE: '1' } });
    expect(existsSync(join(folder, 'ran-as-node'))).toBe(false);
  });

  test('keep NODE_OPTIONS from loading code', () => {
    const script = join(folder, 'required.cjs');
    writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(join(folder, 'was-required'))}, '')`);
    expect(startWith(['--batch', 'status'], { env: { NODE_OPTIONS: `--require ${script}` } }).status).toBe(4);
    expect(existsSync(join(folder, 'was-required'))).toBe(false);
  });

  test('keep code in resources/app from running when the archive is gone', async () => {
    const copy = join(folder, 'copy');
    cpSync(join(command.file, '..'), copy, { recursive: true });
    const file = join(copy, 'downtime-box');
    const planted = join(copy, 'resources', 'app');
    renameSync(archive(file), `${archive(file)}.gone`);
    mkdirSync(planted);
    writeFileSync(join(planted, 'package.json'), '{"main":"main.cjs"}');
    writeFileSync(
      join(planted, 'main.cjs'),
      `require('fs').writeFileSync(${JSON.stringify(join(folder, 'was-planted'))}, '')`,
    );
    const child = spawn(file, command.args, { env: command.env, stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, 5000));
    if (child.pid !== undefined) await killTree(child.pid);
    expect(existsSync(join(folder, 'was-planted'))).toBe(false);
  });
});

describe('the switch guard', () => {
  test.each([
    '--remote-debugging-port=9555',
    '--remote-debugging-pipe',
    '--inspect=9334',
    '--inspect-brk',
    '--js-flags=--expose-gc',
    '--disable-web-security',
    '--load-extension=/nowhere',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=http://127.0.0.1:1',
    '--ignore-certificate-errors',
    '--user-data-dir=/nowhere',
    '--renderer-cmd-prefix=strace',
  ])('refuses %s with exit code 78', (refused) => {
    const { status, stderr, stdout } = startWith([refused, '--batch', 'status']);
    expect([status, stdout]).toEqual([78, '']);
    expect(stderr).toContain(`Refused to start: ${refused.split('=')[0]}`);
  });
});

describe('a package without test hooks', () => {
  test('starts, and does its work by batch', async () => {
    const passphraseFile = join(folder, 'passphrase');
    writeFileSync(passphraseFile, 'correct horse battery staple');
    const ward = batchOn(command, { profile: join(folder, 'ward'), passphraseFile, release: true });
    const names = ['--site', 'St Elsewhere', '--ward', '7B', '--workstation', 'WS-01', '--manager', 'Mary'];
    expect((await ward.run('init', ...names)).exit).toBe(0);
    expect(await ward.run('verify')).toMatchObject({ exit: 0, json: { chain: 'whole', copies: 'equal' } });
  });

  test.each(['__downtimeBoxTest', '__testFiles'])('holds no %s, which the test package does', (hook) => {
    expect(filesWith(packagedApp().file, hook)).not.toEqual([]);
    expect(filesWith(command.file, hook)).toEqual([]);
  });

  test('holds no source maps, no path of the machine it was built on and no code that opens links outside', () => {
    expect([...packedFiles(command.file).keys()].filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(filesWith(command.file, 'sourceMappingURL=')).toEqual([]);
    expect(filesWith(command.file, root)).toEqual([]);
    expect(filesWith(command.file, 'openExternal')).toEqual([]);
  });

  test('brings the licences of what is in it', () => {
    for (const name of ['LICENSE', 'NOTICE', 'THIRD-PARTY-LICENCES.txt'])
      expect(readFileSync(join(command.file, '..', name), 'utf8').length).toBeGreaterThan(500);
  });

  test('is not made a release when it carries the development runtime', async () => {
    const refused = await packageApp({ root, flavour: 'release', log }).then(
      () => false,
      (error: Error) => error.message.startsWith('A release is not packed with Electron'),
    );
    expect(refused).toBe(command.fallback);
  });
});
