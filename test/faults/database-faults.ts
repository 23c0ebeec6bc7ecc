import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { databaseFolder } from '../support/profile-files';
import type { Fault } from './stage';

// The kinds of damage of security.md 3.4, each of which Chromium answers by deleting, forgetting or refusing.

const newest = (profile: string, kind: RegExp): string => {
  const folder = databaseFolder(profile);
  const name = readdirSync(folder)
    .filter((each) => kind.test(each))
    .toSorted()
    .at(-1);
  if (name === undefined) throw new Error(`no file ${kind} in the database's folder`);
  return join(folder, name);
};
const log = (profile: string): string => newest(profile, /^\d+\.log$/);
const manifest = (profile: string): string => newest(profile, /^MANIFEST-/);
const current = (profile: string): string => join(databaseFolder(profile), 'CURRENT');

const tables = (profile: string): readonly string[] =>
  readdirSync(databaseFolder(profile))
    .filter((name) => name.endsWith('.ldb'))
    .map((name) => join(databaseFolder(profile), name));

/** In how many places a table is damaged, one try each. */
const PLACES = 3;

function flip(path: string, bytes: number, part = 0.5): void {
  const at = Math.floor(statSync(path).size * part);
  const changed = readFileSync(path)
    .subarray(at, at + bytes)
    .map((byte) => byte ^ 0xff);
  const file = openSync(path, 'r+');
  writeSync(file, changed, 0, changed.length, at);
  closeSync(file);
}

function zeroSecondHalf(path: string): void {
  const { size } = statSync(path);
  const half = Math.floor(size / 2);
  truncateSync(path, half);
  truncateSync(path, size);
}

const cut = (path: string, bytes: number): void =>
  truncateSync(path, Math.max(0, Math.floor(statSync(path).size - bytes)));

/** All of them. */
export const databaseFaults: readonly Fault[] = [
  // The delayed bomb: the first start looks well, the second finds everything gone (security.md 0.3).
  {
    name: 'torn database log, 500 bytes cut',
    tries: 3,
    damage: (profile) => cut(log(profile), 500),
    mustBeNoticed: true,
  },
  {
    name: 'database folder deleted',
    damage: (profile) => rmSync(databaseFolder(profile), { recursive: true }),
    mustBeNoticed: true,
  },
  { name: 'database log, 1 byte flipped', damage: (profile) => flip(log(profile), 1), mustBeNoticed: true },
  { name: 'database log, 64 bytes flipped', damage: (profile) => flip(log(profile), 64), mustBeNoticed: true },
  {
    name: 'database log cut in half',
    damage: (profile) => cut(log(profile), statSync(log(profile)).size / 2),
    mustBeNoticed: true,
  },
  { name: 'database log, second half zeros', damage: (profile) => zeroSecondHalf(log(profile)), mustBeNoticed: true },
  { name: 'database log deleted', damage: (profile) => rmSync(log(profile)), mustBeNoticed: true },
  // A broken block is found when it is read, and every table is read at start.
  {
    name: 'database tables, 64 bytes flipped',
    tries: PLACES,
    damage: (profile, round) => {
      for (const table of tables(profile)) flip(table, 64, (round + 0.5) / PLACES);
    },
    mustBeNoticed: true,
  },
  {
    name: 'database tables deleted',
    damage: (profile) => {
      for (const table of tables(profile)) rmSync(table);
    },
    mustBeNoticed: true,
  },
  {
    name: 'database tables emptied',
    damage: (profile) => {
      for (const table of tables(profile)) truncateSync(table, 0);
    },
    mustBeNoticed: true,
  },
  { name: 'MANIFEST flipped', damage: (profile) => flip(manifest(profile), 8), mustBeNoticed: true },
  { name: 'MANIFEST tail cut', damage: (profile) => cut(manifest(profile), 20), mustBeNoticed: false },
  { name: 'MANIFEST deleted', damage: (profile) => rmSync(manifest(profile)), mustBeNoticed: true },
  { name: 'CURRENT deleted', damage: (profile) => rmSync(current(profile)), mustBeNoticed: false },
  { name: 'CURRENT emptied', damage: (profile) => truncateSync(current(profile), 0), mustBeNoticed: true },
  {
    name: 'CURRENT garbage',
    damage: (profile) => writeFileSync(current(profile), 'not a manifest\n'),
    mustBeNoticed: true,
  },
];
