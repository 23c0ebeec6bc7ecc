import { describe, expect, test } from 'vitest';
import { outcomeKey } from '../../../../renderer/domain/form/expression-results';
import { addRow, setAnswers } from '../../../../renderer/domain/form/edit-response';
import { enabledSlots } from '../../../../renderer/domain/form/enabled';
import { everySlot, treeOf } from '../../../../renderer/domain/form/form-tree';
import type { FormDefinition } from '../../../../renderer/domain/form/form';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { FormResponse, ResponseAnswer } from '../../../../renderer/domain/form/response';
import { answered, formOf } from '../../../support/form-answers';

function keysOn(form: FormDefinition, response: FormResponse): readonly string[] {
  const tree = treeOf(form, response);
  const isEnabled = enabledSlots(tree);
  return [...everySlot(tree.root)].filter(isEnabled).map(({ key }) => key);
}

/** Whether b is on when a has these answers. */
function isOn(type: string, condition: object, answers: readonly ResponseAnswer[]): boolean {
  const form = formOf([
    { linkId: 'a', type, repeats: true },
    { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', ...condition }] },
  ]);
  const response = setAnswers(form, newResponse(form), [{ linkId: 'a', index: 0 }], answers);
  return keysOn(form, response).includes('b');
}

const coding = (code: string, system = 's') => ({ valueCoding: { system, code, display: code } });
const kg = (value: number) => ({
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});
const absent = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-unknown' }],
};

describe('a condition', () => {
  test.each([
    ['exists true', 'string', { operator: 'exists', answerBoolean: true }, [{ valueString: 'x' }], true],
    ['exists true, unanswered', 'string', { operator: 'exists', answerBoolean: true }, [], false],
    ['exists true, only "not known"', 'string', { operator: 'exists', answerBoolean: true }, [absent], false],
    ['exists false, unanswered', 'string', { operator: 'exists', answerBoolean: false }, [], true],
    [
      '= of any of several answers',
      'integer',
      { operator: '=', answerInteger: 2 },
      [{ valueInteger: 1 }, { valueInteger: 2 }],
      true,
    ],
    ['= unanswered', 'integer', { operator: '=', answerInteger: 2 }, [], false],
    ['!= unanswered', 'integer', { operator: '!=', answerInteger: 2 }, [], false],
    [
      '!= of one other answer',
      'integer',
      { operator: '!=', answerInteger: 2 },
      [{ valueInteger: 2 }, { valueInteger: 3 }],
      true,
    ],
    ['> above', 'decimal', { operator: '>', answerDecimal: 1.5 }, [{ valueDecimal: 1.6 }], true],
    ['> equal', 'decimal', { operator: '>', answerDecimal: 1.5 }, [{ valueDecimal: 1.5 }], false],
    ['>= equal', 'decimal', { operator: '>=', answerDecimal: 1.5 }, [{ valueDecimal: 1.5 }], true],
    ['< below', 'integer', { operator: '<', answerInteger: 5 }, [{ valueInteger: 4 }], true],
    [
      '<= with a decimal against an integer',
      'decimal',
      { operator: '<=', answerInteger: 5 },
      [{ valueDecimal: 5 }],
      true,
    ],
    ['= of a coding', 'choice', { operator: '=', answerCoding: { system: 's', code: 'x' } }, [coding('x')], true],
    [
      '= of a coding of another system',
      'choice',
      { operator: '=', answerCoding: { system: 's', code: 'x' } },
      [coding('x', 't')],
      false,
    ],
    [
      '= of a coding named without system',
      'choice',
      { operator: '=', answerCoding: { code: 'x' } },
      [coding('x')],
      true,
    ],
    ['= of a boolean', 'boolean', { operator: '=', answerBoolean: false }, [{ valueBoolean: false }], true],
    ['> of dates', 'date', { operator: '>', answerDate: '2026-01-31' }, [{ valueDate: '2026-02-01' }], true],
    [
      '> of dates where it cannot be told',
      'date',
      { operator: '>', answerDate: '2026-01-31' },
      [{ valueDate: '2026-01' }],
      false,
    ],
    [
      '= of instants in two zones',
      'dateTime',
      { operator: '=', answerDateTime: '2026-11-22T05:00:00Z' },
      [{ valueDateTime: '2026-11-22T06:00:00+01:00' }],
      true,
    ],
    ['< of times', 'time', { operator: '<', answerTime: '12:00:00' }, [{ valueTime: '08:30:00' }], true],
    ['> of quantities', 'quantity', { operator: '>', answerQuantity: kg(70).valueQuantity }, [kg(71)], true],
    [
      '> of quantities in another unit',
      'quantity',
      { operator: '>', answerQuantity: { value: 70, unit: 'lb' } },
      [kg(71)],
      false,
    ],
    [
      '> of quantities in another unit, equal numbers',
      'quantity',
      { operator: '=', answerQuantity: { value: 71, unit: 'lb' } },
      [kg(71)],
      false,
    ],
  ] as const)('%s', (_, type, condition, answers, expected) => {
    expect(isOn(type, condition, answers as readonly ResponseAnswer[])).toBe(expected);
  });

  const twoConditions = (enableBehavior: string | undefined) => {
    const form = formOf([
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'boolean' },
      {
        linkId: 'c',
        type: 'string',
        ...(enableBehavior ? { enableBehavior } : {}),
        enableWhen: ['a', 'b'].map((question) => ({ question, operator: '=', answerBoolean: true })),
      },
    ]);
    return keysOn(form, answered(form, newResponse(form), { a: { valueBoolean: true } })).includes('c');
  };

  test('of several needs all when nothing else is said, one when "any"', () => {
    expect([twoConditions(undefined), twoConditions('all'), twoConditions('any')]).toEqual([false, false, true]);
  });
});

describe('a place', () => {
  test('is off with everything below it when its group is off', () => {
    const form = formOf([
      { linkId: 'a', type: 'boolean' },
      {
        linkId: 'g',
        type: 'group',
        enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
        item: [{ linkId: 'x', type: 'string' }],
      },
    ]);
    expect(keysOn(form, newResponse(form))).toEqual(['a']);
    expect(keysOn(form, answered(form, newResponse(form), { a: { valueBoolean: true } }))).toEqual([
      'a',
      'g',
      'g[0]/x',
    ]);
  });

  test('counts the kept answer of a question that is off as no answer', () => {
    const form = formOf([
      { linkId: 'c', type: 'string', enableWhen: [{ question: 'b', operator: 'exists', answerBoolean: true }] },
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
    ]);
    const both = answered(form, newResponse(form), { a: { valueBoolean: true }, b: { valueString: 'x' } });
    expect(keysOn(form, both)).toEqual(['c', 'a', 'b']);
    expect(keysOn(form, answered(form, both, { a: { valueBoolean: false } }))).toEqual(['a']);
  });

  test('looks at the question in its own row when rows repeat', () => {
    const form = formOf([
      {
        linkId: 'row',
        type: 'group',
        repeats: true,
        item: [
          { linkId: 'a', type: 'boolean' },
          {
            linkId: 'inner',
            type: 'group',
            item: [
              { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
            ],
          },
        ],
      },
      { linkId: 'any', type: 'string', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
    ]);
    const path = [{ linkId: 'row', index: 0 }];
    const two = addRow(form, addRow(form, newResponse(form), path), path);
    const response = setAnswers(
      form,
      two,
      [
        { linkId: 'row', index: 1 },
        { linkId: 'a', index: 0 },
      ],
      [{ valueBoolean: true }],
    );
    const on = keysOn(form, response);
    expect(on).not.toContain('row[0]/inner[0]/b');
    expect(on).toContain('row[1]/inner[0]/b');
    expect(on).toContain('any');
  });

  test('follows its enableWhenExpression when that was worked out, and is on before', () => {
    const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression';
    const form = formOf([
      {
        linkId: 'a',
        type: 'string',
        extension: [{ url, valueExpression: { language: 'text/fhirpath', expression: 'true' } }],
      },
    ]);
    const tree = treeOf(form, newResponse(form));
    const [slot] = tree.root.slots;
    const on = (...result: unknown[]) =>
      slot && enabledSlots(tree, new Map([[outcomeKey('enable', 'a'), { result }]]))(slot);
    expect([slot && enabledSlots(tree)(slot), on(true), on(false), on()]).toEqual([true, true, false, false]);
  });

  test('is worked out without a deep stack when 15,000 conditions hang on each other', () => {
    const form = formOf(
      Array.from({ length: 15_000 }, (_, i) => ({
        linkId: `i${i}`,
        type: 'boolean',
        ...(i < 14_999 ? { enableWhen: [{ question: `i${i + 1}`, operator: 'exists', answerBoolean: true }] } : {}),
      })),
    );
    expect(keysOn(form, newResponse(form))).toEqual(['i14999']);
  });
});
