import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { journalFiles, journalFolder } from '../support/profile-files';
import type { Fault } from './stage';

/** Changes the lines of the newest journal file; the first line is its header. */
function editLines(profile: string, edit: (lines: string[], middle: number) => void): void {
  const file = journalFiles(profile).at(-1) ?? '';
  const lines = readFileSync(file, 'utf8').split('\n');
  edit(lines, Math.floor(lines.length / 2));
  writeFileSync(file, lines.join('\n'));
}

function flipInCipherText(line = ''): string {
  const at = line.indexOf('"ct":"') + 20;
  return `${line.slice(0, at)}${line[at] === 'A' ? 'B' : 'A'}${line.slice(at + 1)}`;
}

const missing = (profile: string): void => renameSync(journalFolder(profile), `${journalFolder(profile)}-elsewhere`);

/** What somebody, or a disk, may do to the journal. */
export const journalFaults: readonly Fault[] = [
  { name: 'journal folder moved away', damage: missing, mustBeNoticed: true },
  {
    name: 'newest journal file deleted',
    damage: (profile) => rmSync(journalFiles(profile).at(-1) ?? ''),
    mustBeNoticed: true,
  },
  {
    name: 'journal, one byte of an entry changed',
    damage: (profile) => editLines(profile, (lines, at) => (lines[at] = flipInCipherText(lines[at]))),
    mustBeNoticed: true,
    staysNoticed: true,
  },
  {
    name: 'journal, one line removed',
    damage: (profile) => editLines(profile, (lines, at) => lines.splice(at, 1)),
    mustBeNoticed: true,
    staysNoticed: true,
  },
  {
    name: 'journal, two lines swapped',
    damage: (profile) => editLines(profile, (lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
    mustBeNoticed: true,
    staysNoticed: true,
  },
  {
    name: 'journal, last five entries cut off',
    damage: (profile) => editLines(profile, (lines) => lines.splice(-6, 5)),
    mustBeNoticed: true,
  },
  {
    // A write the power cut short was never acknowledged: cut off in silence.
    name: 'journal, half a line at its end',
    damage: (profile) => appendFileSync(journalFiles(profile).at(-1) ?? '', '{"id":"01'),
    mustBeNoticed: false,
  },
];
