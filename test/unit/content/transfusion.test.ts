import { describe, expect, test } from 'vitest';
import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { checkResponse } from '../../../renderer/domain/form/check-response';
import { fillForm } from '../../../renderer/domain/form/fill-form';
import { newResponse } from '../../../renderer/domain/form/new-response';
import type { ResponseAnswer } from '../../../renderer/domain/form/response';
import { settleForm } from '../../../renderer/domain/form/settle-form';
import { createInProcessEngine } from '../../../renderer/exchange/fhirpath/in-process-engine';
import { answered, optionOf } from '../../support/form-answers';

const { evaluate } = createInProcessEngine();

type Answers = Readonly<Record<string, ResponseAnswer | readonly ResponseAnswer[]>>;

async function filled(id: string, answers: Answers) {
  const form = shippedForm(id);
  invariant(form, `${id} is shipped`);
  const response = answered(form, newResponse(form), answers);
  const settled = await settleForm({ definition: form, response, changed: 'everything', fresh: true, evaluate });
  expect(settled.faults).toEqual([]);
  const view = fillForm({ definition: form, response: settled.response, expressionResults: settled.results });
  const findings = checkResponse(form, settled.response, settled.results);
  return {
    scores: Object.fromEntries(view.scores.map(({ item, value, band }) => [item.linkId, [value, band?.level]])),
    said: findings.flatMap(({ code, message }) => (code === 'constraint' ? [message] : [])),
    rules: findings.flatMap(({ code, linkId, severity }) => (code === 'constraint' ? [`${severity} ${linkId}`] : [])),
    wanting: findings.flatMap(({ code, linkId }) => (code === 'required' ? [linkId] : [])),
    response: settled.response,
  };
}

function choose(id: string, linkId: string, ...codes: readonly string[]): readonly ResponseAnswer[] {
  const form = shippedForm(id);
  invariant(form, `${id} is shipped`);
  return codes.map((code) => optionOf(form, linkId, code));
}

const at = (time: string): ResponseAnswer => ({ valueDateTime: `2026-11-22T${time}:00+01:00` });
const unit = (component: string, group: string, patient: string): Answers => ({
  component: choose('F14', 'component', component),
  'group-unit': choose('F14', 'group-unit', group),
  'group-patient': choose('F14', 'group-patient', patient),
});

const NO_FIT = 'do not fit';
// Red cells: the donor may have no antigen the patient lacks. Plasma is the other way round.
describe('the groups of a unit and a patient', () => {
  test.each([
    ['red-cells', 'o-neg', 'ab-pos'],
    ['red-cells', 'o-pos', 'b-pos'],
    ['red-cells', 'a-neg', 'a-pos'],
    ['red-cells', 'b-pos', 'ab-pos'],
    ['whole-blood', 'a-pos', 'a-pos'],
    ['plasma', 'ab-pos', 'o-neg'],
    ['plasma', 'a-pos', 'o-pos'],
    ['plasma', 'b-neg', 'b-pos'],
    ['platelets', 'a-pos', 'o-pos'],
    ['red-cells', 'unknown', 'o-pos'],
  ])('raise no word when %s %s go to %s', async (component, group, patient) => {
    expect((await filled('F14', unit(component, group, patient))).said).toEqual([]);
  });

  test.each([
    ['red-cells', 'a-pos', 'o-pos'],
    ['red-cells', 'ab-neg', 'a-neg'],
    ['red-cells', 'b-pos', 'a-pos'],
    ['whole-blood', 'a-neg', 'b-neg'],
  ])('stop the start when %s %s would go to %s', async (component, group, patient) => {
    const { said } = await filled('F14', unit(component, group, patient));
    expect(said).toEqual([`These red cells ${NO_FIT} the group of the patient. Do not start. Phone the blood bank.`]);
  });

  test.each([
    ['o-pos', 'a-pos'],
    ['a-pos', 'ab-pos'],
    ['b-neg', 'a-neg'],
  ])('stop the start when plasma %s would go to %s', async (group, patient) => {
    const { said } = await filled('F14', unit('plasma', group, patient));
    expect(said).toEqual(['This plasma does not fit the group of the patient. Do not start. Phone the blood bank.']);
  });

  test('are questioned when Rh positive cells go to an Rh negative patient', async () => {
    const { rules } = await filled('F14', unit('red-cells', 'o-pos', 'o-neg'));
    expect(rules).toEqual(['warning group-unit']);
  });
});

describe('a transfusion record', () => {
  test('tells minutes out of storage and warns over 30 min and over 4 h', async () => {
    const times = (started: string, stopped: string) =>
      filled('F14', { 'left-storage': at('08:00'), 'start-at': at(started), 'stop-at': at(stopped) });
    expect((await times('08:30', '12:00')).scores).toMatchObject({
      'to-start': [30, 'none'],
      'from-storage': [240, 'none'],
    });
    expect((await times('08:31', '12:01')).scores).toMatchObject({
      'to-start': [31, 'warning'],
      'from-storage': [241, 'warning'],
    });
    expect((await times('08:31', '08:20')).said).toEqual(['The unit stops before it starts. Check both times.']);
  });

  test('shows no minutes when it was not written when the unit left storage', async () => {
    const { scores } = await filled('F14', { 'start-at': at('08:30'), 'stop-at': at('10:00') });
    expect([scores['to-start'], scores['from-storage']]).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('wants all six read aloud, by two people', async () => {
    const agreed = ['name', 'band', 'unit', 'group', 'expiry', 'bag'];
    const names = { 'check-1': { valueString: 'A. Moreau' }, 'check-2': { valueString: 'A. Moreau' } };
    expect((await filled('F14', { agreed: choose('F14', 'agreed', ...agreed.slice(1)), ...names })).rules).toEqual([
      'warning agreed',
      'warning check-2',
    ]);
    const two = { ...names, 'check-2': { valueString: 'B. Osei' } };
    expect((await filled('F14', { agreed: choose('F14', 'agreed', ...agreed), ...two })).rules).toEqual([]);
  });

  test('asks for the signs only when there was a reaction', async () => {
    const wanting = async (valueBoolean: boolean) => (await filled('F14', { reaction: { valueBoolean } })).wanting;
    expect(await wanting(true)).toContain('signs');
    expect(await wanting(false)).not.toContain('signs');
  });

  test('copies unit, times and volume to the page for the blood bank', async () => {
    const { response } = await filled('F14', {
      'unit-no': { valueString: 'G0717 26 123456' },
      'start-at': at('08:30'),
      volume: { valueInteger: 280 },
      reaction: { valueBoolean: false },
    });
    const stub = response.item?.find(({ linkId }) => linkId === 'stub')?.item ?? [];
    expect(stub.map(({ linkId, answer }) => [linkId, answer?.[0]])).toEqual([
      ['stub-unit', { valueString: 'G0717 26 123456' }],
      ['stub-start', at('08:30')],
      ['stub-volume', { valueInteger: 280 }],
      ['stub-reaction', { valueBoolean: false }],
    ]);
  });
});

describe('a blood request', () => {
  const emergency = { priority: choose('F13', 'priority', 'emergency') };

  test('wants the signature of a doctor when the blood is uncrossmatched, else a time', async () => {
    expect((await filled('F13', emergency)).wanting).toEqual(expect.arrayContaining(['release-by', 'release-at']));
    expect((await filled('F13', emergency)).wanting).not.toContain('needed-by');
    const urgent = await filled('F13', { priority: choose('F13', 'priority', 'stat') });
    expect(urgent.wanting).toContain('needed-by');
    expect(urgent.wanting).not.toContain('release-by');
  });

  test('is stopped when the group found differs from the file', async () => {
    const groups = (before: string, now: string) =>
      filled('F13', {
        'group-before': choose('F13', 'group-before', before),
        'group-now': choose('F13', 'group-now', now),
      });
    expect((await groups('a-pos', 'b-pos')).said).toEqual([
      'The group differs from the file. Stop the issue, call the transfusion doctor, take a new sample.',
    ]);
    expect((await groups('a-pos', 'a-pos')).said).toEqual([]);
    expect((await groups('unknown', 'b-pos')).said).toEqual([]);
  });

  test('wants a known antibody by name', async () => {
    const known = { history: choose('F13', 'history', 'antibody') };
    expect((await filled('F13', known)).rules).toEqual(['error history-details']);
    expect((await filled('F13', { ...known, 'history-details': { valueString: 'Anti-Kell 2019' } })).rules).toEqual([]);
  });
});
