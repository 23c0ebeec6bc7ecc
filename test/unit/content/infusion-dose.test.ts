import { describe, expect, test } from 'vitest';
import { at, quantity, workedOut } from './worked-out';

const line = (rate: number, more = {}) => ({
  at: at('02:10'),
  rate,
  'changed-by': 'AM',
  'checked-by': 'JO',
  ...more,
});
const dose = async (concentration: ReturnType<typeof quantity>, per: string, rate: number, weight?: number) => {
  const { texts } = await workedOut(
    'F23',
    { concentration, per, ...(weight === undefined ? {} : { weight }) },
    { changes: [line(rate)] },
  );
  return texts('dose')[0];
};
const MG = quantity(0.08, 'mg/mL');
const UNITS = quantity(50, '[IU]/mL', 'units/mL');

describe('the dose of an infusion', () => {
  test.each([
    ['mg/h', quantity(2, 'mg/mL'), 'mg-h', 2.5, undefined, '5 mg/h'],
    ['mg/kg/h', quantity(10, 'mg/mL'), 'mg-kg-h', 14, 70, '2 mg/kg/h'],
    ['micrograms/min', MG, 'ug-min', 7.5, undefined, '10 micrograms/min'],
    ['micrograms/kg/min', MG, 'ug-kg-min', 10, 80, '0.167 micrograms/kg/min'],
    ['micrograms/kg/min from micrograms', quantity(80, 'ug/mL'), 'ug-kg-min', 10, 80, '0.167 micrograms/kg/min'],
    ['micrograms/kg/h', quantity(50, 'ug/mL'), 'ug-kg-h', 1.4, 70, '1 micrograms/kg/h'],
    ['units/h', UNITS, 'units-h', 24, undefined, '1200 units/h'],
    ['units/kg/h', UNITS, 'units-kg-h', 25.2, 70, '18 units/kg/h'],
    ['units/min', quantity(0.4, '[IU]/mL'), 'units-min', 6, undefined, '0.04 units/min'],
    ['mmol/h', quantity(0.2, 'mmol/mL'), 'mmol-h', 50, undefined, '10 mmol/h'],
  ])('is worked out with its unit when said in %s', async (_per, concentration, per, rate, weight, text) => {
    expect(await dose(concentration, per, rate, weight)).toBe(text);
  });

  test.each([
    ['the weight is missing', MG, 'ug-kg-min'],
    ['units of effect meet a weight of medicine', UNITS, 'mg-h'],
    ['a weight of medicine meets units of effect', MG, 'units-h'],
  ])('is not worked out when %s, and the form says so', async (_why, concentration, per) => {
    const { texts, broken } = await workedOut('F23', { concentration, per }, { changes: [line(5)] });
    expect(texts('dose')).toEqual(['']);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatch(/^error (per|weight)$/);
  });

  test('is worked out for each line by itself when the rate changes', async () => {
    const { texts } = await workedOut(
      'F23',
      { concentration: quantity(1, 'mg/mL'), per: 'mg-h' },
      { changes: [line(2), line(0), line(3.5)] },
    );
    expect(texts('dose')).toEqual(['2 mg/h', '0 mg/h', '3.5 mg/h']);
  });
});

describe('an infusion', () => {
  test('asks for a second person when one person changes and checks', async () => {
    const { broken } = await workedOut('F23', {}, { changes: [line(2, { 'checked-by': 'AM' })] });
    expect(broken).toEqual(['warning checked-by']);
  });

  test('asks for a witness when something is wasted', async () => {
    expect((await workedOut('F23', { waste: 20 })).broken).toEqual(['error waste-witness']);
    expect((await workedOut('F23', { waste: 0 })).broken).toEqual([]);
  });

  test('asks why when the pump library was bypassed', async () => {
    expect((await workedOut('F23', { library: 'used' })).wanting).not.toContain('bypass-reason');
    expect((await workedOut('F23', { library: 'bypassed' })).wanting).toContain('bypass-reason');
  });
});
