import { expect, test } from 'vitest';
import { evaluateBatch } from '../../../../renderer/exchange/fhirpath/evaluate-batch';

const resultOf = (expression: string) =>
  evaluateBatch({
    questionnaire: undefined,
    response: {
      resourceType: 'QuestionnaireResponse',
      item: [
        { linkId: 'from', answer: [{ valueDateTime: '2026-11-22T23:50:00+01:00' }] },
        { linkId: 'to', answer: [{ valueDateTime: '2026-11-23T00:10:00+01:00' }] },
      ],
    },
    context: undefined,
    expressions: [{ key: 'x', expression }],
  })[0];

test.each<[string, readonly unknown[]]>([
  ["@2026-01-31.duration(@2026-02-28, 'months')", [0]],
  ["@2026-01-31.difference(@2026-02-28, 'months')", [1]],
  ["@1980-08-14.duration(@2026-08-13, 'years')", [45]],
  ["@1980-08-14.duration(@2026-08-14, 'year')", [46]],
  ["@2026-08-14.duration(@1980-08-15, 'years')", [-45]],
  ["@2026-11-21.difference(@2026-11-22, 'weeks')", [1]],
  ["@2026-11-21.duration(@2026-11-22, 'weeks')", [0]],
  ["@T23:50:00.duration(@T08:20:00, 'minutes')", [-930]],
  [
    "%resource.item.where(linkId='from').answer.value.duration(%resource.item.where(linkId='to').answer.value, 'days')",
    [0],
  ],
  [
    "%resource.item.where(linkId='from').answer.value.difference(%resource.item.where(linkId='to').answer.value, 'days')",
    [1],
  ],
  [
    "%resource.item.where(linkId='from').answer.value.duration(%resource.item.where(linkId='to').answer.value, 'minutes')",
    [20],
  ],
  // 28 hours of the day the clocks went back: instants, not clock faces.
  ["@2026-10-25T00:00:00+02:00.duration(@2026-10-25T23:00:00+01:00, 'hours')", [24]],
  // What is not exact enough has no answer, rather than a wrong one.
  ["@2026-11.duration(@2026-12-01, 'days')", []],
  ["@2026-11-22.duration(@2026-11-23, 'hours')", []],
  ["@2026-11-22.duration({}, 'days')", []],
])('%s comes to %j', (expression, expected) => {
  expect(resultOf(expression)).toEqual({ key: 'x', result: expected });
});

test('the unit is refused by name when it is none', () => {
  expect(resultOf("@2026-11-22.duration(@2026-11-23, 'fortnights')")).toMatchObject({
    error: 'failed',
    message: expect.stringContaining('fortnights') as string,
  });
});
