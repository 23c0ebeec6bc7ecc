import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../build/build-app.mjs';
import { packageApp, packagedAppCommand } from '../../build/package-app.mjs';
import type { AppCommand } from '../support/app-driver';
import { batchOn } from '../support/batch-runner';
import { PASSPHRASE, SET_UP } from '../support/batch-ward';
import { notPossibleHere, triedTimes } from './tries';

// Both branches of safeStorage in the package without test hooks: a keyring that protects, and none.

const root = join(import.meta.dirname, '..', '..');
const log = (): void => undefined;

let folder: string;
let plain: AppCommand;

beforeAll(async () => {
  await buildApp({ root, log });
  await packageApp({ root, flavour: 'preview', log });
  plain = packagedAppCommand({ root, flavour: 'preview' });
  folder = mkdtempSync(join(tmpdir(), 'downtime-box-keyring-'));
  writeFileSync(join(folder, 'passphrase'), PASSPHRASE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const homeOf = (who: string): string => join(folder, `home-${who}`);

/** The app in a session of its own with GNOME's keyring, which lies in that person's home folder and is open. */
function underKeyring(who: string): AppCommand {
  mkdirSync(homeOf(who), { recursive: true });
  const unlock = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
  return {
    file: 'dbus-run-session',
    args: ['--', 'sh', '-c', unlock, 'sh', plain.file, ...plain.args],
    env: {
      ...plain.env,
      HOME: homeOf(who),
      XDG_DATA_HOME: join(homeOf(who), 'data'),
      XDG_RUNTIME_DIR: homeOf(who),
      XDG_CURRENT_DESKTOP: 'GNOME',
    },
  };
}

const wardOn = (command: AppCommand, profile: string) =>
  batchOn(command, { profile: join(folder, profile), passphraseFile: join(folder, 'passphrase'), release: true });

const secretOf = (profile: string): string => join(folder, profile, 'keys', 'device-secret.json');

const logOf = (profile: string): string => readFileSync(join(folder, profile, 'logs', 'downtime-box.log'), 'utf8');

function isThere(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

describe('without a keyring', () => {
  test('no device secret is kept, so there are no PINs; passphrases work', async (context) => {
    const command = { ...plain, env: { ...plain.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } };
    const ward = wardOn(command, 'none');
    expect((await ward.run(...SET_UP)).exit).toBe(0);
    const { exit, json } = await ward.run('status');
    expect([exit, json.locked, json.keyringSafe]).toEqual([0, false, false]);
    expect(['basic_text', 'unknown']).toContain(json.keyring);
    expect(existsSync(secretOf('none'))).toBe(false);
    triedTimes(context, 2);
  });

  test('a policy named by a variable loosens nothing in a release', async () => {
    const policy = join(folder, 'policy.json');
    writeFileSync(policy, JSON.stringify({ allowUnsafeKeyring: true }));
    const ward = wardOn({ ...plain, env: { ...plain.env, DOWNTIME_BOX_POLICY: policy } }, 'named');
    expect((await ward.run(...SET_UP)).exit).toBe(0);
    expect(existsSync(secretOf('named'))).toBe(false);
  });
});

describe("with GNOME's keyring", () => {
  test('the device secret is wrapped by it, and opens again in the next session', async (context) => {
    if (!isThere('dbus-run-session') || !isThere('gnome-keyring-daemon'))
      notPossibleHere(context, 'dbus-run-session and gnome-keyring are not installed');
    const ward = wardOn(underKeyring('ward'), 'keyring');
    expect((await ward.run(...SET_UP)).exit).toBe(0);
    const { json } = await ward.run('status');
    expect([json.keyring, json.keyringSafe]).toEqual(['gnome_libsecret', true]);
    const kept = readFileSync(secretOf('keyring'), 'utf8');
    const { backend, wrapped } = JSON.parse(kept) as { backend: string; wrapped: string };
    expect(backend).toBe('gnome_libsecret');
    // v10 is the prefix of Chromium's key that everybody knows.
    expect(Buffer.from(wrapped, 'base64').subarray(0, 3).toString('latin1')).toBe('v11');
    expect((await ward.run('verify')).exit).toBe(0);
    expect(logOf('keyring')).not.toContain('keyring.secret-unreadable');
    expect(readFileSync(secretOf('keyring'), 'utf8')).toBe(kept);
    triedTimes(context, 3);
  });

  test('a profile carried to another account opens by passphrase only', async (context) => {
    if (!existsSync(secretOf('keyring')))
      notPossibleHere(context, 'dbus-run-session and gnome-keyring are not installed');
    const thief = wardOn(underKeyring('thief'), 'keyring');
    expect((await thief.run('verify')).exit).toBe(0);
    expect(logOf('keyring')).toContain('keyring.secret-unreadable');
    triedTimes(context, 2);
  });
});
