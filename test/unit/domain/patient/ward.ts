import type { CommandContext } from '../../../../renderer/domain/basics/command-context';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import type { PatientScene } from '../../../../renderer/domain/patient/commands';
import type { PatientFacts, Snapshot } from '../../../../renderer/domain/patient/patient';
import { patientsNamed, projectPatients, wardBoard } from '../../../../renderer/domain/patient/projection';

export const NOW = '2026-11-22T05:27:00.000+01:00';
/** A time of that night. */
export const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;

/** Two patients of ward 7B. */
export const snapshot: Snapshot = {
  id: 's1',
  asOf: at('03:00'),
  importedAt: at('03:05'),
  source: 'census.csv',
  known: {},
  patients: [
    {
      id: 'p1',
      family: 'García',
      given: 'Ana',
      birthDate: '1980-08-14',
      mrn: '100',
      ward: '7B',
      bed: '1',
      allergyStatus: 'not-in-snapshot',
      allergies: [],
    },
    {
      id: 'p2',
      family: 'Meier',
      given: 'Max',
      birthDate: '1951-02-03',
      mrn: '200',
      ward: '7B',
      bed: '2',
      allergyStatus: 'none-known',
      allergies: [],
    },
  ],
};

/** Somebody who is not in it. */
export const newcomer: PatientFacts = {
  family: 'Okafor',
  given: 'Ben',
  ward: '7B',
  bed: '3',
  allergyStatus: 'unable-to-obtain',
  allergies: [],
};

/** A ward PC in a test: commands are decided on the fold of what was written before. */
export function ward() {
  const entries: Entry[] = [];
  let ids = 0;
  const context: CommandContext = { now: NOW, newId: () => `id${++ids}`, by: 'u1' };
  const scene = (): PatientScene => {
    const state = projectPatients(entries);
    return { state, board: wardBoard(state, snapshot, 'o1'), outage: 'o1', workstation: '7B' };
  };
  const write = (news: readonly NewEntry[]): void => {
    for (const one of news) {
      const seq = entries.length + 1;
      entries.push({ ...one, id: `e${seq}`, device: 'd', seq, lamport: seq, at: NOW, v: 1, prev: '' });
    }
  };
  const run = <I, R>(
    command: (
      scene: PatientScene,
      input: I,
      context: CommandContext,
    ) => { ok: true; value: NewEntry[] } | { ok: false; error: R },
    input: I,
  ) => {
    const result = command(scene(), input, context);
    if (result.ok) write(result.value);
    return result;
  };
  return { entries, scene, run, patient: (name: string) => patientsNamed(scene().board, name)[0] };
}
