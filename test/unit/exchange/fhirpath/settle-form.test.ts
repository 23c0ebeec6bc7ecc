import { describe, expect, test } from 'vitest';
import { addRow, setAnswers } from '../../../../renderer/domain/form/edit-response';
import type { Evaluate } from '../../../../renderer/domain/form/expression-batch';
import { planOf } from '../../../../renderer/domain/form/expression-plan';
import { fillForm } from '../../../../renderer/domain/form/fill-form';
import type { FormDefinition } from '../../../../renderer/domain/form/form';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import { settleForm, type Settled } from '../../../../renderer/domain/form/settle-form';
import { createInProcessEngine } from '../../../../renderer/exchange/fhirpath/in-process-engine';
import { answered, formOf, pathTo } from '../../../support/form-answers';

const sdc = (name: string, expression: string) => ({
  url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`,
  valueExpression: { language: 'text/fhirpath', expression },
});
const variable = (name: string, expression: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/variable',
  valueExpression: { language: 'text/fhirpath', name, expression },
});
const places = (valueInteger: number) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces',
  valueInteger,
});
const of = (linkId: string) => `%resource.item.where(linkId='${linkId}').answer.value`;
const engine = createInProcessEngine();

/** Counts what is asked of the engine. */
function counting(): { readonly evaluate: Evaluate; asked: string[] } {
  const seen: { evaluate: Evaluate; asked: string[] } = {
    asked: [],
    evaluate: (input) => {
      seen.asked.push(...input.expressions.map(({ expression }) => expression));
      return engine.evaluate(input);
    },
  };
  return seen;
}

const settle = (
  definition: FormDefinition,
  response: FormResponse,
  more: Partial<Parameters<typeof settleForm>[0]> = {},
): Promise<Settled> => settleForm({ definition, response, changed: 'everything', evaluate: engine.evaluate, ...more });
const answersOf = (form: FormDefinition, { response, results }: Settled, linkId: string) =>
  [...fillForm({ definition: form, response, expressionResults: results }).nodes].flatMap((node) =>
    node.item.linkId === linkId && node.kind === 'question' ? node.answers : [],
  );

describe('calculated answers', () => {
  const bmi = formOf(
    [
      { linkId: 'kg', type: 'decimal' },
      { linkId: 'cm', type: 'decimal' },
      {
        linkId: 'bmi',
        type: 'decimal',
        readOnly: true,
        extension: [sdc('calculatedExpression', '%kg / ((%cm / 100) * (%cm / 100))'), places(1)],
      },
      {
        linkId: 'note',
        type: 'string',
        extension: [sdc('calculatedExpression', "iif(%bmi > 25, 'above', 'not above')"), variable('bmi', of('bmi'))],
      },
    ],
    { extension: [variable('kg', of('kg')), variable('cm', of('cm'))] },
  );

  test('are written, rounded, and feed the next one when their parts are there', async () => {
    const settled = await settle(
      bmi,
      answered(bmi, newResponse(bmi), { kg: { valueDecimal: 82.5 }, cm: { valueDecimal: 175 } }),
    );
    expect(answersOf(bmi, settled, 'bmi')).toEqual([{ valueDecimal: 26.9 }]);
    expect(answersOf(bmi, settled, 'note')).toEqual([{ valueString: 'above' }]);
    expect(settled.faults).toEqual([]);
  });

  test('go when a part goes', async () => {
    const full = await settle(
      bmi,
      answered(bmi, newResponse(bmi), { kg: { valueDecimal: 82.5 }, cm: { valueDecimal: 175 } }),
    );
    const less = setAnswers(bmi, full.response, pathTo(bmi, 'kg'), []);
    const settled = await settle(bmi, less, { results: full.results, changed: new Set(['kg']) });
    expect(answersOf(bmi, settled, 'bmi')).toEqual([]);
  });

  test('have no float dust when no decimals are said', async () => {
    const form = formOf([
      { linkId: 'c', type: 'decimal' },
      { linkId: 'f', type: 'decimal', extension: [sdc('calculatedExpression', `${of('c')} * 9 / 5 + 32`)] },
      { linkId: 'third', type: 'decimal', extension: [sdc('calculatedExpression', '10 / 3')] },
      { linkId: 'sum', type: 'quantity', extension: [sdc('calculatedExpression', "10 'mL' + 1 'L'")] },
    ]);
    const settled = await settle(form, answered(form, newResponse(form), { c: { valueDecimal: 38.4 } }));
    expect(answersOf(form, settled, 'f')).toEqual([{ valueDecimal: 101.12 }]);
    expect(answersOf(form, settled, 'third')).toEqual([{ valueDecimal: 3.33333 }]);
    expect(answersOf(form, settled, 'sum')).toEqual([
      { valueQuantity: { value: 1010, unit: 'mL', system: 'http://unitsofmeasure.org', code: 'mL' } },
    ]);
  });

  test('are worked out in each row from that row when rows repeat', async () => {
    const form = formOf([
      {
        linkId: 'row',
        type: 'group',
        repeats: true,
        extension: [variable('a', "%context.item.where(linkId='a').answer.value")],
        item: [
          { linkId: 'a', type: 'integer' },
          { linkId: 'twice', type: 'integer', extension: [sdc('calculatedExpression', '%a * 2')] },
        ],
      },
    ]);
    const path = pathTo(form, 'row');
    let response = addRow(form, addRow(form, newResponse(form), path), path);
    for (const row of [0, 1])
      response = setAnswers(form, response, pathTo(form, 'a', row), [{ valueInteger: row + 5 }]);
    const settled = await settle(form, response);
    expect(
      settled.response.item?.map(
        (row) => row.item?.find(({ linkId }) => linkId === 'twice')?.answer?.[0]?.valueInteger,
      ),
    ).toEqual([10, 12]);
  });

  test('leave what a person wrote in their place, and follow again once it is cleared', async () => {
    const form = formOf([
      { linkId: 'a', type: 'integer' },
      { linkId: 'b', type: 'integer', extension: [sdc('calculatedExpression', `${of('a')} + 1`)] },
    ]);
    const start = await settle(form, answered(form, newResponse(form), { a: { valueInteger: 1 } }));
    expect(answersOf(form, start, 'b')).toEqual([{ valueInteger: 2 }]);
    const followed = await settle(form, answered(form, start.response, { a: { valueInteger: 5 } }), {
      results: start.results,
      changed: new Set(['a']),
    });
    expect(answersOf(form, followed, 'b')).toEqual([{ valueInteger: 6 }]);
    const written = answered(form, followed.response, { b: { valueInteger: 99 } });
    for (const more of [{ results: followed.results, changed: new Set(['b']) }, {}]) {
      expect(answersOf(form, await settle(form, written, more), 'b')).toEqual([{ valueInteger: 99 }]);
    }
    const cleared = setAnswers(form, written, pathTo(form, 'b'), []);
    expect(
      answersOf(form, await settle(form, cleared, { results: followed.results, changed: new Set(['a', 'b']) }), 'b'),
    ).toEqual([{ valueInteger: 6 }]);
  });

  test('stop after ten rounds and say so when two feed each other', async () => {
    const form = formOf([
      {
        linkId: 'a',
        type: 'integer',
        extension: [sdc('calculatedExpression', `iif(${of('b')}.exists(), ${of('b')} + 1, 0)`)],
      },
      { linkId: 'b', type: 'integer', extension: [sdc('calculatedExpression', `${of('a')} + 1`)] },
    ]);
    expect((await settle(form, newResponse(form))).faults.map(({ error }) => error)).toEqual(['endless']);
  });
});

describe('what runs again', () => {
  const form = formOf(
    [
      { linkId: 'a', type: 'integer' },
      { linkId: 'b', type: 'integer' },
      { linkId: 'g', type: 'group', item: [{ linkId: 'c', type: 'integer' }] },
      { linkId: 'ofA', type: 'integer', extension: [sdc('calculatedExpression', `${of('a')} + 1`)] },
      { linkId: 'ofB', type: 'integer', extension: [sdc('calculatedExpression', '%b + 1')] },
      {
        linkId: 'ofG',
        type: 'integer',
        extension: [sdc('calculatedExpression', "%resource.item.where(linkId='g').item.answer.value.sum()")],
      },
      {
        linkId: 'ofAll',
        type: 'integer',
        extension: [sdc('calculatedExpression', '%resource.descendants().where(value is integer).count()')],
      },
      { linkId: 'today', type: 'date', extension: [sdc('calculatedExpression', 'today()')] },
    ],
    { extension: [variable('b', of('b'))] },
  );

  test.each([
    ['a', [`${of('a')} + 1`]],
    ['b', [of('b'), '%b + 1']],
    ['c', ["%resource.item.where(linkId='g').item.answer.value.sum()"]],
  ])('is only what names the answer when %s changes', async (changed, expected) => {
    const start = await settle(form, newResponse(form));
    const seen = counting();
    const response = answered(form, start.response, { [changed]: { valueInteger: 3 } });
    await settle(form, response, { results: start.results, changed: new Set([changed]), evaluate: seen.evaluate });
    const all = '%resource.descendants().where(value is integer).count()';
    expect(new Set(seen.asked)).toEqual(new Set([...expected, all]));
  });

  test('is nothing when nothing changed', async () => {
    const start = await settle(form, newResponse(form));
    const seen = counting();
    await settle(form, start.response, { results: start.results, changed: new Set(), evaluate: seen.evaluate });
    expect(seen.asked).toEqual([]);
  });

  test('leaves out and names what waits for data nobody gives here', () => {
    const waiting = formOf([
      { linkId: 'n', type: 'string', extension: [sdc('initialExpression', '%patient.name.family')] },
      { linkId: 'x', type: 'string', extension: [variable('p', '%patient.id'), sdc('calculatedExpression', '%p')] },
    ]);
    expect(planOf(waiting).sites).toEqual([]);
    expect(planOf(waiting).waiting.map(({ missing }) => missing)).toEqual(['patient', 'patient', 'p']);
  });
});

describe('initial expressions', () => {
  const form = formOf([
    { linkId: 'day', type: 'date', extension: [sdc('initialExpression', '@2026-11-22')] },
    {
      linkId: 'row',
      type: 'group',
      repeats: true,
      item: [{ linkId: 'in', type: 'string', extension: [sdc('initialExpression', "'start'")] }],
    },
  ]);

  test('run once on a new form and in new rows, never over an answer and not on a reopened draft', async () => {
    const fresh = await settle(form, newResponse(form), { fresh: true });
    expect(answersOf(form, fresh, 'day')).toEqual([{ valueDate: '2026-11-22' }]);
    const cleared = setAnswers(form, fresh.response, pathTo(form, 'day'), []);
    const later = await settle(form, cleared, { results: fresh.results, changed: new Set(['day']) });
    expect(answersOf(form, later, 'day')).toEqual([]);
    const withRow = await settle(form, addRow(form, later.response, pathTo(form, 'row')), {
      results: later.results,
      changed: new Set(['row']),
    });
    expect(withRow.response.item?.[0]?.item?.[0]?.answer).toEqual([{ valueString: 'start' }]);
    const reopened = await settle(form, cleared);
    expect(answersOf(form, reopened, 'day')).toEqual([]);
  });
});

describe('expressions that decide', () => {
  test('show and hide items, give options and judge rules', async () => {
    const form = formOf([
      { linkId: 'a', type: 'integer' },
      { linkId: 'b', type: 'string', extension: [sdc('enableWhenExpression', `${of('a')} > 3`)] },
      { linkId: 'pick', type: 'open-choice', extension: [sdc('answerExpression', `${of('a')}.toString() | 'other'`)] },
      {
        linkId: 'later',
        type: 'string',
        extension: [sdc('calculatedExpression', "'seen'"), sdc('enableWhenExpression', `${of('a')} > 3`)],
      },
    ]);
    const off = await settle(form, answered(form, newResponse(form), { a: { valueInteger: 2 } }));
    const on = await settle(form, setAnswers(form, off.response, pathTo(form, 'a'), [{ valueInteger: 5 }]), {
      results: off.results,
      changed: new Set(['a']),
    });
    const shown = (settled: Settled) =>
      fillForm({ definition: form, response: settled.response, expressionResults: settled.results }).nodes;
    expect(shown(off).map(({ item }) => item.linkId)).toEqual(['a', 'pick']);
    expect(shown(on).map(({ item }) => item.linkId)).toEqual(['a', 'b', 'pick', 'later']);
    const pick = shown(on).find(({ item }) => item.linkId === 'pick');
    expect(pick?.kind === 'question' && pick.options.map(({ label }) => label)).toEqual(['5', 'other']);
    expect(answersOf(form, on, 'later')).toEqual([{ valueString: 'seen' }]);
  });
});
