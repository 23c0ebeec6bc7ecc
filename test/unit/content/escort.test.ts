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

const form = shippedForm('F17');
invariant(form, 'F17 is shipped');
const { evaluate } = createInProcessEngine();

/** Codes by question; several with a blank between; true and false for the question of local reasons. */
type Patient = Readonly<Record<string, string | boolean | number>>;

/** Walks in the corridor, nothing running. */
const WELL: Patient = { running: 'none', airway: 'own', awake: 'orientated', oxygen: 'air', local: false };

async function ticket(patient: Patient) {
  invariant(form, 'F17 is shipped');
  const answers = Object.entries(patient).map(([linkId, said]): [string, readonly ResponseAnswer[]] => {
    if (typeof said === 'boolean') return [linkId, [{ valueBoolean: said }]];
    if (typeof said === 'number') return [linkId, [{ valueInteger: said }]];
    return [linkId, said.split(' ').map((code) => optionOf(form, linkId, code))];
  });
  const response = answered(form, newResponse(form), Object.fromEntries(answers));
  const settled = await settleForm({ definition: form, response, changed: 'everything', fresh: true, evaluate });
  expect(settled.faults).toEqual([]);
  const { scores } = fillForm({ definition: form, response: settled.response, expressionResults: settled.results });
  const score = (linkId: string) => {
    const found = scores.find(({ item }) => item.linkId === linkId);
    return [found?.value, found?.band?.level];
  };
  return {
    out: score('triggers'),
    back: score('return-triggers'),
    oxygen: score('spare'),
    rules: checkResponse(form, settled.response, settled.results).flatMap(({ code, linkId }) =>
      code === 'constraint' ? [linkId] : [],
    ),
  };
}

describe('a nurse goes with the patient', () => {
  test.each([
    ['blood runs', { running: 'blood' }],
    ['chemotherapy runs', { running: 'chemo' }],
    ['an opioid runs', { running: 'opioid' }],
    ['an epidural runs', { running: 'epidural' }],
    ['a prostanoid runs', { running: 'prostanoid' }],
    ['a vasoactive drug runs beside a plain infusion', { running: 'infusion vasoactive' }],
    ['there is a tracheostomy', { airway: 'tracheostomy' }],
    ['there is a tracheal tube', { airway: 'tube' }],
    ['the patient is ventilated', { airway: 'ventilator' }],
    ['more than half oxygen is needed', { oxygen: 'over-half' }],
    ['the patient is confused', { awake: 'confused' }],
    ['the patient is sedated', { awake: 'sedated' }],
    ['the patient does not answer clearly', { awake: 'no-answer' }],
    ['there is a local reason', { local: true }],
  ])('when %s', async (_when, change) => {
    expect((await ticket({ ...WELL, ...change })).out).toEqual([1, 'critical']);
  });

  test('and not when nothing of the list is there', async () => {
    expect((await ticket(WELL)).out).toEqual([0, 'none']);
    expect((await ticket({ ...WELL, running: 'infusion', oxygen: 'half' })).out).toEqual([0, 'none']);
  });

  test('counted once for each reason when there are several', async () => {
    expect((await ticket({ ...WELL, running: 'opioid blood', oxygen: 'over-half' })).out).toEqual([3, 'critical']);
  });

  test.each(Object.keys(WELL))('is not decided when %s is not answered', async (missing) => {
    const patient = Object.fromEntries(
      Object.entries({ ...WELL, oxygen: 'over-half' }).filter(([at]) => at !== missing),
    );
    expect((await ticket(patient)).out).toEqual([undefined, undefined]);
  });

  test('or the ticket says so when only the carrier is ticked', async () => {
    expect((await ticket({ ...WELL, awake: 'confused', escort: 'carrier' })).rules).toEqual(['escort']);
    expect((await ticket({ ...WELL, awake: 'confused', escort: 'nurse' })).rules).toEqual([]);
    expect((await ticket({ ...WELL, escort: 'carrier' })).rules).toEqual([]);
  });
});

describe('the way back', () => {
  test('needs a nurse when the patient got worse, though none was needed on the way out', async () => {
    const { out, back, rules } = await ticket({
      ...WELL,
      escort: 'carrier',
      new: 'oxygen sedated',
      'return-escort': 'carrier',
    });
    expect([out, back, rules]).toEqual([[0, 'none'], [2, 'critical'], ['return-escort']]);
  });

  test('still needs one when the reason of the way out is there and nothing is new', async () => {
    expect((await ticket({ ...WELL, running: 'opioid', new: 'none' })).back).toEqual([1, 'critical']);
  });
});

describe('oxygen', () => {
  test.each([
    [60, 30, 0, 'none'],
    [59, 30, -1, 'critical'],
    [200, 45, 110, 'none'],
  ])(
    'of %i min for a trip of %i min leaves %i min when the trip is counted twice',
    async (left, trip, spare, level) => {
      expect((await ticket({ 'minutes-left': left, 'minutes-trip': trip })).oxygen).toEqual([spare, level]);
    },
  );
});
