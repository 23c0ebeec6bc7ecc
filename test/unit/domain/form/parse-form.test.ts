import { describe, expect, test } from 'vitest';
import { parseForm, parseFormText } from '../../../../renderer/domain/form/parse/parse-form';
import { formOf } from '../../../support/form-answers';

const q = (item: unknown, more: object = {}) => ({
  resourceType: 'Questionnaire',
  id: 'T',
  version: '1',
  status: 'draft',
  ...more,
  item,
});
const text = (linkId: string, more: object = {}) => ({ linkId, type: 'string', text: linkId, ...more });
const sdc = (name: string) => `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`;
const fhirpath = (expression: string, name?: string) => ({
  language: 'text/fhirpath',
  expression,
  ...(name ? { name } : {}),
});

describe('a form is read', () => {
  test('with names of Object.prototype as linkIds and members when a file is hostile', () => {
    const form = parseFormText(
      '{"resourceType":"Questionnaire","id":"T","version":"1","item":[{"linkId":"__proto__","type":"string"},{"linkId":"constructor","type":"choice","answerValueSet":"constructor","valueconstructor":1}]}',
    );
    expect(form.ok && form.value.items.map(({ linkId }) => linkId)).toEqual(['__proto__', 'constructor']);
  });

  test('with everything of the source kept when members are unknown', () => {
    const json = q(
      [text('a', { extension: [{ url: 'http://example.org/x', valueString: 'y' }], madeUp: [1, { z: null }] })],
      { more: { deep: [true] } },
    );
    const form = parseForm(json);
    expect(form.ok && form.value.source).toEqual(json);
  });

  test('with a version made from its content when it has none', () => {
    const { version: _, ...without } = q([text('a')]);
    const [one, same, other] = [without, { ...without }, { ...without, title: 'Other' }].map((json) => parseForm(json));
    expect(one?.ok && one.value.version).toMatch(/^unversioned-[0-9a-f]{12}$/);
    expect(one?.ok && same?.ok && one.value.version === same.value.version).toBe(true);
    expect(one?.ok && other?.ok && one.value.version === other.value.version).toBe(false);
    expect(one?.ok && one.value.warnings.map(({ code }) => code)).toEqual(['version-missing']);
  });

  test('with its limits, units and options when they are extensions', () => {
    const form = formOf([
      {
        linkId: 'w',
        type: 'decimal',
        text: 'Weight:',
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueDecimal: 0.5 },
          { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueDecimal: 400 },
          { url: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces', valueInteger: 1 },
          { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit', valueCoding: { code: 'kg' } },
          { url: 'https://downtime-box.invalid/fhir/StructureDefinition/softMax', valueDecimal: 250 },
        ],
      },
      {
        linkId: 'c',
        type: 'choice',
        text: 'Choice',
        answerOption: [
          {
            valueCoding: { system: 's', code: 'none', display: 'None' },
            extension: [
              { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive', valueBoolean: true },
            ],
          },
          { valueString: 'plain', initialSelected: true },
        ],
      },
    ]);
    expect(form.items[0]).toMatchObject({
      minValue: { valueDecimal: 0.5 },
      maxValue: { valueDecimal: 400 },
      maxDecimalPlaces: 1,
      unit: { code: 'kg' },
      softMax: 250,
    });
    expect(form.items[1]?.options.map(({ label, exclusive }) => [label, exclusive])).toEqual([
      ['None', true],
      ['plain', false],
    ]);
    expect(form.items[1]?.initial).toEqual([{ valueString: 'plain' }]);
  });

  test('with the codes of a contained value set when it is expanded, composed or of a whole contained system', () => {
    const form = formOf(
      ['expanded', 'composed', 'whole'].map((id) => ({ linkId: id, type: 'choice', answerValueSet: `#${id}` })),
      {
        contained: [
          {
            resourceType: 'ValueSet',
            id: 'expanded',
            expansion: { contains: [{ abstract: true, contains: [{ system: 's', code: 'a', display: 'A' }] }] },
          },
          {
            resourceType: 'ValueSet',
            id: 'composed',
            compose: {
              include: [{ system: 's', concept: [{ code: 'a' }, { code: 'b' }] }, { valueSet: ['#expanded'] }],
              exclude: [{ system: 's', concept: [{ code: 'b' }] }],
            },
          },
          { resourceType: 'ValueSet', id: 'whole', compose: { include: [{ system: 'cs' }] } },
          {
            resourceType: 'CodeSystem',
            url: 'cs',
            content: 'complete',
            concept: [{ code: 'x', concept: [{ code: 'y' }] }],
          },
        ],
      },
    );
    expect(form.items.map((item) => item.options.map(({ value }) => value.valueCoding?.code))).toEqual([
      ['a'],
      ['a', 'a'],
      ['x', 'y'],
    ]);
    expect(form.warnings).toEqual([]);
  });

  test('with a warning and free text when a value set needs a server or names itself', () => {
    const form = formOf(
      [
        { linkId: 'a', type: 'choice', answerValueSet: 'http://example.org/far' },
        { linkId: 'b', type: 'choice', answerValueSet: '#self' },
      ],
      { contained: [{ resourceType: 'ValueSet', id: 'self', compose: { include: [{ valueSet: ['#self'] }] } }] },
    );
    expect(form.items.map((item) => item.unresolvedValueSet)).toEqual(['http://example.org/far', '#self']);
    expect(form.warnings.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'value-set-unresolved item[0].answerValueSet',
      'value-set-unresolved item[1].answerValueSet',
    ]);
  });

  test('with help and unit texts moved to their question when they are display items', () => {
    const control = (code: string) => ({
      url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
      valueCodeableConcept: { coding: [{ code }] },
    });
    const form = formOf([
      {
        linkId: 'a',
        type: 'decimal',
        text: 'A',
        item: [
          { linkId: 'h', type: 'display', text: 'How to', extension: [control('help')] },
          { linkId: 'u', type: 'display', text: 'mmHg', extension: [control('unit')] },
          { linkId: 'x', type: 'display', text: 'Stays' },
        ],
      },
    ]);
    expect(form.items[0]).toMatchObject({ help: ['How to'], unit: { display: 'mmHg' } });
    expect(form.items[0]?.items.map(({ linkId }) => linkId)).toEqual(['x']);
  });

  test('as R5 when it has codings, answer constraints and protected items', () => {
    const form = formOf([
      { linkId: 'a', type: 'coding', answerConstraint: 'optionsOnly', answerOption: [{ valueCoding: { code: 'x' } }] },
      { linkId: 'b', type: 'coding', answerConstraint: 'optionsOrString', disabledDisplay: 'protected' },
      { linkId: 'c', type: 'integer', answerConstraint: 'optionsOrType', answerOption: [{ valueInteger: 5 }] },
    ]);
    expect(form.items.map(({ type }) => type)).toEqual(['choice', 'open-choice', 'integer']);
    expect(form.items[1]?.disabledDisplay).toBe('protected');
    expect(form.items[2]?.optionsAreSuggestions).toBe(true);
  });

  test('as STU3 when it has option, options, initial[x] and hasAnswer', () => {
    const form = formOf(
      [
        { linkId: 'a', type: 'choice', option: [{ valueCoding: { code: 'x' } }] },
        { linkId: 'b', type: 'choice', options: { reference: '#v' } },
        { linkId: 'c', type: 'string', initialString: 'hello' },
        {
          linkId: 'd',
          type: 'string',
          enableWhen: [
            { question: 'a', hasAnswer: true },
            { question: 'b', answerCoding: { code: 'y' } },
          ],
        },
      ],
      {
        contained: [
          { resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 's', concept: [{ code: 'y' }] }] } },
        ],
      },
    );
    expect(form.items.slice(0, 2).map(({ options }) => options.length)).toEqual([1, 1]);
    expect(form.items[2]?.initial).toEqual([{ valueString: 'hello' }]);
    expect(form.items[3]).toMatchObject({
      enableBehavior: 'any',
      enableWhen: [{ operator: 'exists' }, { operator: '=' }],
    });
  });

  test.each([
    ['CQL', { language: 'text/cql', expression: 'X' }, 'expression-language'],
    ['a query', { language: 'application/x-fhir-query', expression: 'Patient?_id=1' }, 'expression-language'],
    ['resolve()', fhirpath('%resource.subject.resolve()'), 'expression-refused'],
    ['memberOf()', fhirpath("item.answer.value.memberOf('x')"), 'expression-refused'],
    ['trace()', fhirpath("item.trace('x')"), 'expression-refused'],
    ['%terminologies', fhirpath("%terminologies.expand('x')"), 'expression-refused'],
    ['a pattern that explodes', fhirpath("'a'.matches('^(a+)+$')"), 'expression-refused'],
    ['a pattern that is computed', fhirpath("'a'.matches(%x)"), 'expression-refused'],
  ])('with the expression kept but not run when it is %s', (_, valueExpression, code) => {
    const item = text('a', { extension: [{ url: sdc('calculatedExpression'), valueExpression }] });
    const form = formOf([item]);
    expect(form.items[0]?.calculated).toBeUndefined();
    expect(form.warnings.map((each) => each.code)).toEqual([code]);
    expect(form.source['item']).toEqual([item]);
  });

  test('with constraints and their places when they are R4 or SDC 4', () => {
    const form = formOf([
      {
        linkId: 'g',
        type: 'group',
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint',
            extension: [
              { url: 'key', valueId: 'k1' },
              { url: 'severity', valueCode: 'warning' },
              { url: 'expression', valueString: 'item.exists()' },
              { url: 'human', valueString: 'No' },
            ],
          },
          {
            url: 'http://hl7.org/fhir/StructureDefinition/targetConstraint',
            extension: [
              { url: 'key', valueId: 'k2' },
              { url: 'expression', valueExpression: fhirpath('item.exists()') },
              { url: 'location', valueString: "%resource.item.where(linkId='a')" },
            ],
          },
        ],
        item: [text('a')],
      },
    ]);
    expect(form.items[0]?.constraints).toMatchObject([
      { key: 'k1', severity: 'warning', human: 'No', locations: [] },
      { key: 'k2', severity: 'error', locations: ['a'] },
    ]);
  });

  // A guard against a square, not a benchmark: machines are noisy.
  test('800 items without the time of a square', () => {
    const json = q(
      Array.from({ length: 80 }, (_, group) => ({
        linkId: `g${group}`,
        type: 'group',
        item: Array.from({ length: 9 }, (__, i) =>
          text(
            `g${group}.${i}`,
            i > 0 ? { enableWhen: [{ question: `g${group}.0`, operator: 'exists', answerBoolean: true }] } : {},
          ),
        ),
      })),
    );
    parseForm(json);
    const start = performance.now();
    expect(parseForm(json).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
