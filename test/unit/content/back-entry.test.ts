import { describe, expect, test } from 'vitest';
import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { addRow, setAnswers } from '../../../renderer/domain/form/edit-response';
import type { FormDefinition } from '../../../renderer/domain/form/form';
import type { SignedForm } from '../../../renderer/domain/form/forms-state';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import type { FormResponse, ResponseAnswer } from '../../../renderer/domain/form/response';
import { answered, optionOf, pathTo } from '../../support/form-answers';
import { MAJA } from '../../support/snapshot-patient';

function shipped(id: string): FormDefinition {
  const form = shippedForm(id);
  invariant(form, `${id} is shipped`);
  return form;
}

const at = (time: string) => `2026-11-22T${time}:00+01:00`;
const signature = {
  person: 'u',
  name: 'A. Moreau RN',
  role: 'nurse',
  meaning: 'authored',
  signedAt: at('08:00'),
  signedWith: 'pin',
} as const;

function signed(form: FormDefinition, ...responses: readonly FormResponse[]): SignedForm {
  const versions = responses.map((response, index) => ({
    entry: `e${index}`,
    response,
    occurredAt: at('07:41'),
    at: at('08:00'),
    by: 'u',
    signature,
    accepted: [],
  }));
  return {
    serial: 'DT-7B-0005',
    book: 'o',
    form: form.id,
    version: form.version,
    patient: 'p1',
    versions,
    conflicts: [],
  };
}

/** Answers in a row of a table, by linkId. */
function inRow(
  form: FormDefinition,
  response: FormResponse,
  rows: readonly number[],
  answers: Readonly<Record<string, ResponseAnswer>>,
): FormResponse {
  return Object.entries(answers).reduce(
    (now, [linkId, answer]) => setAnswers(form, now, pathTo(form, linkId, ...rows), [answer]),
    response,
  );
}

describe('a MAR', () => {
  const mar = shipped('F04');
  const prefilled = prefillForm({ definition: mar, response: newResponse(mar), facts: MAJA, asOf: at('05:15') });

  test('has nothing to enter back when all in it came from the EHR', () => {
    expect(backEntryItems(mar, signed(mar, prefilled))).toEqual([]);
  });

  const path = pathTo(mar, 'regular-doses');
  const dosed = inRow(mar, addRow(mar, prefilled, path), [0, 0], {
    'regular-code': optionOf(mar, 'regular-code', 'G'),
    'regular-given-at': { valueDateTime: at('07:30') },
    'regular-dose-given': { valueString: '50 mg' },
    'regular-by': { valueString: 'AM' },
  });

  test('gives one item per dose, naming medicine, dose and route, at the time it was given', () => {
    expect(backEntryItems(mar, signed(mar, dosed))).toEqual([
      {
        serial: 'DT-7B-0005',
        item: 'regular-1/regular-doses-1',
        owner: 'nursing',
        disposition: 'enter',
        priority: 4,
        dataClass: 'doses',
        label: 'Dose · Metoprolol · 50 mg · PO',
        patient: 'p1',
        values: [
          { label: 'Medicine', text: 'Metoprolol' },
          { label: 'Dose and unit', text: '50 mg' },
          { label: 'Route', text: 'PO' },
          { label: 'Frequency', text: 'twice daily' },
          { label: 'Given, or why not', text: 'Given' },
          { label: 'Given at', text: '22-Nov-2026 07:30' },
          { label: 'Dose given', text: '50 mg' },
          { label: 'Given by (initials)', text: 'AM' },
        ],
        occurredAt: at('07:30'),
        form: 'F04',
        formVersion: '0.1.0',
        author: 'A. Moreau RN',
        series: 'Metoprolol',
      },
    ]);
  });

  test('gives a new order to pharmacy and lets its dose wait for it', () => {
    let response = addRow(mar, newResponse(mar), pathTo(mar, 'regular'));
    response = inRow(mar, response, [0], {
      'regular-drug': { valueString: 'Enoxaparin' },
      'regular-dose': { valueString: '40 mg' },
      'regular-route': { valueString: 'subcut' },
      'regular-frequency': { valueString: 'daily' },
    });
    response = inRow(mar, addRow(mar, response, path), [0, 0], {
      'regular-code': optionOf(mar, 'regular-code', 'R'),
      'regular-by': { valueString: 'AM' },
    });
    const items = backEntryItems(mar, signed(mar, response));
    expect(items.map(({ owner, item, label, notable, waitsFor }) => [owner, item, label, notable, waitsFor])).toEqual([
      ['pharmacy', 'regular-1', 'Order, regular · Enoxaparin · 40 mg · subcut', true, undefined],
      [
        'nursing',
        'regular-1/regular-doses-1',
        'Dose · Enoxaparin · 40 mg · subcut',
        true,
        [{ serial: 'DT-7B-0005', item: 'regular-1' }],
      ],
    ]);
  });

  test('gives a changed dose of a known order to pharmacy', () => {
    const changed = inRow(mar, prefilled, [0], { 'regular-dose': { valueString: '25 mg' } });
    expect(backEntryItems(mar, signed(mar, changed)).map(({ owner, label }) => `${owner} ${label}`)).toEqual([
      'pharmacy Order, regular · Metoprolol · 25 mg · PO',
    ]);
  });

  test('splits a once-only line into order and dose', () => {
    let response = addRow(mar, newResponse(mar), pathTo(mar, 'once'));
    response = inRow(mar, response, [0], {
      'once-drug': { valueString: 'Morphine' },
      'once-dose': { valueString: '2.5 mg' },
      'once-route': { valueString: 'IV' },
      'once-code': optionOf(mar, 'once-code', 'G'),
      'once-given-at': { valueDateTime: at('06:10') },
    });
    expect(
      backEntryItems(mar, signed(mar, response)).map(({ item, owner, label, occurredAt }) => [
        item,
        owner,
        label,
        occurredAt,
      ]),
    ).toEqual([
      ['once-1', 'pharmacy', 'Order, once only · Morphine · 2.5 mg · IV', at('07:41')],
      ['once-1:nursing-4', 'nursing', 'Dose · Morphine · 2.5 mg · IV', at('06:10')],
    ]);
  });

  test('puts allergies and weight first', () => {
    const response = answered(mar, dosed, {
      'new-allergy': { valueString: 'Penicillin: rash' },
      weight: { valueDecimal: 58 },
    });
    expect(backEntryItems(mar, signed(mar, response)).map(({ priority, label }) => `${priority} ${label}`)).toEqual([
      '2 Weight · 58 kg',
      '2 New allergy or reaction found during downtime · Penicillin: rash',
      '4 Dose · Metoprolol · 50 mg · PO',
    ]);
  });

  test('keeps the names of items and asks to take out what an amendment took out', () => {
    const second = inRow(mar, addRow(mar, dosed, path), [0, 1], {
      'regular-code': optionOf(mar, 'regular-code', 'G'),
      'regular-by': { valueString: 'AM' },
    });
    const { item: rows } = second;
    const amended = {
      ...second,
      item: rows?.map((row) =>
        row.linkId === 'regular' ? { ...row, item: row.item?.filter(({ id }) => !id?.endsWith('doses-1')) } : row,
      ),
    } as FormResponse;
    const items = backEntryItems(mar, signed(mar, second, amended));
    expect(items.map(({ item, label }) => `${item}: ${label}`)).toEqual([
      'regular-1/regular-doses-2: Dose · Metoprolol · 50 mg · PO',
      'regular-1/regular-doses-1: Removed: Dose · Metoprolol · 50 mg · PO',
    ]);
  });

  test('has nothing to enter when it is struck through', () => {
    const struck = { entry: 'x', reason: 'wrong patient', at: at('08:00'), by: 'u', signature };
    expect(backEntryItems(mar, { ...signed(mar, dosed), struck })).toEqual([]);
  });
});

describe('a laboratory request', () => {
  const lab = shipped('F10');
  const response = answered(lab, newResponse(lab), {
    priority: optionOf(lab, 'priority', 'urgent'),
    tests: [optionOf(lab, 'tests', 'fbc'), { valueString: 'Ammonia' }],
    'clinical-details': { valueString: 'Fever' },
    requester: { valueString: 'Dr Okafor' },
    'collected-at': { valueDateTime: at('06:50') },
  });

  test('gives one item per test to the laboratory, with what the order asks', () => {
    const items = backEntryItems(lab, signed(lab, response));
    expect(items.map(({ item, owner, label, occurredAt }) => [item, owner, label, occurredAt])).toEqual([
      ['tests:fbc', 'laboratory', 'Laboratory request · FBC', at('06:50')],
      ['tests:ammonia', 'laboratory', 'Laboratory request · Ammonia', at('06:50')],
    ]);
    expect(items[0]?.values).toEqual([
      { label: 'Tests', text: 'FBC' },
      { label: 'Priority', text: 'Urgent (1 hour)' },
      { label: 'Taken at', text: '22-Nov-2026 06:50' },
      { label: 'Clinical details', text: 'Fever' },
      { label: 'Requester: name (PRINT), role', text: 'Dr Okafor' },
    ]);
  });
});

describe('a set of vital signs', () => {
  const vitals = shipped('F06');

  test('is one item with its values in order, at the time it was observed', () => {
    const response = answered(vitals, newResponse(vitals), {
      'obs-at': { valueDateTime: at('07:20') },
      rr: { valueInteger: 16 },
      hr: { valueInteger: 124 },
    });
    const [item, ...others] = backEntryItems(vitals, signed(vitals, response));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      item: 'form',
      owner: 'nursing',
      priority: 6,
      dataClass: 'vital-signs',
      occurredAt: at('07:20'),
    });
    expect(item?.values.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Observed at 22-Nov-2026 07:20',
      'Respiratory rate 16 /min',
      'SpO2 scale Scale 1 (usual)',
      'Heart rate 124 /min',
    ]);
  });
});
