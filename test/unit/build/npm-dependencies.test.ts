import { describe, expect, test } from 'vitest';
import { coversLock } from '../../../build/setup/npm-dependencies.mjs';

const react = { version: '19.3.1', integrity: 'sha512-a' };

describe('covers lock', () => {
  test('all is in place when the same versions are installed', () => {
    expect(coversLock({ '': {}, 'node_modules/react': react }, { 'node_modules/react': react })).toBe(true);
  });

  test('an optional package may be missing when it is for another system', () => {
    const wanted = { 'node_modules/react': react, 'node_modules/fsevents': { version: '2.3.3', optional: true } };
    expect(coversLock(wanted, { 'node_modules/react': react })).toBe(true);
  });

  test('an installation is due when a package is missing', () => {
    expect(coversLock({ 'node_modules/react': react }, {})).toBe(false);
  });

  test('an installation is due when a version differs', () => {
    expect(coversLock({ 'node_modules/react': react }, { 'node_modules/react': { ...react, version: '19.3.0' } })).toBe(
      false,
    );
  });

  test('an installation is due when the content differs under the same version', () => {
    const other = { ...react, integrity: 'sha512-b' };
    expect(coversLock({ 'node_modules/react': react }, { 'node_modules/react': other })).toBe(false);
  });
});
