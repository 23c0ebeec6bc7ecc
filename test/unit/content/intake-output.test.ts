import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../renderer/domain/form/response';
import { answered } from '../../support/form-answers';
import { settled, shipped, signedBy, withRow } from './settled';

const form = shipped('F07');
const int = (valueInteger: number) => ({ valueInteger });
const at = (valueTime: string) => ({ valueTime: `${valueTime}:00` });
const inRow = (response: FormResponse, answers: Record<string, number>): FormResponse =>
  withRow(form, response, 'intake', {
    'in-at': at('08:00'),
    ...Object.fromEntries(Object.entries(answers).map(([linkId, mL]) => [linkId, int(mL)])),
  });
const outRow = (response: FormResponse, answers: Record<string, number>): FormResponse =>
  withRow(form, response, 'output', {
    'out-at': at('08:00'),
    ...Object.fromEntries(Object.entries(answers).map(([linkId, mL]) => [linkId, int(mL)])),
  });
const empty = newResponse(form);

describe('an intake and output sheet', () => {
  test('shows no sum when nothing is written', async () => {
    const { text } = await settled(form, empty);
    expect(['total-in', 'total-out', 'balance', 'urine-total', 'urine-rate', 'net-24h', 'net-stay'].map(text)).toEqual(
      Array.from({ length: 7 }, () => ''),
    );
  });

  test('adds up every kind of intake and of output', async () => {
    let response = inRow(empty, {
      oral: 100,
      iv: 200,
      'iv-medicine': 50,
      feed: 60,
      flush: 10,
      tpn: 70,
      blood: 300,
      'irrigation-in': 5,
    });
    response = outRow(response, {
      urine: 250,
      vomit: 30,
      gastric: 20,
      'drain-1': 1,
      'drain-2': 2,
      'drain-3': 3,
      'drain-4': 4,
      'chest-drain': 40,
      'stool-volume': 100,
      'irrigation-out': 50,
    });
    response = answered(form, response, { dialysis: int(500), 'blood-loss': int(10), insensible: int(90) });
    const { text } = await settled(form, response);
    expect(['total-in', 'total-out', 'balance', 'urine-total'].map(text)).toEqual([
      '795 mL',
      '1,100 mL',
      '-305 mL',
      '250 mL',
    ]);
  });

  test('counts the same volume twice when it was given and passed twice', async () => {
    let response = inRow(inRow(empty, { oral: 200 }), { oral: 200 });
    response = outRow(outRow(response, { urine: 150 }), { urine: 150 });
    const { text } = await settled(form, answered(form, response, { 'blood-loss': int(150) }));
    expect(['total-in', 'total-out'].map(text)).toEqual(['400 mL', '450 mL']);
  });

  test('does not count the gastric residual nor the stool type', async () => {
    const response = outRow(inRow(empty, { oral: 100, residual: 80 }), { urine: 50, bristol: 7 });
    const { text } = await settled(form, response);
    expect(['total-in', 'total-out'].map(text)).toEqual(['100 mL', '50 mL']);
  });

  test('shows no balance when only one side is written', async () => {
    const { text } = await settled(form, inRow(empty, { oral: 100 }));
    expect([text('total-in'), text('balance'), text('net-stay')]).toEqual(['100 mL', '', '']);
  });

  test('gives 24 hours and the stay once the sheets before are carried over', async () => {
    const response = outRow(inRow(empty, { oral: 1000 }), { urine: 400 });
    const alone = await settled(form, response);
    expect([alone.text('net-24h'), alone.text('net-stay')]).toEqual(['', '']);
    const carried = answered(form, response, {
      'earlier-in': int(500),
      'earlier-out': int(1300),
      'brought-forward': int(-700),
    });
    const { text } = await settled(form, carried);
    expect([text('net-24h'), text('net-stay')]).toEqual(['-200 mL', '-100 mL']);
  });

  test.each([
    [8, 160, '0.25 mL/kg/h', 'Low for an adult: tell the doctor'],
    [8, 313, '0.49 mL/kg/h', 'Low for an adult: tell the doctor'],
    [8, 320, '0.5 mL/kg/h', 'At least 0.5'],
    [12, 1920, '2 mL/kg/h', 'At least 0.5'],
  ])('works out urine per hour when %s h gave %s mL at 80 kg', async (hours, mL, rate, meaning) => {
    const response = answered(form, outRow(empty, { urine: mL }), {
      hours: int(hours),
      weight: { valueDecimal: 80 },
    });
    const { text, band } = await settled(form, response);
    expect([text('urine-rate'), band('urine-rate')]).toEqual([rate, meaning]);
  });

  test('shows no urine per hour when the weight is missing', async () => {
    const { text, band } = await settled(form, answered(form, outRow(empty, { urine: 160 }), { hours: int(8) }));
    expect([text('urine-rate'), band('urine-rate')]).toEqual(['', undefined]);
  });

  test('sends the totals back to the EHR as one item of nursing, not the hours', async () => {
    const response = answered(form, outRow(inRow(empty, { oral: 300 }), { urine: 200 }), {
      'sheet-from': { valueDateTime: '2026-11-22T07:00:00+01:00' },
      hours: int(8),
    });
    const rest = await settled(form, response);
    const [item, ...others] = backEntryItems(form, signedBy(form, rest.response));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      owner: 'nursing',
      dataClass: 'intake-output',
      occurredAt: '2026-11-22T07:00:00+01:00',
      label: 'Totals · 300 mL · 200 mL · 100 mL',
    });
    expect(item?.values.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'IN, this sheet: 300 mL',
      'OUT, this sheet: 200 mL',
      'IN − OUT, this sheet (+ or −): 100 mL',
      'Urine, this sheet: 200 mL',
      'From: 22-Nov-2026 07:00',
      'Hours on this sheet: 8 h',
    ]);
  });
});
