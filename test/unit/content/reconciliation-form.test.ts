import { describe, expect, test } from 'vitest';
import { backEntryItems } from '../../../renderer/domain/form/back-entry-items';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { prefillForm } from '../../../renderer/domain/form/prefill';
import type { FormResponse, ResponseAnswer } from '../../../renderer/domain/form/response';
import { setAnswers } from '../../../renderer/domain/form/edit-response';
import { optionOf, pathTo } from '../../support/form-answers';
import { MAJA } from '../../support/snapshot-patient';
import { settled, shipped, signedBy, withRow } from './settled';

const form = shipped('F05');
const word = (valueString: string) => ({ valueString });
const empty = newResponse(form);
const home = (how: string, response: FormResponse = empty): FormResponse =>
  withRow(form, response, 'medicines', {
    drug: word('Ramipril'),
    dose: word('5 mg'),
    confidence: optionOf(form, 'confidence', how),
  });
const decide = (response: FormResponse, stage: string, what: string, now?: string): FormResponse =>
  withRow(
    form,
    response,
    'decisions',
    {
      stage: optionOf(form, 'stage', stage),
      decision: optionOf(form, 'decision', what),
      ...(now === undefined ? {} : { now: word(now) }),
    },
    0,
  );
const sources = (response: FormResponse, ...codes: readonly string[]): FormResponse =>
  setAnswers(
    form,
    response,
    pathTo(form, 'sources'),
    codes.map((code): ResponseAnswer => optionOf(form, 'sources', code)),
  );

describe('a medication reconciliation', () => {
  test('starts with the medicines of the snapshot, none decided, none verified, none from home', () => {
    const started = prefillForm({
      definition: form,
      response: empty,
      facts: MAJA,
      asOf: '2026-11-22T05:15:00+01:00',
    });
    const rows = started.item?.filter(({ linkId }) => linkId === 'medicines') ?? [];
    expect(rows.map(({ item }) => item?.[0]?.answer?.[0]?.valueString)).toEqual(
      MAJA.medicines?.map(({ name }) => name),
    );
    const linkIds = rows.flatMap(({ item = [] }) => item.map(({ linkId }) => linkId));
    expect(['origin', 'confidence', 'decisions'].filter((linkId) => linkIds.includes(linkId))).toEqual([]);
    expect(backEntryItems(form, signedBy(form, started))).toEqual([]);
  });

  test('does not take one source for a verified history', async () => {
    expect((await settled(form, sources(home('verified'), 'patient'))).broken).toEqual(['sources warning']);
    expect((await settled(form, sources(home('verified'), 'patient', 'pharmacy'))).broken).toEqual([]);
    expect((await settled(form, sources(home('likely'), 'patient'))).broken).toEqual([]);
  });

  test('names who finishes a medicine that is not verified', async () => {
    const asked = async (how: string) =>
      (await settled(form, home(how))).findings.some(
        ({ code, linkId }) => code === 'required' && linkId === 'unverified-owner',
      );
    expect([await asked('unverified'), await asked('likely')]).toEqual([true, false]);
  });

  test.each([
    ['continue', []],
    ['new', []],
    ['hold', ['now error']],
    ['change', ['now error']],
    ['stop', ['now error']],
    ['substitute', ['now error']],
  ])('asks why when the decision is to %s: %s', async (what, broken) => {
    expect((await settled(form, decide(home('likely'), 'admission', what))).broken).toEqual(broken);
    expect((await settled(form, decide(home('likely'), 'admission', what, 'low pressure'))).broken).toEqual([]);
  });

  test('gives the home medicine to nursing and each decision to the prescriber, who waits for it', async () => {
    const response = decide(decide(home('likely'), 'admission', 'hold', 'low pressure'), 'discharge', 'continue');
    const { response: rest } = await settled(form, response);
    expect(
      backEntryItems(form, signedBy(form, rest)).map(({ item, owner, priority, label, waitsFor }) => [
        item,
        owner,
        priority,
        label,
        waitsFor?.map((each) => each.item),
      ]),
    ).toEqual([
      ['medicines-1', 'nursing', 2, 'Home medicine · Ramipril · 5 mg · Likely', undefined],
      ['medicines-1/decisions-1', 'physician', 3, 'Decision · Ramipril · 5 mg · Likely', ['medicines-1']],
      ['medicines-1/decisions-2', 'physician', 3, 'Decision · Ramipril · 5 mg · Likely', ['medicines-1']],
    ]);
  });
});
