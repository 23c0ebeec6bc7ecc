import { describe, expect, it } from 'vitest';
import { checkLibrary, type ProcedureFile } from '../../../renderer/content/check-library';
import { libraryFiles, shipped } from './library';

const FILES: readonly ProcedureFile[] = (
  [
    ['checklist', 'checklists'],
    ['runbook', 'runbooks'],
    ['policy', 'policies'],
  ] as const
).flatMap(([kind, folder]) => libraryFiles(folder).map(({ file, json }) => ({ kind, file, json })));

describe('the shipped procedures', () => {
  it('have no error; what they name and is not shipped yet is only a warning', () => {
    const problems = checkLibrary(FILES, shipped());
    const codes = new Set(problems.map((problem) => `${problem.severity} ${problem.code}`));
    codes.delete('warning form-not-shipped');
    codes.delete('warning runbook-not-shipped');
    expect([...codes]).toEqual([]);
  });

  it('name the file when an id is taken', () => {
    const [first] = FILES;
    const twice = first ? [first, { ...first, file: 'copy.json' }] : [];
    expect(checkLibrary(twice, shipped()).filter((problem) => problem.code === 'id-twice')).toMatchObject([
      { file: 'copy.json', where: 'id', severity: 'error' },
    ]);
  });
});
