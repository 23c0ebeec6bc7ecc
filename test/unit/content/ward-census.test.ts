import { describe, expect, test } from 'vitest';
import { newResponse } from '../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../renderer/domain/form/response';
import { formSheetPages } from '../../../renderer/exchange/print/form-sheet';
import { answered, optionOf } from '../../support/form-answers';
import { CONTEXT } from '../../support/paper/sample-sheets';
import { settled, shipped, withRow } from './settled';

const form = shipped('F01');
const word = (valueString: string) => ({ valueString });
const patient = (response: FormResponse, status: string, band = true): FormResponse =>
  withRow(form, response, 'patients', {
    name: word('Somebody'),
    status: optionOf(form, 'status', status),
    ...(band ? { band: { valueBoolean: true } } : {}),
  });
const move = (response: FormResponse, event: string): FormResponse =>
  withRow(form, response, 'moves', { 'move-event': optionOf(form, 'move-event', event) });
const before = (count: number): FormResponse =>
  answered(form, newResponse(form), { 'previous-count': { valueInteger: count } });

describe('a ward census', () => {
  test('shows no count when nobody is written', async () => {
    const { text } = await settled(form, newResponse(form));
    expect(['census', 'in', 'out', 'expected', 'off-unit', 'no-band'].map(text)).toEqual(['', '', '', '', '', '']);
  });

  test('counts who is here, who is away, and who has no band', async () => {
    let response = patient(patient(newResponse(form), 'present'), 'present', false);
    for (const status of ['off-unit', 'in-transit', 'pending-discharge', 'boarding'])
      response = patient(response, status, false);
    for (const gone of ['left', 'deceased', 'pending-admission']) response = patient(response, gone, false);
    const { text } = await settled(form, response);
    expect([text('census'), text('off-unit'), text('no-band')]).toEqual(['6', '2', '5']);
  });

  test('adds moves in and takes off moves out; a swap is neither', async () => {
    let response = before(20);
    for (const event of ['admitted', 'admitted', 'transfer-in', 'swap']) response = move(response, event);
    for (const event of ['discharged', 'transfer-out', 'died', 'left']) response = move(response, event);
    const { text } = await settled(form, response);
    expect([text('in'), text('out'), text('expected')]).toEqual(['3', '4', '19']);
  });

  test('asks to trace each row when the count does not add up', async () => {
    const two = move(patient(patient(before(1), 'present'), 'present'), 'admitted');
    expect((await settled(form, two)).broken).toEqual([]);
    expect((await settled(form, move(two, 'admitted'))).broken).toEqual(['expected warning']);
  });

  test('knows the last count alone when nothing has moved', async () => {
    expect((await settled(form, before(12))).text('expected')).toBe('12');
  });

  test('is printed without a place for one patient', () => {
    const { pages } = formSheetPages({ form, serial: 'DTB-7B02-0005-K', mode: 'blank' }, 'A4', CONTEXT);
    const about = pages.map(({ html }) => html).join('');
    expect(about).toContain('Patients, bed by bed');
    expect(about).not.toContain('ALLERGIES');
    expect(about).not.toContain('Stick patient label');
  });

  test('leaves the place for the patient on a form about one patient', () => {
    const note = shipped('F08');
    const { pages } = formSheetPages({ form: note, serial: 'DTB-7B02-0005-K', mode: 'blank' }, 'A4', CONTEXT);
    expect(pages[0]?.html).toContain('ALLERGIES');
  });
});
