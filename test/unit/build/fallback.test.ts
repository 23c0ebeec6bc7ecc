import { expect, test } from 'vitest';
import { runtimePath } from '../../../build/electron/fallback.mjs';

test('the other product, its update channel and its snapshot are left behind when the runtime is taken', () => {
  expect(runtimePath('Cypress/resources/app/package.json')).toBeUndefined();
  expect(runtimePath('Cypress/resources/app-update.yml')).toBeUndefined();
  expect(runtimePath('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
});

test('the executable and the licence get their own names when the runtime is taken', () => {
  expect(runtimePath('Cypress/Cypress')).toBe('electron');
  expect(runtimePath('Cypress/LICENSE.electron.txt')).toBe('LICENSE');
  expect(runtimePath('Cypress/locales/de.pak')).toBe('locales/de.pak');
});

test('nothing is written outside the folder when an entry points upwards or elsewhere', () => {
  expect(runtimePath('Cypress/../../etc/passwd')).toBeUndefined();
  expect(runtimePath('/etc/passwd')).toBeUndefined();
});
