import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { answered, optionOf } from '../../support/form-answers';
import { settled, shipped, signedBy, withRow } from './settled';

const word = (valueString: string) => ({ valueString });
const time = (clock: string) => ({ valueDateTime: `2026-11-22T${clock}:00+01:00` });

describe('a shift assessment', () => {
  const form = shipped('F06A');
  const empty = newResponse(form);

  test.each([
    [6, 'Very high risk of pressure injury'],
    [9, 'Very high risk of pressure injury'],
    [10, 'High risk of pressure injury'],
    [12, 'High risk of pressure injury'],
    [13, 'Moderate risk'],
    [14, 'Moderate risk'],
    [15, 'Mild risk'],
    [18, 'Mild risk'],
    [19, 'Not at risk'],
    [23, 'Not at risk'],
  ])('says what a Braden total of %s means: %s', async (total, meaning) => {
    const { band } = await settled(form, answered(form, empty, { braden: { valueInteger: total } }));
    expect(band('braden')).toBe(meaning);
  });

  test.each([
    [0, 'Low risk of falling'],
    [24, 'Low risk of falling'],
    [25, 'Moderate risk of falling'],
    [44, 'Moderate risk of falling'],
    [45, 'High risk of falling'],
    [125, 'High risk of falling'],
  ])('says what a falls total of %s means: %s', async (total, meaning) => {
    const { band } = await settled(form, answered(form, empty, { falls: { valueInteger: total } }));
    expect(band('falls')).toBe(meaning);
  });

  test('does not take "no concern" beside a finding', async () => {
    const both = ['none', 'confused'].map((code) => optionOf(form, 'neuro-signs', code));
    const { findings } = await settled(form, answered(form, empty, { 'neuro-signs': both }));
    expect(findings.filter(({ code }) => code === 'exclusive').map(({ linkId }) => linkId)).toEqual(['neuro-signs']);
  });

  test('asks for type and start when a restraint is in use', async () => {
    const asked = async (inUse: boolean) =>
      (await settled(form, answered(form, empty, { restraint: { valueBoolean: inUse } }))).findings.flatMap(
        ({ code, linkId }) => (code === 'required' && linkId.startsWith('restraint') ? [linkId] : []),
      );
    expect([await asked(true), await asked(false)]).toEqual([['restraint-type', 'restraint-from'], []]);
  });

  test('enters each line and wound by itself, not a second time with the note', () => {
    let response = answered(form, empty, { 'assessed-at': time('07:10'), diet: word('Soft') });
    response = withRow(form, response, 'lines', { 'line-type': word('Peripheral IV'), 'line-site': word('Left hand') });
    response = withRow(form, response, 'wounds', { 'wound-site': word('Sacrum'), 'wound-stage': word('Stage 2') });
    const items = backEntryItems(form, signedBy(form, response));
    expect(items.map(({ item, dataClass, label }) => [item, dataClass, label])).toEqual([
      ['form', 'notes', 'Shift assessment · 22-Nov-2026 07:10 · Soft'],
      ['wounds-1', 'lines', 'Wound · Sacrum · Stage 2'],
      ['lines-1', 'lines', 'Line · Peripheral IV · Left hand'],
    ]);
    expect(items[0]?.occurredAt).toBe('2026-11-22T07:10:00+01:00');
  });
});

describe('a nursing note', () => {
  const form = shipped('F08');
  const started = newResponse(form);
  const asked = async (style: string) =>
    (await settled(form, answered(form, started, { style: optionOf(form, 'style', style) }))).findings.flatMap(
      ({ code, linkId }) => (code === 'required' ? [linkId] : []),
    );

  test('asks for the data, or for what the patient says, by the way it is written', async () => {
    expect(await asked('dar')).toEqual(['note-at', 'data']);
    expect(await asked('soap')).toEqual(['note-at', 'subjective']);
  });

  test('begins as data, action, response', async () => {
    expect((await settled(form, started)).text('style')).toBe('Data, action, response');
  });
});
