import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import { answered, optionOf } from '../../support/form-answers';
import { MAJA } from '../../support/snapshot-patient';
import { settled, shipped, signedBy } from './settled';

const form = shipped('F02');
const empty = newResponse(form);
const required = async (type: string) =>
  (await settled(form, answered(form, empty, { type: optionOf(form, 'type', type) }))).findings.flatMap(
    ({ code, linkId }) => (code === 'required' ? [linkId] : []),
  );

describe('a registration sheet', () => {
  test.each([
    ['admit', ['admitting-doctor', 'band-by', 'band-number']],
    ['register', ['band-by', 'band-number']],
    ['transfer', []],
    ['discharge', ['discharged-to']],
    ['cancel', ['cancels']],
    ['update', ['cancels', 'band-by', 'band-number']],
    ['death', ['pronounced-by', 'examiner']],
  ])('asks what belongs to it when somebody is: %s', async (type, extra) => {
    const always = ['event-at', 'class', 'unit', 'reason', 'family', 'given', 'sex', 'language'];
    expect((await required(type)).filter((linkId) => !always.includes(linkId))).toEqual(extra);
  });

  test('takes an estimated age in place of a birth date, but not nothing', async () => {
    expect((await settled(form, empty)).broken).toEqual(['birth-date error']);
    const aged = answered(form, empty, { 'age-estimate': { valueInteger: 40 } });
    const born = answered(form, empty, { 'birth-date': { valueDate: '1986-02-28' } });
    expect([(await settled(form, aged)).broken, (await settled(form, born)).broken]).toEqual([[], []]);
  });

  test('starts with who the patient is, the downtime number too', async () => {
    const facts = {
      ...MAJA,
      birthDate: '1939-01-30',
      sex: 'female' as const,
      ward: '7B',
      downtimeNumber: 'D-7B02-0001-K',
    };
    const { text } = await settled(form, prefillForm({ definition: form, response: empty, facts }));
    expect(['family', 'given', 'birth-date', 'sex', 'unit', 'downtime-number'].map(text)).toEqual([
      'Lindqvist',
      'Maja',
      '30-Jan-1939',
      'Female',
      '7B',
      'D-7B02-0001-K',
    ]);
  });

  test('is one item of registration at its real time, and leaves consents to be scanned', () => {
    const response = answered(form, empty, {
      type: optionOf(form, 'type', 'register'),
      'event-at': { valueDateTime: '2026-11-22T02:15:00+01:00' },
      family: { valueString: 'Lindqvist' },
      consents: [optionOf(form, 'consents', 'privacy')],
    });
    expect(
      backEntryItems(form, signedBy(form, response)).map(({ owner, disposition, priority, dataClass, occurredAt }) => [
        owner,
        disposition,
        priority,
        dataClass,
        occurredAt,
      ]),
    ).toEqual([
      ['registration', 'enter', 1, 'identity', '2026-11-22T02:15:00+01:00'],
      ['medical-records', 'scan', 6, 'consents', '2026-11-22T07:41:00+01:00'],
    ]);
  });
});
