import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../renderer/domain/form/response';
import { answered, optionOf } from '../../support/form-answers';
import { settled, shipped, signedBy, withRow } from './settled';

const form = shipped('F03');
const word = (valueString: string) => ({ valueString });
const time = (clock: string) => ({ valueDateTime: `2026-11-22T${clock}:00+01:00` });
const empty = newResponse(form);
const step = (response: FormResponse, code: string, clock: string): FormResponse =>
  withRow(form, response, 'med-steps', { step: optionOf(form, 'step', code), 'step-at': time(clock) }, 0);
const insulin = withRow(form, empty, 'medicines', {
  'med-drug': word('Insulin glargine'),
  'med-dose': word('12 units'),
  'med-route': word('subcut'),
  'med-frequency': word('daily'),
  'med-high-alert': optionOf(form, 'med-high-alert', 'insulin'),
  'med-ordered': time('06:10'),
});

describe('a medicine order', () => {
  test('asks for a second check, and is content when one is written', async () => {
    expect((await settled(form, step(insulin, 'noted-nurse', '06:30'))).broken).toEqual(['med-high-alert warning']);
    expect((await settled(form, step(insulin, 'second-check', '06:35'))).broken).toEqual([]);
  });

  test('asks how much in 24 h when it is as needed', async () => {
    const missing = async (prn: boolean): Promise<readonly string[]> => {
      const response = withRow(form, empty, 'medicines', { 'med-prn': { valueBoolean: prn } });
      return (await settled(form, response)).findings.flatMap(({ code, linkId }) =>
        code === 'required' && linkId === 'med-max' ? [linkId] : [],
      );
    };
    expect([await missing(true), await missing(false)]).toEqual([['med-max'], []]);
  });

  test('goes to pharmacy at the time it was ordered, and says when it was stopped', async () => {
    const running = await settled(form, step(insulin, 'noted-nurse', '06:30'));
    expect(running.text('med-stopped')).toBe('');
    const stopped = await settled(form, step(step(insulin, 'noted-nurse', '06:30'), 'stopped', '09:15'));
    const [item, ...others] = backEntryItems(form, signedBy(form, stopped.response));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      owner: 'pharmacy',
      priority: 3,
      dataClass: 'medication-orders',
      label: 'Medicine order · Insulin glargine · 12 units · subcut',
      occurredAt: '2026-11-22T06:10:00+01:00',
      notable: true,
    });
    expect(item?.values).toContainEqual({ label: 'Stopped at', text: '22-Nov-2026 09:15' });
  });
});

describe('other orders', () => {
  test('go to the prescriber, fluids to pharmacy', async () => {
    let response = withRow(form, empty, 'fluids', {
      fluid: word('Sodium chloride 0.9 %'),
      'fluid-start': time('06:00'),
    });
    response = withRow(form, response, 'others', {
      'other-kind': optionOf(form, 'other-kind', 'diet'),
      'other-order': word('Nothing by mouth'),
      'other-at': time('07:00'),
    });
    const { response: rest } = await settled(form, response);
    expect(
      backEntryItems(form, signedBy(form, rest)).map(({ owner, dataClass, label }) => [owner, dataClass, label]),
    ).toEqual([
      ['pharmacy', 'medication-orders', 'IV fluid order · Sodium chloride 0.9 % · 22-Nov-2026 06:00'],
      ['physician', 'orders', 'Order · Diet · Nothing by mouth · 22-Nov-2026 07:00'],
    ]);
  });

  test('are asked for in full when the sheet is for an admission', async () => {
    const kind = async (code: string) => {
      const response = answered(form, empty, {
        'sheet-kind': optionOf(form, 'sheet-kind', code),
        'adm-diet': word('Soft'),
      });
      return (await settled(form, response)).findings.filter(({ code: found }) => found === 'not-enabled').length;
    };
    expect([await kind('admission'), (await kind('orders')) > 0]).toEqual([0, true]);
  });
});

describe('an order by voice', () => {
  const voice = { 'verbal-from': word('Dr Okafor'), 'verbal-by': word('A. Moreau RN'), 'verbal-at': time('03:20') };

  test('must be read back', async () => {
    expect((await settled(form, answered(form, empty, voice))).broken).toEqual(['read-back error']);
    const no = answered(form, empty, { ...voice, 'read-back': { valueBoolean: false } });
    expect((await settled(form, no)).broken).toEqual(['read-back error']);
    const yes = answered(form, empty, { ...voice, 'read-back': { valueBoolean: true } });
    expect((await settled(form, yes)).broken).toEqual([]);
  });

  test('needs who received it and when', async () => {
    const response = answered(form, empty, {
      'verbal-from': word('Dr Okafor'),
      'read-back': { valueBoolean: true },
    });
    expect((await settled(form, response)).broken).toEqual(['verbal-by error']);
  });

  test('asks nothing when every order was written', async () => {
    expect((await settled(form, empty)).broken).toEqual([]);
  });
});
