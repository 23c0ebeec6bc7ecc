import { describe, expect, test } from 'vitest';
import { addPatient, linkPatient, movePatient, updatePatient } from '../../../../renderer/domain/patient/commands';
import { parsePatientFacts } from '../../../../renderer/domain/patient/facts';
import { at, newcomer, ward } from './ward';

describe('a patient command is refused', () => {
  const cases: readonly (readonly [
    string,
    string,
    (w: ReturnType<typeof ward>) => { ok: boolean; error?: unknown },
  ])[] = [
    [
      'possible-duplicate',
      'the newcomer may be in the snapshot',
      (w) =>
        w.run(addPatient, {
          facts: { ...newcomer, family: 'Garcia', given: 'Ana', birthDate: '1980-08-14' },
          arrivedAt: at('05:00'),
        }),
    ],
    [
      'facts-invalid',
      'the weight is impossible',
      (w) => w.run(addPatient, { facts: { ...newcomer, weightKg: 7000 }, arrivedAt: at('05:00') }),
    ],
    [
      'in-future',
      'the arrival is tomorrow',
      (w) => w.run(addPatient, { facts: newcomer, arrivedAt: '2026-11-23T05:00:00+01:00' }),
    ],
    [
      'bad-time',
      'the arrival has no offset',
      (w) => w.run(addPatient, { facts: newcomer, arrivedAt: '2026-11-22T05:00' }),
    ],
    [
      'allergies-contradict',
      'none-known stands beside a listed allergy',
      (w) => w.run(updatePatient, { patient: 'p2', facts: { allergies: [{ substance: 'Latex' }] } }),
    ],
    [
      'nothing-changed',
      'the fact is known already',
      (w) => w.run(updatePatient, { patient: 'p1', facts: { family: 'García' } }),
    ],
    ['use-move', 'a bed is given as a fact', (w) => w.run(updatePatient, { patient: 'p1', facts: { bed: '5' } })],
    ['use-link', 'an MRN is given as a fact', (w) => w.run(updatePatient, { patient: 'p1', facts: { mrn: '5' } })],
    [
      'unknown-patient',
      'nobody has that id',
      (w) => w.run(movePatient, { patient: 'x', kind: 'left', occurredAt: at('05:00') }),
    ],
    [
      'move-not-allowed',
      'somebody present returns',
      (w) => w.run(movePatient, { patient: 'p1', kind: 'returned', occurredAt: at('05:00') }),
    ],
    [
      'bed-taken',
      'the bed has a patient',
      (w) => w.run(movePatient, { patient: 'p1', kind: 'transferred', occurredAt: at('05:00'), bed: '2' }),
    ],
    [
      'ward-missing',
      'a transfer has no target',
      (w) => w.run(movePatient, { patient: 'p1', kind: 'transferred', occurredAt: at('05:00') }),
    ],
    [
      'not-a-downtime-patient',
      'the number was never issued',
      (w) => w.run(linkPatient, { downtimeNumber: 'D-7B-0009-X', mrn: '1' }),
    ],
    [
      'downtime-number-as-mrn',
      'the MRN is a downtime number',
      (w) => w.run(linkPatient, { downtimeNumber: 'x', mrn: 'D-7B-0001-K' }),
    ],
    [
      'identity-differs',
      'the MRN is of somebody else',
      (w) => {
        w.run(addPatient, { facts: newcomer, arrivedAt: at('05:00') });
        return w.run(linkPatient, { downtimeNumber: w.scene().board[2]?.downtimeNumber ?? '', mrn: '100' });
      },
    ],
    [
      'already-linked',
      'the number has a link',
      (w) => {
        w.run(addPatient, { facts: newcomer, arrivedAt: at('05:00') });
        const downtimeNumber = w.scene().board[2]?.downtimeNumber ?? '';
        w.run(linkPatient, { downtimeNumber, mrn: '900' });
        return w.run(linkPatient, { downtimeNumber, mrn: '901' });
      },
    ],
  ];
  test.each(cases)('with %s when %s', (code, _when, attempt) => {
    expect(attempt(ward())).toMatchObject({ ok: false, error: { code } });
  });
});

describe('facts of a file', () => {
  test('name every problem with its place', () => {
    const result = parsePatientFacts({
      family: 'A',
      birthDate: '1980-02-30',
      sex: 'F',
      allergies: [{ reaction: 'rash' }],
      shoe: 42,
    });
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
    expect(parsePatientFacts({ family: 'A' })).toMatchObject({
      ok: true,
      value: { allergyStatus: 'not-in-snapshot', allergies: [] },
    });
  });
});
