import { describe, expect, test } from 'vitest';
import { type Answers, at, quantity, workedOut } from './worked-out';

const mmol = (value: number) => quantity(value, 'mmol/L');
const mg = (value: number) => quantity(value, 'mg/dL');
const ORDER = { 'carb-ratio': 10, correction: mmol(2), target: mmol(7) };
const check = (glucose: ReturnType<typeof quantity>, more: Answers = {}): Answers => ({
  at: at('07:30'),
  glucose,
  ...more,
});
const dose = async (order: Answers, ...checks: readonly Answers[]) =>
  (await workedOut('F24', order, { checks })).texts('worked-out');

describe('insulin worked out from the order', () => {
  test('is for food and for correction when both are ordered', async () => {
    expect(await dose(ORDER, check(mmol(13), { carbs: 45 }), check(mmol(13)))).toEqual(['7.5 units', '3 units']);
  });

  test('is never less than the food when glucose is below the aim', async () => {
    expect(await dose(ORDER, check(mmol(5), { carbs: 30 }))).toEqual(['3 units']);
  });

  test.each([
    ['the glucose is low', ORDER, check(mmol(3.9), { carbs: 30 })],
    ['the glucose is low in the other unit', { 'carb-ratio': 10 }, check(mg(69), { carbs: 30 })],
    ['nothing is ordered to work it out from', {}, check(mmol(13), { carbs: 30 })],
    ['the order is in another unit than the meter', { correction: mg(40), target: mg(120) }, check(mmol(13))],
  ])('is not shown when %s', async (_when, order, row) => {
    expect(await dose(order, row)).toEqual(['']);
  });
});

describe('a low glucose', () => {
  const opened = async (...checks: readonly Answers[]) => (await workedOut('F24', {}, { checks })).texts('low-seen');

  test.each([
    [mmol(3.9), 'Yes'],
    [mmol(4), 'No'],
    [mg(69), 'Yes'],
    [mg(70), 'No'],
  ])('opens its steps when it is below 4 mmol/L or 70 mg/dL (%o)', async (glucose, text) => {
    expect(await opened(check(mmol(9)), check(glucose))).toEqual([text]);
  });

  test('asks whether insulin is right', async () => {
    const given = { dose: 4, insulin: 'Aspart', route: 'subcutaneous', 'given-by': 'AM', 'checked-by': 'JO' };
    expect((await workedOut('F24', {}, { checks: [check(mmol(3.2), given)] })).broken).toEqual(['warning dose']);
    expect((await workedOut('F24', {}, { checks: [check(mmol(9), given)] })).broken).toEqual([]);
  });
});

describe('a dose of insulin', () => {
  test('needs its name, route, giver and a second person', async () => {
    expect((await workedOut('F24', {}, { checks: [check(mmol(12), { dose: 6 })] })).broken).toEqual([
      'error insulin',
      'error checked-by',
    ]);
  });

  test('is not asked for when only glucose was measured', async () => {
    expect((await workedOut('F24', {}, { checks: [check(mmol(8))] })).broken).toEqual([]);
  });
});
