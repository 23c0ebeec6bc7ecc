import { describe, expect, test } from 'vitest';
import type { CensusPatient } from '../../../../renderer/exchange/census/census';
import { bytesOf, read } from '../census/reading';

let made = 0;
function adt(event: string, segments: string, at = `2026112205${String(10 + (made++ % 40))}`): string {
  return `MSH|^~\\&|EHR|H|||${at}||ADT^${event}|M${made}|P|2.5.1\rEVN|${event}|${at}\r${segments.trim().replace(/\n\s*/g, '\r')}\r`;
}
const PID = 'PID|1||9000131^^^H^MR~999-11^^^USA^SS||GARCÍA^Ana^María||19510302|F';
const PV1 = 'PV1|1|I|7B^12^A^H||||77^Okafor^Ben^^^Dr|||MED|||||||||V555';
const feed = (text: string | Uint8Array, extra: Parameters<typeof read>[1] = {}) =>
  read([{ name: 'feed.hl7', bytes: typeof text === 'string' ? bytesOf(text) : text }], extra);

describe('an ADT message', () => {
  test('gives identity, place, doctor, allergies, diagnosis and weight', () => {
    const reading = feed(
      adt(
        'A01',
        `${PID}\n${PV1}\nAL1|1|DA|^Penicillin|SV|rash~hives\nAL1|2|DA|^Latex\nDG1|1||J18.9^Pneumonia^I10\nOBX|1|NM|29463-7^Body weight^LN||61,5|kg|||||F`,
      ),
    );
    expect(reading.patients).toMatchObject([
      {
        mrn: '9000131',
        family: 'GARCÍA',
        given: 'Ana María',
        birthDate: '1951-03-02',
        sex: 'female',
        ward: '7B',
        bed: '12-A',
        attending: 'Dr Ben Okafor',
        service: 'MED',
        visitNumber: 'V555',
        diagnosis: 'Pneumonia',
        weightKg: 61.5,
        allergyStatus: 'listed',
        allergies: [{ substance: 'Penicillin', severity: 'severe', reaction: 'rash, hives' }, { substance: 'Latex' }],
      },
    ]);
    expect(reading).toMatchObject({ format: 'hl7v2', read: 1, updated: 1, refused: [], warnings: [] });
  });

  test('says that no allergy is known only when it says so', () => {
    expect(feed(adt('A01', `${PID}\nAL1|1|DA|^NKDA`)).patients[0]?.allergyStatus).toBe('none-known');
    expect(feed(adt('A01', PID)).patients[0]?.allergyStatus).toBe('not-in-snapshot');
  });

  test.each([
    ['A02', 'PV1|1|I|ICU^3^1', { ward: 'ICU', bed: '3-1' }],
    ['A08', 'PV1|1|I|""', {}],
    ['A31', '', { ward: '7B', bed: '12-A' }],
    ['A12', 'PV1|1|I|7A^1^1', { ward: '7A', bed: '1-1' }],
  ])('%s changes only what it says', (event, pv1, place) => {
    const [patient] = feed(
      adt('A01', `${PID}\n${PV1}`, '202611220500') + adt(event, `PID|1||9000131^^^H^MR\n${pv1}`, '202611220501'),
    ).patients;
    expect(patient).toMatchObject({ family: 'GARCÍA', birthDate: '1951-03-02' });
    expect({ ...(patient?.ward && { ward: patient.ward }), ...(patient?.bed && { bed: patient.bed }) }).toEqual(place);
  });

  test.each([['A03'], ['A11'], ['A23'], ['A29']])(
    '%s takes the patient off the list, A13 brings them back',
    (event) => {
      const both = adt('A01', `${PID}\n${PV1}`, '202611220500') + adt(event, PID, '202611220501');
      expect(feed(both).patients).toEqual([]);
      expect(feed(both + adt('A13', `${PID}\n${PV1}`, '202611220502')).patients).toMatchObject([{ ward: '7B' }]);
    },
  );

  test('A40 moves what was known to the number that stays', () => {
    const reading = feed(
      adt('A01', `PID|1||OLD^^^H^MR||Doe^Jane||19800814|F\n${PV1}`, '202611220500') +
        adt('A40', 'PID|1||NEW^^^H^MR||Doe^Jane\nMRG|OLD^^^H^MR', '202611220501'),
    );
    expect(reading.patients).toMatchObject([{ mrn: 'NEW', birthDate: '1980-08-14', ward: '7B' }]);
  });

  test('A40 loses no allergy when both numbers are known', () => {
    const old = adt('A01', 'PID|1||OLD^^^H^MR||Doe^Jane||19800814|F\nAL1|1||^Penicillin', '202611220500');
    const stays = adt('A01', 'PID|1||NEW^^^H^MR||Doe^Jane||19800814|F\nAL1|1||^Latex', '202611220501');
    const merge = adt('A40', 'PID|1||NEW^^^H^MR||Doe^Jane\nMRG|OLD^^^H^MR', '202611220502');
    const { patients } = feed(old + stays + merge);
    expect(patients.map((one) => one.allergies.map(({ substance }) => substance))).toEqual([['Penicillin', 'Latex']]);
  });

  test('of another authority about another person does not overwrite who has the same number here', () => {
    const here = adt('A01', 'PID|1||5^^^H^MR||Doe^Jane||19800814|F', '202611220500');
    const there = adt('A01', 'PID|1||5^^^CLINIC^MR||Roe^Rick||19510302|M', '202611220501');
    expect(feed(here + there).patients.map((one) => [one.mrn, one.family])).toEqual([
      ['5', 'Doe'],
      ['5', 'Roe'],
    ]);
    const same = adt('A08', 'PID|1||5^^^H^MR||Roe^Rick||19510302|M', '202611220501');
    expect(feed(here + same).warnings).toMatchObject([{ code: 'identity-changed', where: { path: 'PID-5' } }]);
  });

  test('A17 exchanges two beds', () => {
    const two =
      adt('A01', `PID|1||1^^^H^MR||A^A\nPV1|1|I|7B^1^1`, '202611220500') +
      adt('A01', `PID|1||2^^^H^MR||B^B\nPV1|1|I|7B^2^2`, '202611220500');
    const swap = adt(
      'A17',
      'PID|1||1^^^H^MR||A^A\nPV1|1|I|7B^2^2\nPID|2||2^^^H^MR||B^B\nPV1|1|I|7B^1^1',
      '202611220501',
    );
    expect(feed(two + swap).patients.map((one) => [one.mrn, one.bed])).toEqual([
      ['1', '2-2'],
      ['2', '1-1'],
    ]);
  });

  test('is worked off in the order it was sent, whatever the order of the files', () => {
    const files = [
      adt('A03', PID, '202611220502'),
      adt('A01', `${PID}\n${PV1}`, '202611220501'),
      adt('A13', `${PID}\n${PV1}`, '202611220503'),
    ];
    expect(read(files.map((text, at) => ({ name: `${at}.hl7`, bytes: bytesOf(text) }))).patients).toHaveLength(1);
  });

  test('updates the last snapshot and keeps the ids of its patients', () => {
    const base: CensusPatient[] = [
      {
        id: 'opaque-1',
        mrn: '9000131',
        family: 'GARCÍA',
        given: 'Ana',
        ward: '7B',
        bed: '9',
        allergyStatus: 'none-known',
        allergies: [],
      },
      { id: 'opaque-2', mrn: '2', family: 'B', given: 'B', allergyStatus: 'not-in-snapshot', allergies: [] },
    ];
    const reading = feed(adt('A02', 'PID|1||9000131^^^H^MR\nPV1|1|I|7B^1^1'), { base });
    expect(reading.patients.map((one) => [one.id, one.bed, one.allergyStatus])).toEqual([
      ['opaque-1', '1-1', 'none-known'],
      ['opaque-2', undefined, 'not-in-snapshot'],
    ]);
    expect(reading.updated).toBe(1);
  });
});

describe('results of ORU', () => {
  test('update the patient, the newest value per code', () => {
    const oru = (value: string, time: string) =>
      `MSH|^~\\&|LAB|H|||${time}||ORU^R01^ORU_R01|L${time}|P|2.5.1\rPID|1||9000131^^^H^MR||GARCÍA^Ana\rOBR|1|||X|||${time}\rOBX|1|NM|2823-3^Potassium^LN||${value}|mmol/L|||||F|||${time}\rOBX|2|TX|N^Note^L||line one~line two||||||F\rOBX|3|NM|x^Wrong^L||1||||||X\r`;
    const [patient] = feed(oru('3.9', '202611220400') + oru('5.6', '202611220500')).patients;
    expect(patient?.observations).toMatchObject([
      { loinc: '2823-3', name: 'Potassium', value: '5.6', unit: 'mmol/L', at: '2026-11-22T05:00:00+01:00' },
      { name: 'Note', value: 'line one\nline two' },
    ]);
  });
});

describe('a damaged feed', () => {
  test('names what is wrong by line and field and keeps the rest', () => {
    const text = `${adt('A01', 'PID|1||||Doe^Jane')}${adt('A01', 'PV1|1|I|7B')}${adt('A01', 'PID|1||5^^^H^MR||Roe^Rick||19500230|Q')}`;
    const reading = feed(text.replaceAll('\r', '\n'));
    expect(reading.refused.map((one) => [one.code, one.where.line, one.where.path])).toEqual([
      ['no-patient-number', 1, 'PID-3'],
      ['no-patient', 4, 'PID'],
      ['impossible-date', 7, 'PID-7'],
      ['sex-code-unknown', 7, 'PID-8'],
    ]);
    expect(reading.patients).toMatchObject([{ mrn: '5' }]);
    expect(reading.patients[0]?.birthDate).toBeUndefined();
  });

  test('is told when a batch holds fewer messages than it states', () => {
    expect(feed(`FHS|^~\\&\rBHS|^~\\&\r${adt('A01', PID)}BTS|2\rFTS|1\r`).warnings).toMatchObject([
      { code: 'count-differs', where: { path: 'BTS-1' } },
    ]);
  });

  test('is read by the character set of MSH-18', () => {
    const latin = adt('A01', 'PID|1||5^^^H^MR||Müller^Jürgen').replace('|P|2.5.1', '|P|2.5.1||||||8859/1');
    expect(feed(new Uint8Array(Buffer.from(latin, 'latin1'))).patients).toMatchObject([{ family: 'Müller' }]);
    const polish = Uint8Array.from(
      Buffer.from(adt('A01', 'PID|1||5^^^H^MR||XX^A').replace('|P|2.5.1', '|P|2.5.1||||||8859/2'), 'latin1'),
    ).map((byte, at, all) => (byte === 0x58 && all[at + 1] === 0x58 ? 0xa3 : byte));
    expect(feed(polish).patients[0]?.family).toBe('ŁX');
  });
});

describe('somebody who was discharged by mistake', () => {
  const known: CensusPatient = {
    id: 'kept',
    mrn: '9000131',
    family: 'GARCÍA',
    given: 'Ana María',
    allergies: [{ substance: 'Latex' }],
    allergyStatus: 'listed',
  };

  test('comes back with everything known when the discharge is cancelled', () => {
    const reading = feed(
      adt('A03', `${PID}\n${PV1}`, '20261122050000') + adt('A13', `${PID}\n${PV1}`, '20261122050100'),
      { base: [known] },
    );
    expect(reading.patients).toMatchObject([{ id: 'kept', bed: '12-A', allergies: [{ substance: 'Latex' }] }]);
  });

  test('stays away when only an update of records follows', () => {
    const reading = feed(
      adt('A03', `${PID}\n${PV1}`, '20261122050000') + adt('A08', `${PID}\n${PV1}`, '20261122050100'),
      { base: [known] },
    );
    expect(reading.patients).toEqual([]);
  });
});
