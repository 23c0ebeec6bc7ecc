import { describe, expect, test } from 'vitest';
import { checkResponse } from '../../../../renderer/domain/form/check-response';
import { fillForm } from '../../../../renderer/domain/form/fill-form';
import { everyNode } from '../../../../renderer/domain/form/filled-form';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import { parseForm, parseFormText } from '../../../../renderer/domain/form/parse/parse-form';
import { addRow } from '../../../../renderer/domain/form/edit-response';
import { answered, formOf, pathTo } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const sdc = (name: string, value: object) => ({
  url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`,
  ...value,
});

/** A form with everything in it that no shown item uses. */
const foreign = {
  resourceType: 'Questionnaire',
  meta: { profile: ['http://example.org/p'], tag: [{ system: 'x', code: 'y' }] },
  extension: [{ url: 'http://vendor.example/secret', valueBase64Binary: 'AAECAw==' }],
  contained: [{ resourceType: 'Binary', id: 'b', data: 'AAEC' }],
  title: 'Päper 紙 \u0000\u202Etitle',
  item: [
    {
      linkId: '__proto__',
      type: 'choice',
      text: 'Root',
      extension: [{ url: 'http://vendor.example/x', extension: [{ url: 'y', valueDecimal: 0.1 }] }],
      answerOption: [
        {
          valueCoding: { code: 'constructor', system: 'toString' },
          extension: [{ url: 'http://v/z', valueString: '' }],
        },
        { valueInteger: 3 },
        { valueDate: '2026-11-22' },
        { valueTime: '05:27:00' },
        { valueString: 'in words' },
        { valueReference: { reference: 'Practitioner/1' } },
      ],
      item: [
        {
          linkId: 'hasOwnProperty',
          type: 'group',
          text: 'Under an answer',
          repeats: true,
          item: [
            { linkId: 'deep', type: 'group', repeats: true, item: [{ linkId: 'leaf', type: 'decimal', text: 'Leaf' }] },
          ],
        },
      ],
    },
    { linkId: 'toString', type: 'display', text: '<img src=x onerror=alert(1)> [x](javascript:alert(1))' },
    {
      linkId: 'R5',
      type: 'coding',
      answerConstraint: 'optionsOrString',
      answerOption: [{ valueCoding: { code: 'a' } }],
    },
  ],
};

describe('a form nobody here wrote', () => {
  test('keeps what is not shown and takes answers everywhere when it is full of foreign things', () => {
    const text = JSON.stringify(foreign);
    const form = parseFormText(text, 'file');
    if (!form.ok) throw new Error(JSON.stringify(form.error));
    expect(form.value.source).toEqual(JSON.parse(text));
    const root = { valueCoding: { code: 'constructor', system: 'toString' } };
    let response = answered(form.value, newResponse(form.value), { ['__proto__']: root });
    for (const row of [0, 1]) {
      response = addRow(form.value, response, pathTo(form.value, 'hasOwnProperty'));
      response = addRow(form.value, response, pathTo(form.value, 'deep', 0, row));
    }
    response = addRow(form.value, response, pathTo(form.value, 'deep', 0, 1));
    const filled = fillForm({ definition: form.value, response });
    expect([...everyNode(filled.nodes)].filter((node) => node.item.linkId === 'leaf')).toHaveLength(3);
    expect(filled.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(form.value.items[0]?.options.map(({ label }) => label)).toEqual([
      'constructor',
      '3',
      '2026-11-22',
      '05:27:00',
      'in words',
      'Practitioner/1',
    ]);
  });

  test.each<[string, object, readonly string[]]>([
    [
      'a modifier extension changes its meaning',
      { modifierExtension: [{ url: 'http://vendor.example/negated', valueBoolean: true }] },
      ['modifier-extension item[0].modifierExtension[0]'],
    ],
    [
      'a pattern has look-around',
      { extension: [hl7('regex', { valueString: '(?<=a)b' })] },
      ['regex-not-checked item[0].extension[0]'],
    ],
    [
      'its list of answers needs a server',
      { type: 'choice', answerValueSet: 'http://snomed.info/sct?fhir_vs' },
      ['value-set-unresolved item[0].answerValueSet'],
    ],
    [
      'an expression is CQL',
      { extension: [sdc('calculatedExpression', { valueExpression: { language: 'text/cql', expression: 'X' } })] },
      ['expression-language item[0].extension[0]'],
    ],
    [
      'an expression asks the network',
      {
        extension: [
          sdc('calculatedExpression', {
            valueExpression: { language: 'text/fhirpath', expression: '%resource.subject.resolve().name' },
          }),
        ],
      },
      ['expression-refused item[0].extension[0]'],
    ],
    [
      'it repeats at most fewer times than at least',
      {
        repeats: true,
        extension: [
          hl7('questionnaire-minOccurs', { valueInteger: 3 }),
          hl7('questionnaire-maxOccurs', { valueInteger: 2 }),
        ],
      },
      ['limits-crossed item[0]'],
    ],
    [
      'its lowest is above its highest',
      { type: 'integer', extension: [hl7('minValue', { valueInteger: 9 }), hl7('maxValue', { valueInteger: 1 })] },
      ['limits-crossed item[0]'],
    ],
    [
      'a bound is of another type',
      { type: 'date', extension: [hl7('minValue', { valueInteger: 9 })] },
      ['bound-other-type item[0]'],
    ],
    ['it is a choice without answers', { type: 'choice' }, ['no-options item[0]']],
    [
      'two of its answers are one',
      { type: 'choice', answerOption: [{ valueString: 'a' }, { valueString: 'a' }] },
      ['option-twice item[0].answerOption[1]'],
    ],
  ])('is taken with a warning and its place when %s', (_, item, expected) => {
    const form = parseForm({
      resourceType: 'Questionnaire',
      id: 'T',
      version: '1',
      status: 'draft',
      item: [{ linkId: 'a', type: 'string', text: 'A', ...item }],
    });
    expect(form.ok ? form.value.warnings.map(({ code, where }) => `${code} ${where}`) : form.error).toEqual(expected);
  });

  test('is read as its own version says when it is STU3', () => {
    const form = formOf([
      { linkId: 'a', type: 'choice', option: [{ valueCoding: { code: 'x' } }], initialCoding: { code: 'x' } },
      { linkId: 'b', type: 'string', enableWhen: [{ question: 'a', hasAnswer: false }] },
      { linkId: 'c', type: 'uri' },
    ]);
    expect(form.items[0]?.initial).toEqual([{ valueCoding: { code: 'x' } }]);
    const empty = answered(form, newResponse(form), { a: [] });
    const shown = (response: typeof empty) =>
      fillForm({ definition: form, response }).nodes.map(({ item }) => item.linkId);
    expect([shown(newResponse(form)), shown(empty)]).toEqual([
      ['a', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  test('is checked in a moment when a chain of 3,000 conditions and a hostile pattern meet a long answer', () => {
    const items = Array.from({ length: 3000 }, (_, i) => ({
      linkId: `i${i}`,
      type: 'string',
      ...(i > 0 ? { enableWhen: [{ question: `i${i - 1}`, operator: 'exists', answerBoolean: true }] } : {}),
      ...(i === 0 ? { extension: [hl7('regex', { valueString: '^(a+)+$' })] } : {}),
    }));
    const form = formOf(items);
    const response = answered(form, newResponse(form), { i0: { valueString: `${'a'.repeat(5000)}!` } });
    expect(checkResponse(form, response).map(({ code, linkId }) => `${code} ${linkId}`)).toEqual(['pattern i0']);
  });
});
