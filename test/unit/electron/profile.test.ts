import { expect, test } from 'vitest';
import { liesOnShare, givenFolder, profileAt } from '../../../electron/profile';

test('a relative profile means the folder the person stands in', () => {
  expect(profileAt('p', '/home/it').root).toBe('/home/it/p');
  expect(profileAt('p', '/home/it').browser).toBe('/home/it/p/browser');
});

test('the default is local, never roaming', () => {
  expect(
    profileAt(undefined, '/', { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' } }).root,
  ).toContain('Local');
  expect(profileAt(undefined, '/', { platform: 'linux', env: { XDG_DATA_HOME: '/x' } }).root).toBe('/x/downtime-box');
});

test.each([
  ['\\\\server\\share', true],
  ['//server/share', true],
  ['C:\\data', false],
  ['\\\\?\\C:\\data', false],
  ['/data', false],
])('%s on a share: %s', (path, expected) => {
  expect(liesOnShare(path)).toBe(expected);
});

test("npm's record of the folder counts in a checkout and not in an installed app", () => {
  expect(givenFolder(false, { INIT_CWD: '/from' })).toBe('/from');
  expect(givenFolder(true, { INIT_CWD: '/from' })).toBe(process.cwd());
});
