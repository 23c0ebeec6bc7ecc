import { describe, expect, test } from 'vitest';
import { missingRequirements, nameToInstall, offeredPackages } from '../../../build/setup/system-packages.mjs';

const gtk = ['libgtk-3-0t64', 'libgtk-3-0'];
const nss = ['libnss3'];

describe('missing requirements', () => {
  test('nothing is missing when either name of a renamed library is installed', () => {
    expect(missingRequirements([gtk, nss], new Set(['libgtk-3-0', 'libnss3']))).toEqual([]);
    expect(missingRequirements([gtk, nss], new Set(['libgtk-3-0t64', 'libnss3']))).toEqual([]);
  });

  test('a requirement is missing when none of its names is installed', () => {
    expect(missingRequirements([gtk, nss], new Set(['libgtk-4-1', 'libnss3']))).toEqual([gtk]);
  });
});

describe('name to install', () => {
  test('the new name is asked for when this system offers it', () => {
    expect(nameToInstall(gtk, new Set(['libgtk-3-0t64']))).toBe('libgtk-3-0t64');
  });

  test('the old name is asked for when only that is offered', () => {
    expect(nameToInstall(gtk, new Set(['libgtk-3-0']))).toBe('libgtk-3-0');
  });

  test('the old name is asked for when apt knows nothing yet', () => {
    expect(nameToInstall(gtk, new Set())).toBe('libgtk-3-0');
  });
});

test('a package without a candidate is not offered when apt only knows its name', () => {
  const policy = [
    'libgtk-3-0:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'libgtk-3-0t64:',
    '  Installed: (none)',
    '  Candidate: 3.24.49-3',
    '  Version table:',
    '     3.24.49-3 500',
  ].join('\n');
  expect([...offeredPackages(policy)]).toEqual(['libgtk-3-0t64']);
});
