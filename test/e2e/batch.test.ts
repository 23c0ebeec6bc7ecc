import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchWard, openBatchWard, realInputs, SET_UP } from '../support/batch-ward';
import { pdfFile } from '../support/paper/pdf-file';
import { WARD_7B, ward7bCsv } from '../support/ward-7b';
import { issueLog, labRequest, medicationRecord, vitalSigns } from '../support/ward-answers';

// The batch contract over a night, on one profile: census, outage, forms, paper, back-entry, export. No network.

const [garcia, okonkwo] = ['9000131', '9000148'];
/** A moment told in UTC comes back with the hour the ward's clock showed; the tests run in Europe/Berlin. */
function onWardClock(utc: string): string {
  const aheadMs = -new Date(utc).getTimezoneOffset() * 60_000;
  expect(aheadMs).toBeGreaterThan(0);
  const hours = String(aheadMs / 3_600_000).padStart(2, '0');
  return `${new Date(Date.parse(utc) + aheadMs).toISOString().slice(0, -1)}+${hours}:00`;
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

let ward: BatchWard;

beforeAll(async () => {
  ward = openBatchWard();
  await ward.run(...SET_UP);
});

afterAll(() => ward.remove());

describe('the census', () => {
  test.for([
    ['fhir-ndjson', 120],
    ['synthea-csv', 27],
  ] as const)('reads the real files of %s', async ([name, patients], { skip }) => {
    const files = join(realInputs, 'census', name);
    if (!existsSync(files)) return skip('the real inputs are not here');
    expect(await ward.run('census', 'import', files, '--as-of', minutesAgo(120))).toMatchObject({
      exit: 0,
      json: { read: patients, patients, refused: [] },
    });
  });

  test('guesses unknown columns and keeps every patient as the list has them', async () => {
    const asOf = minutesAgo(90);
    const { exit, json } = await ward.run('census', 'import', ward.given('ward.csv', ward7bCsv()), '--as-of', asOf);
    expect([exit, json.read, json.patients]).toEqual([0, 24, 24]);
    expect(json.asOf).toBe(onWardClock(asOf));
    const list = await ward.run('census', 'list', '--ward', '7B');
    const seen = list.json.patients.map((one) => [one.mrn, one.family, one.given, one.birthDate, one.bed]);
    expect(seen).toEqual(WARD_7B.map((one) => [one.mrn, one.family, one.given, one.born, one.bed]));
    const allergies = Object.fromEntries(list.json.patients.map((one) => [one.mrn, one.allergyStatus]));
    // Silence of the source is not "none".
    expect([allergies['9000131'], allergies['9000148'], allergies['9000160']]).toEqual([
      'listed',
      'none-known',
      'not-in-snapshot',
    ]);
  });

  test('keeps the last snapshot when a file is missing or holds nobody', async () => {
    expect(await ward.run('census', 'import', ward.out('no-such.csv'))).toMatchObject({
      exit: 3,
      json: { code: 'not-found' },
    });
    expect((await ward.run('census', 'import', ward.given('menu.csv', 'Dish;Price\nSoup;3\n'))).exit).toBe(3);
    expect((await ward.run('status')).json).toMatchObject({ patients: 24, locked: false });
  });
});

let unknownMan: string;
let labSerial: string;

describe('the outage', () => {
  test('is declared once, with the time it began', async () => {
    const since = minutesAgo(60);
    const declared = await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr,lis', '--at', since);
    expect(declared).toMatchObject({
      exit: 0,
      json: { kind: 'unplanned', state: 'running', since: onWardClock(since), until: null },
    });
    expect(await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr')).toMatchObject({
      exit: 3,
      json: { code: 'already-running' },
    });
    expect((await ward.locked('outage', 'status')).json).toMatchObject({
      outage: declared.json.outage,
      state: 'running',
    });
  });

  test('takes an unknown arrival in under a downtime number', async () => {
    const { exit, json } = await ward.run(
      'patient',
      'add',
      '--file',
      ward.given('unknown.json', { alias: 'Unknown man, about 60', sex: 'male', bed: '7B-9' }),
    );
    expect([exit, json.downtimeNumber]).toEqual([0, expect.stringMatching(/^D-WS01-0001-.$/)]);
    unknownMan = json.downtimeNumber;
  });
});

const save = (form: string, patient: string, answers: unknown) =>
  ward.run(
    'form',
    'save',
    '--form',
    form,
    '--patient',
    patient,
    '--answers',
    ward.given(`${form}.json`, answers),
    '--sign-as',
    'Mary Manager',
  );

describe('forms', () => {
  test('are signed under running serials', async () => {
    const lab = await save('F10', garcia, labRequest(minutesAgo(20), 'Third day of fever'));
    const signs = await save('F06', unknownMan, vitalSigns(minutesAgo(10)));
    const doses = await save('F04', garcia, medicationRecord(minutesAgo(5), 'Paracetamol'));
    expect([lab, signs, doses].map(({ exit, json }) => [exit, json.serial?.slice(0, -2), json.findings])).toEqual([
      [0, 'DT-WS01-0001', []],
      [0, 'DT-WS01-0002', []],
      [0, 'DT-WS01-0003', []],
    ]);
    labSerial = lab.json.serial;
  });

  test('are not signed with an impossible answer, and say which one', async () => {
    const { exit, json } = await save('F06', okonkwo, vitalSigns(minutesAgo(10), { pulse: 999 }));
    expect([exit, json.code, json.where, json.serial]).toEqual([3, 'errors-left', 'circulation/hr', undefined]);
    expect(json.findings).toEqual([
      expect.objectContaining({ linkId: 'hr', severity: 'error', where: 'circulation/hr' }),
    ]);
  });

  test('are signed with an unusual answer, which is named', async () => {
    const { exit, json } = await save('F06', okonkwo, vitalSigns(minutesAgo(10), { pulse: 190 }));
    expect([exit, json.findings.map((one) => [one.linkId, one.severity])]).toEqual([0, [['hr', 'soft']]]);
  });

  test('are refused for nobody, and when the answers are no answers', async () => {
    expect(await save('F10', '1234567', labRequest(minutesAgo(20), 'x'))).toMatchObject({
      exit: 3,
      json: { code: 'unknown-patient' },
    });
    expect(await save('F10', garcia, { resourceType: 'Patient' })).toMatchObject({
      exit: 3,
      json: { code: 'wrong-resource-type' },
    });
  });

  test('are signed for the ward and never under a patient when they are about the ward', async () => {
    const log = ward.given('log.json', issueLog('7B'));
    const about = (form: string, ...whom: readonly string[]) =>
      ward.run('form', 'save', '--form', form, ...whom, '--answers', log, '--sign-as', 'Mary Manager');
    expect(await about('F21', '--patient', garcia)).toMatchObject({
      exit: 3,
      json: { code: 'about-a-ward', where: '--patient' },
    });
    expect(await about('F10')).toMatchObject({ exit: 2, json: { code: 'about-a-patient', where: '--patient' } });
    const { exit, json } = await about('F21');
    expect([exit, json.findings]).toEqual([0, []]);
    expect(json.serial).toMatch(/^DT-WS01-\d{4}-/);
  });

  test('are amended beside the original', async () => {
    const answers = ward.given('amended.json', labRequest(minutesAgo(20), 'Fourth day of fever'));
    const amend = (serial: string) =>
      ward.run(
        'form',
        'amend',
        '--serial',
        serial,
        '--answers',
        answers,
        '--reason',
        'Day miscounted',
        '--sign-as',
        'Mary Manager',
      );
    const amended = await amend(labSerial);
    expect(amended).toMatchObject({ exit: 0, json: { serial: labSerial } });
    expect(amended.json.amends).toMatch(/^[0-9A-Z]{26}$/);
    expect(await amend('DT-WS01-9999-A')).toMatchObject({ exit: 3, json: { code: 'unknown-serial' } });
  });
});

describe('paper', () => {
  test('prints blank forms without a key, each page with two codes that decode', async () => {
    const { exit, json } = await ward.locked(
      'print',
      'form',
      'F10',
      '--blank',
      '--copies',
      '3',
      '--paper',
      'Letter',
      '--out',
      ward.out('blank.pdf'),
    );
    expect([exit, json.overflow]).toEqual([0, []]);
    const pdf = pdfFile(ward.out('blank.pdf'));
    expect([pdf.pages, pdf.sizes]).toEqual([json.pages, ['612 x 792']]);
    const last = json.sheets.at(-1);
    const codes = { linear: [last?.serial], matrix: [`DT|F10|${last?.version}|${last?.serial}|${last?.page}`] };
    expect(await pdf.codes(pdf.pages)).toEqual(codes);
    expect(new Set(json.sheets.map((sheet) => sheet.serial)).size).toBe(3);
  });

  test('prints the ward pack: every patient, only our font, the codes of each page its own', async () => {
    const { exit, json } = await ward.run(
      'print',
      'pack',
      '--ward',
      '7B',
      '--forms',
      'F10,F06',
      '--out',
      ward.out('pack.pdf'),
    );
    expect([exit, json.overflow]).toEqual([0, []]);
    const pdf = pdfFile(ward.out('pack.pdf'));
    expect([pdf.pages, json.sheets.length]).toEqual([json.pages, json.pages]);
    expect(pdf.fonts.filter(({ name, embedded }) => !embedded || !name.startsWith('IBMPlexSans'))).toEqual([]);
    const patients = new Set(json.sheets.map((sheet) => sheet.patient));
    expect(patients).toEqual(new Set([...WARD_7B.map(({ mrn }) => mrn), unknownMan]));
    for (const page of [1, Math.ceil(pdf.pages / 2), pdf.pages]) {
      const sheet = json.sheets[page - 1];
      const matrix = `DT|${sheet?.form}|${sheet?.version}|${sheet?.serial}|${sheet?.page}`;
      expect(await pdf.codes(page)).toEqual({ linear: [sheet?.patient], matrix: [matrix] });
      expect(pdf.text(page)).toContain(sheet?.patient);
    }
  });
});

const mark = (item: string, ...words: readonly string[]) =>
  ward.run('reconcile', 'mark', '--serial', labSerial, '--item', item, ...words);

describe('back-entry', () => {
  test('waits for the all-clear', async () => {
    expect(await mark('tests:fbc', '--as', 'entered', '--by', 'Ann Nurse')).toMatchObject({
      exit: 3,
      json: { code: 'still-down' },
    });
    expect(await ward.run('outage', 'end', '--at', minutesAgo(1))).toMatchObject({ exit: 0, json: { state: 'ended' } });
    expect(await ward.run('outage', 'end')).toMatchObject({ exit: 3, json: { code: 'no-outage' } });
  });

  test('links the unknown arrival to who he is', async () => {
    const link = (number: string) => ward.run('patient', 'link', '--downtime-number', number, '--mrn', '9000777');
    expect(await link(unknownMan)).toMatchObject({ exit: 0, json: { linked: true } });
    expect((await link('D-WS01-0999-Z')).exit).toBe(3);
  });

  test('lists the amended answers and has two people sign each item off', async () => {
    const { json } = await ward.run('reconcile', 'list', '--owner', 'laboratory');
    const item = json.items.find((one) => one.serial === labSerial && one.item === 'tests:fbc');
    expect(item).toMatchObject({ state: 'to-enter', patient: garcia, waitsFor: [] });
    expect(JSON.stringify(item?.values)).toContain('Fourth day of fever');
    expect(JSON.stringify(item?.values)).not.toContain('Third day');
    const verify = (by: string) =>
      ward.run('reconcile', 'verify', '--serial', labSerial, '--item', 'tests:fbc', '--by', by);
    expect(await verify('Bob Second')).toMatchObject({ exit: 3, json: { code: 'not-marked' } });
    expect(await mark('tests:fbc', '--as', 'entered', '--by', 'Ann Nurse', '--ref', 'ACC-1')).toMatchObject({
      exit: 0,
      json: { state: 'entered' },
    });
    expect(await verify('Ann Nurse')).toMatchObject({ exit: 3, json: { code: 'same-person' } });
    expect(await verify('Bob Second')).toMatchObject({ exit: 0, json: { state: 'verified' } });
    expect(await mark('tests:nothing', '--as', 'entered', '--by', 'Ann Nurse')).toMatchObject({
      exit: 3,
      json: { code: 'unknown-item' },
    });
    expect(await mark('tests:u-and-e', '--as', 'not-needed', '--by', 'Ann Nurse')).toMatchObject({
      exit: 2,
      json: { where: '--reason' },
    });
  });
});

describe('at the end', () => {
  test('the chain is whole and both copies hold the same', async () => {
    const { exit, json } = await ward.run('verify');
    expect([exit, json.chain, json.copies, json.quarantined]).toEqual([0, 'whole', 'equal', []]);
    const { entries } = (await ward.locked('status')).json;
    expect(json.entries).toBe(entries);
  });
});
