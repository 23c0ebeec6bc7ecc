import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../../renderer/domain/basics/command-context';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import {
  addPatient,
  linkPatient,
  movePatient,
  unlinkPatient,
  updatePatient,
  type PatientScene,
} from '../../../../renderer/domain/patient/commands';
import { parsePatientFacts } from '../../../../renderer/domain/patient/facts';
import type { PatientFacts, Snapshot } from '../../../../renderer/domain/patient/patient';
import { bedConflicts, patientsNamed, projectPatients, wardBoard } from '../../../../renderer/domain/patient/projection';

const NOW = '2026-11-22T05:27:00.000+01:00';
const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;

const snapshot: Snapshot = {
  id: 's1',
  asOf: at('03:00'),
  importedAt: at('03:05'),
  source: 'census.csv',
  known: {},
  patients: [
    { id: 'p1', family: 'García', given: 'Ana', birthDate: '1980-08-14', mrn: '100', ward: '7B', bed: '1', allergyStatus: 'not-in-snapshot', allergies: [] },
    { id: 'p2', family: 'Meier', given: 'Max', birthDate: '1951-02-03', mrn: '200', ward: '7B', bed: '2', allergyStatus: 'none-known', allergies: [] },
  ],
};

const newcomer: PatientFacts = { family: 'Okafor', given: 'Ben', ward: '7B', bed: '3', allergyStatus: 'unable-to-obtain', allergies: [] };

/** A ward PC in a test: commands are decided on the fold of what was written before. */
function ward() {
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
      entries.push({ ...one, id: `e${seq}`, device: 'd', seq, lamport: seq, at: NOW, v: 1, prev: '' } as Entry);
    }
  };
  const run = <I, R>(command: (scene: PatientScene, input: I, context: CommandContext) => { ok: true; value: NewEntry[] } | { ok: false; error: R }, input: I) => {
    const result = command(scene(), input, context);
    if (result.ok) write(result.value);
    return result;
  };
  return { entries, scene, run, patient: (name: string) => patientsNamed(scene().board, name)[0] };
}

describe('the board', () => {
  test('is the snapshot when nothing was written', () => {
    const board = wardBoard(projectPatients([]), snapshot, 'o1');
    expect(board.map((one) => [one.id, one.presence, one.snapshotAsOf, one.writtenHere])).toEqual([
      ['p1', 'present', at('03:00'), []],
      ['p2', 'present', at('03:00'), []],
    ]);
  });

  test('shows what was written here on top and says which facts those are', () => {
    const w = ward();
    w.run(updatePatient, { patient: 'p1', facts: { allergyStatus: 'listed', allergies: [{ substance: 'Penicillin' }] } });
    expect(w.patient('100')).toMatchObject({ allergies: [{ substance: 'Penicillin' }], writtenHere: ['allergyStatus', 'allergies'] });
    expect(w.patient('100')?.changes).toHaveLength(1);
  });

  test('numbers newcomers one after the other and never twice', () => {
    const w = ward();
    w.run(addPatient, { facts: newcomer, arrivedAt: at('05:00') });
    w.run(addPatient, { facts: { ...newcomer, family: 'Zhang', given: 'Li', bed: '4' }, arrivedAt: at('05:10') });
    const numbers = w.scene().board.flatMap((one) => one.downtimeNumber ?? []);
    expect(numbers.map((number) => number.slice(0, 9))).toEqual(['D-7B-0001', 'D-7B-0002']);
  });

  test('gives an unknown patient an alias', () => {
    const w = ward();
    const facts: PatientFacts = { family: '', given: '', sex: 'male', allergyStatus: 'unable-to-obtain', allergies: [] };
    w.run(addPatient, { facts, arrivedAt: at('05:00') });
    w.run(addPatient, { facts, arrivedAt: at('05:00') });
    expect(w.scene().board.slice(2).map((one) => one.alias)).toEqual(['UNKNOWN-MALE-ALPHA', 'UNKNOWN-MALE-BRAVO']);
  });

  test('orders movements by their true time when one is written down late', () => {
    const w = ward();
    w.run(movePatient, { patient: 'p1', kind: 'discharged', occurredAt: at('05:00') });
    w.run(movePatient, { patient: 'p1', kind: 'transferred', occurredAt: at('04:00'), bed: '9' });
    expect(w.patient('p1')).toMatchObject({ presence: 'discharged', bed: '9', movedAt: at('05:00') });
    expect(w.patient('p1')?.moves.map((move) => move.kind)).toEqual(['transferred', 'discharged']);
  });

  test('lets a movement take the place of a wrong one', () => {
    const w = ward();
    w.run(movePatient, { patient: 'p1', kind: 'died', occurredAt: at('05:00') });
    const [entry] = w.entries;
    w.run(movePatient, { patient: 'p1', kind: 'discharged', occurredAt: at('05:00'), corrects: entry?.id ?? '' });
    expect(w.patient('p1')?.presence).toBe('discharged');
    expect(w.entries).toHaveLength(2);
  });

  test('links a downtime number to an MRN and takes it back', () => {
    const w = ward();
    w.run(addPatient, { facts: { ...newcomer, family: 'Meier', given: 'Max', birthDate: '1951-02-03' }, arrivedAt: at('05:00'), notADuplicate: true });
    const number = w.scene().board[2]?.downtimeNumber ?? '';
    expect(w.run(linkPatient, { downtimeNumber: number.toLowerCase(), mrn: '200' }).ok).toBe(true);
    expect(w.patient(number)).toMatchObject({ mrn: '200', sameAs: ['p2'] });
    expect(patientsNamed(w.scene().board, '200').map((one) => one.downtimeNumber)).toEqual([number]);
    w.run(unlinkPatient, { downtimeNumber: number, reason: 'wrong Meier' });
    expect(w.patient(number)?.mrn).toBeUndefined();
    expect(w.patient(number)?.links[0]?.undone?.reason).toBe('wrong Meier');
  });

  test('keeps a line for somebody written about when a newer snapshot has them no more', () => {
    const w = ward();
    w.run(updatePatient, { patient: 'p1', facts: { codeStatus: 'DNR' } });
    const [line] = wardBoard(projectPatients(w.entries), { ...snapshot, patients: [] }, 'o1');
    expect(line).toMatchObject({ id: 'p1', codeStatus: 'DNR', allergyStatus: 'not-in-snapshot' });
  });

  test('tells when two patients claim one bed', () => {
    const w = ward();
    w.run(movePatient, { patient: 'p1', kind: 'transferred', occurredAt: at('05:00'), bed: '2', bedShared: true });
    expect(bedConflicts(w.scene().board)).toEqual([{ ward: '7B', bed: '2', patients: ['p1', 'p2'] }]);
  });
});

describe('a patient command is refused', () => {
  const cases: readonly (readonly [string, string, (w: ReturnType<typeof ward>) => { ok: boolean; error?: unknown }])[] = [
    ['possible-duplicate', 'the newcomer may be in the snapshot', (w) => w.run(addPatient, { facts: { ...newcomer, family: 'Garcia', given: 'Ana', birthDate: '1980-08-14' }, arrivedAt: at('05:00') })],
    ['facts-invalid', 'the weight is impossible', (w) => w.run(addPatient, { facts: { ...newcomer, weightKg: 7000 }, arrivedAt: at('05:00') })],
    ['in-future', 'the arrival is tomorrow', (w) => w.run(addPatient, { facts: newcomer, arrivedAt: '2026-11-23T05:00:00+01:00' })],
    ['bad-time', 'the arrival has no offset', (w) => w.run(addPatient, { facts: newcomer, arrivedAt: '2026-11-22T05:00' })],
    ['allergies-contradict', 'none-known stands beside a listed allergy', (w) => w.run(updatePatient, { patient: 'p2', facts: { allergies: [{ substance: 'Latex' }] } })],
    ['nothing-changed', 'the fact is known already', (w) => w.run(updatePatient, { patient: 'p1', facts: { family: 'García' } })],
    ['use-move', 'a bed is given as a fact', (w) => w.run(updatePatient, { patient: 'p1', facts: { bed: '5' } })],
    ['use-link', 'an MRN is given as a fact', (w) => w.run(updatePatient, { patient: 'p1', facts: { mrn: '5' } })],
    ['unknown-patient', 'nobody has that id', (w) => w.run(movePatient, { patient: 'x', kind: 'left', occurredAt: at('05:00') })],
    ['move-not-allowed', 'somebody present returns', (w) => w.run(movePatient, { patient: 'p1', kind: 'returned', occurredAt: at('05:00') })],
    ['bed-taken', 'the bed has a patient', (w) => w.run(movePatient, { patient: 'p1', kind: 'transferred', occurredAt: at('05:00'), bed: '2' })],
    ['ward-missing', 'a transfer has no target', (w) => w.run(movePatient, { patient: 'p1', kind: 'transferred', occurredAt: at('05:00') })],
    ['not-a-downtime-patient', 'the number was never issued', (w) => w.run(linkPatient, { downtimeNumber: 'D-7B-0009-X', mrn: '1' })],
    ['downtime-number-as-mrn', 'the MRN is a downtime number', (w) => w.run(linkPatient, { downtimeNumber: 'x', mrn: 'D-7B-0001-K' })],
    ['identity-differs', 'the MRN is of somebody else', (w) => {
      w.run(addPatient, { facts: newcomer, arrivedAt: at('05:00') });
      return w.run(linkPatient, { downtimeNumber: w.scene().board[2]?.downtimeNumber ?? '', mrn: '100' });
    }],
    ['already-linked', 'the number has a link', (w) => {
      w.run(addPatient, { facts: newcomer, arrivedAt: at('05:00') });
      const downtimeNumber = w.scene().board[2]?.downtimeNumber ?? '';
      w.run(linkPatient, { downtimeNumber, mrn: '900' });
      return w.run(linkPatient, { downtimeNumber, mrn: '901' });
    }],
  ];
  test.each(cases)('with %s when %s', (code, _when, attempt) => {
    expect(attempt(ward())).toMatchObject({ ok: false, error: { code } });
  });
});

describe('facts of a file', () => {
  test('name every problem with its place', () => {
    const result = parsePatientFacts({ family: 'A', birthDate: '1980-02-30', sex: 'F', allergies: [{ reaction: 'rash' }], shoe: 42 });
    expect(result).toEqual({
      ok: false,
      error: [
        { code: 'no-such-date', field: 'birthDate' },
        { code: 'not-allowed', field: 'sex', allowed: ['female', 'male', 'other', 'unknown'] },
        { code: 'missing', field: 'allergies[0].substance' },
        { code: 'unknown-field', field: 'shoe' },
      ],
    });
  });

  test('leave allergies "not in snapshot" when none are given, never none', () => {
    expect(parsePatientFacts({ family: 'A' })).toMatchObject({ ok: true, value: { allergyStatus: 'not-in-snapshot', allergies: [] } });
  });
});
