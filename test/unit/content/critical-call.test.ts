import { describe, expect, test } from 'vitest';
import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { checkResponse } from '../../../renderer/domain/form/check-response';
import { fillForm } from '../../../renderer/domain/form/fill-form';
import { newResponse } from '../../../renderer/domain/form/new-response';
import type { ResponseAnswer } from '../../../renderer/domain/form/response';
import { settleForm } from '../../../renderer/domain/form/settle-form';
import { createInProcessEngine } from '../../../renderer/exchange/fhirpath/in-process-engine';
import { answered } from '../../support/form-answers';

const form = shippedForm('F11');
invariant(form, 'F11 is shipped');
const { evaluate } = createInProcessEngine();

async function filled(answers: Readonly<Record<string, ResponseAnswer>>) {
  invariant(form, 'F11 is shipped');
  const response = answered(form, newResponse(form), answers);
  const settled = await settleForm({ definition: form, response, changed: 'everything', fresh: true, evaluate });
  expect(settled.faults).toEqual([]);
  const { scores } = fillForm({ definition: form, response: settled.response, expressionResults: settled.results });
  const findings = checkResponse(form, settled.response, settled.results);
  return {
    score: (linkId: string) => {
      const found = scores.find(({ item }) => item.linkId === linkId);
      return [found?.value, found?.band?.level];
    },
    wanting: findings.flatMap(({ code, linkId }) => (code === 'required' ? [linkId] : [])),
    said: findings.flatMap(({ code, message }) => (code === 'constraint' ? [message] : [])),
  };
}

const time = (valueDateTime: string): ResponseAnswer => ({ valueDateTime });
const call = (resultAt: string, callAt: string) => filled({ 'result-at': time(resultAt), 'call-1-at': time(callAt) });

describe('minutes from the result to the call', () => {
  test.each([
    ['at the target', '2026-11-22T07:41:00+01:00', '2026-11-22T07:56:00+01:00', 15, 'none'],
    ['one minute over it', '2026-11-22T07:41:00+01:00', '2026-11-22T07:57:00+01:00', 16, 'warning'],
    ['past midnight', '2026-11-22T23:55:00+01:00', '2026-11-23T00:05:00+01:00', 10, 'none'],
    ['over the turn of the year', '2026-12-31T23:50:00+01:00', '2027-01-01T00:00:00+01:00', 10, 'none'],
    ['over a leap day', '2028-02-28T23:50:00+01:00', '2028-03-01T00:00:00+01:00', 1450, 'warning'],
    ['while the clocks go back', '2026-10-25T02:50:00+02:00', '2026-10-25T02:00:00+01:00', 10, 'none'],
    ['written in two time zones', '2026-11-22T07:41:00+01:00', '2026-11-22T06:51:00Z', 10, 'none'],
    ['the wrong way round', '2026-11-22T07:41:00+01:00', '2026-11-22T07:31:00+01:00', -10, 'critical'],
  ])('are right when %s', async (_when, resultAt, callAt, minutes, level) => {
    expect((await call(resultAt, callAt)).score('elapsed-call')).toEqual([minutes, level]);
  });

  test('are not shown when one of the times is missing', async () => {
    const { score } = await filled({ 'result-at': time('2026-11-22T07:41:00+01:00') });
    expect([score('elapsed-call'), score('elapsed-prescriber')]).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('ask for a reason only when a target is missed', async () => {
    const inTime = await call('2026-11-22T07:41:00+01:00', '2026-11-22T07:45:00+01:00');
    const late = await call('2026-11-22T07:41:00+01:00', '2026-11-22T08:10:00+01:00');
    const told = await filled({
      'result-at': time('2026-11-22T07:41:00+01:00'),
      'call-1-at': time('2026-11-22T07:45:00+01:00'),
      'notified-at': time('2026-11-22T08:42:00+01:00'),
    });
    expect([inTime, late, told].map(({ wanting }) => wanting.includes('delay-reason'))).toEqual([false, true, true]);
  });
});

describe('a critical result', () => {
  test('is asked for its unit when its value is a number', async () => {
    expect((await filled({ value: { valueString: '6.8' } })).said).toEqual([
      'A number needs its unit. Choose "no unit" when it has none.',
    ]);
    expect((await filled({ value: { valueString: '6.8' }, unit: { valueString: 'mmol/L' } })).said).toEqual([]);
    expect((await filled({ value: { valueString: 'Gram-positive cocci' } })).said).toEqual([]);
  });

  test('is not taken as delivered when the read-back was wrong', async () => {
    const { said } = await filled({ 'two-ids': { valueBoolean: true }, 'read-back': { valueBoolean: false } });
    expect(said).toEqual(['Without a right read-back the result is not delivered. Repeat it.']);
  });
});
