import { describe, expect, test } from 'vitest';
import {
  addPatient,
  linkPatient,
  movePatient,
  unlinkPatient,
  updatePatient,
} from '../../../../renderer/domain/patient/commands';
import type { PatientFacts } from '../../../../renderer/domain/patient/patient';
import {
  bedConflicts,
  patientsNamed,
  projectPatients,
  wardBoard,
} from '../../../../renderer/domain/patient/projection';
import { at, newcomer, snapshot, ward } from './ward';

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
    w.run(updatePatient, {
      patient: 'p1',
      facts: { allergyStatus: 'listed', allergies: [{ substance: 'Penicillin' }] },
    });
    expect(w.patient('100')).toMatchObject({
      allergies: [{ substance: 'Penicillin' }],
      writtenHere: ['allergyStatus', 'allergies'],
    });
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
    const facts: PatientFacts = {
      family: '',
      given: '',
      sex: 'male',
      allergyStatus: 'unable-to-obtain',
      allergies: [],
    };
    w.run(addPatient, { facts, arrivedAt: at('05:00') });
    w.run(addPatient, { facts, arrivedAt: at('05:00') });
    expect(
      w
        .scene()
        .board.slice(2)
        .map((one) => one.alias),
    ).toEqual(['UNKNOWN-MALE-ALPHA', 'UNKNOWN-MALE-BRAVO']);
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
    w.run(addPatient, {
      facts: { ...newcomer, family: 'Meier', given: 'Max', birthDate: '1951-02-03' },
      arrivedAt: at('05:00'),
      notADuplicate: true,
    });
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
