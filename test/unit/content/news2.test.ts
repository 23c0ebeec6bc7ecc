import { describe, expect, test } from 'vitest';
import { shippedForm } from '../../../renderer/content/forms';
import { invariant } from '../../../renderer/domain/basics/assert-never';
import { fillForm } from '../../../renderer/domain/form/fill-form';
import { newResponse } from '../../../renderer/domain/form/new-response';
import { settleForm } from '../../../renderer/domain/form/settle-form';
import { createInProcessEngine } from '../../../renderer/exchange/fhirpath/in-process-engine';
import { answered, optionOf } from '../../support/form-answers';

const form = shippedForm('F06');
invariant(form, 'F06 is shipped');

interface Observations {
  readonly rr?: number;
  readonly spo2?: number;
  readonly scale?: '1' | '2';
  readonly device?: string;
  readonly sbp?: number;
  readonly hr?: number;
  readonly acvpu?: string;
  readonly temp?: number;
}

const WELL: Required<Observations> = {
  rr: 16,
  spo2: 98,
  scale: '1',
  device: 'air',
  sbp: 120,
  hr: 70,
  acvpu: 'A',
  temp: 37,
};

async function scored(observations: Observations): Promise<ReturnType<typeof fillForm>> {
  invariant(form, 'F06 is shipped');
  const { rr, spo2, scale, device, sbp, hr, acvpu, temp } = observations;
  const response = answered(form, newResponse(form), {
    ...(rr === undefined ? {} : { rr: { valueInteger: rr } }),
    ...(spo2 === undefined ? {} : { spo2: { valueInteger: spo2 } }),
    ...(scale === undefined ? {} : { 'spo2-scale': optionOf(form, 'spo2-scale', scale) }),
    ...(device === undefined ? {} : { 'o2-device': optionOf(form, 'o2-device', device) }),
    ...(sbp === undefined ? {} : { 'bp-sys': { valueInteger: sbp } }),
    ...(hr === undefined ? {} : { hr: { valueInteger: hr } }),
    ...(acvpu === undefined ? {} : { acvpu: optionOf(form, 'acvpu', acvpu) }),
    ...(temp === undefined ? {} : { temp: { valueDecimal: temp } }),
  });
  const settled = await settleForm({
    definition: form,
    response,
    changed: 'everything',
    fresh: true,
    evaluate: createInProcessEngine().evaluate,
  });
  expect(settled.faults).toEqual([]);
  return fillForm({ definition: form, response: settled.response, expressionResults: settled.results });
}

async function news2(observations: Observations): Promise<{ value: number | undefined; text: string | undefined }> {
  const score = (await scored(observations)).scores.find(({ item }) => item.linkId === 'news2');
  return { value: score?.value, text: score?.band?.text };
}

// Both sides of every edge, RCP NEWS2 2017, chart 1.
const EDGES: readonly (readonly [string, Observations, number])[] = [
  ...(
    [
      [0, 3],
      [8, 3],
      [9, 1],
      [11, 1],
      [12, 0],
      [20, 0],
      [21, 2],
      [24, 2],
      [25, 3],
      [60, 3],
    ] as const
  ).map(([rr, points]) => [`respiratory rate ${rr}`, { rr }, points] as const),
  ...(
    [
      [70, 3],
      [91, 3],
      [92, 2],
      [93, 2],
      [94, 1],
      [95, 1],
      [96, 0],
      [100, 0],
    ] as const
  ).map(([spo2, points]) => [`SpO2 ${spo2} on scale 1`, { spo2 }, points] as const),
  ...(
    [
      [83, 3],
      [84, 2],
      [85, 2],
      [86, 1],
      [87, 1],
      [88, 0],
      [92, 0],
      [93, 0],
      [100, 0],
    ] as const
  ).map(([spo2, points]) => [`SpO2 ${spo2} on scale 2 and air`, { spo2, scale: '2' }, points] as const),
  ...(
    [
      [83, 5],
      [84, 4],
      [85, 4],
      [86, 3],
      [87, 3],
      [88, 2],
      [92, 2],
      [93, 3],
      [94, 3],
      [95, 4],
      [96, 4],
      [97, 5],
      [100, 5],
    ] as const
  ).map(
    ([spo2, points]) =>
      [
        `SpO2 ${spo2} on scale 2 and oxygen (2 for the oxygen)`,
        { spo2, scale: '2', device: 'venturi-mask' },
        points,
      ] as const,
  ),
  ['air', { device: 'air' }, 0],
  ['oxygen', { device: 'nasal-cannula' }, 2],
  ...(
    [
      [60, 3],
      [90, 3],
      [91, 2],
      [100, 2],
      [101, 1],
      [110, 1],
      [111, 0],
      [219, 0],
      [220, 3],
    ] as const
  ).map(([sbp, points]) => [`systolic ${sbp}`, { sbp }, points] as const),
  ...(
    [
      [30, 3],
      [40, 3],
      [41, 1],
      [50, 1],
      [51, 0],
      [90, 0],
      [91, 1],
      [110, 1],
      [111, 2],
      [130, 2],
      [131, 3],
    ] as const
  ).map(([hr, points]) => [`heart rate ${hr}`, { hr }, points] as const),
  ...(
    [
      ['A', 0],
      ['C', 3],
      ['V', 3],
      ['P', 3],
      ['U', 3],
    ] as const
  ).map(([acvpu, points]) => [`consciousness ${acvpu}`, { acvpu }, points] as const),
  ...(
    [
      [34, 3],
      [35, 3],
      [35.1, 1],
      [36, 1],
      [36.1, 0],
      [38, 0],
      [38.1, 1],
      [39, 1],
      [39.1, 2],
      [41, 2],
    ] as const
  ).map(([temp, points]) => [`temperature ${temp}`, { temp }, points] as const),
];

describe('NEWS2 of F06', () => {
  test.each(EDGES)('counts for %s when all else is well', async (_, change, points) => {
    expect((await news2({ ...WELL, ...change })).value).toBe(points);
  });

  test.each(['rr', 'spo2', 'device', 'sbp', 'hr', 'acvpu', 'temp'] as const)(
    'shows nothing and says what is missing when %s is not answered',
    async (part) => {
      const { [part]: _, ...rest } = WELL;
      const score = (await scored(rest)).scores.find(({ item }) => item.linkId === 'news2');
      expect(score?.value).toBeUndefined();
      expect(score?.missing).toHaveLength(1);
    },
  );

  test('calls an emergency when the sum is 7', async () => {
    expect(await news2({ ...WELL, rr: 26, hr: 124, sbp: 95 })).toEqual({ value: 7, text: 'Emergency response' });
  });

  test('calls for urgent review when one part alone has 3', async () => {
    expect(await news2({ ...WELL, rr: 8 })).toEqual({ value: 3, text: 'Urgent ward review (3 in one part)' });
    expect(await news2({ ...WELL, hr: 100, temp: 38.5, rr: 10 })).toEqual({ value: 3, text: 'Low: ward response' });
  });

  test('calls an urgent response when the sum is 5 or 6', async () => {
    expect((await news2({ ...WELL, rr: 22, hr: 115, temp: 38.2 })).text).toBe('Urgent response');
  });
});

describe('other sums of F06', () => {
  test('mean arterial pressure is rounded when both pressures are there', async () => {
    invariant(form, 'F06 is shipped');
    const response = answered(form, newResponse(form), {
      'bp-sys': { valueInteger: 92 },
      'bp-dia': { valueInteger: 58 },
    });
    const settled = await settleForm({
      definition: form,
      response,
      changed: 'everything',
      evaluate: createInProcessEngine().evaluate,
    });
    const filled = fillForm({ definition: form, response: settled.response, expressionResults: settled.results });
    expect(filled.scores.find(({ item }) => item.linkId === 'map')?.value).toBe(69);
  });

  test('GCS is the sum of its three parts, and nothing when one is not testable', async () => {
    invariant(form, 'F06 is shipped');
    const parts = (verbal: string) => ({
      'gcs-eye': optionOf(form, 'gcs-eye', '3'),
      'gcs-verbal': optionOf(form, 'gcs-verbal', verbal),
      'gcs-motor': optionOf(form, 'gcs-motor', '5'),
    });
    const values = await Promise.all(
      ['4', 'NT'].map(async (verbal) => {
        const settled = await settleForm({
          definition: form,
          response: answered(form, newResponse(form), parts(verbal)),
          changed: 'everything',
          evaluate: createInProcessEngine().evaluate,
        });
        return fillForm({
          definition: form,
          response: settled.response,
          expressionResults: settled.results,
        }).scores.find(({ item }) => item.linkId === 'gcs')?.value;
      }),
    );
    expect(values).toEqual([12, undefined]);
  });
});
