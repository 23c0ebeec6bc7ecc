import { describe, expect, test } from 'vitest';
import { parseForm, parseFormText } from '../../../../renderer/domain/form/parse/parse-form';

const q = (item: unknown, more: object = {}) => ({
  resourceType: 'Questionnaire',
  id: 'T',
  version: '1',
  status: 'draft',
  ...more,
  item,
});
const text = (linkId: string, more: object = {}) => ({ linkId, type: 'string', text: linkId, ...more });

function problemsOf(json: unknown): readonly string[] {
  const form = parseForm(json);
  return form.ok ? [] : form.error.map(({ code, where }) => `${code} ${where}`);
}

describe('a form file is refused with its place', () => {
  test.each([
    ['malformed JSON', '{"resourceType":', 'malformed-json'],
    ['a list', '[]', 'not-an-object'],
    ['another resource', '{"resourceType":"Patient"}', 'wrong-resource-type'],
    ['DSTU2', '{"resourceType":"Questionnaire","group":{}}', 'dstu2'],
    ['nesting without end', `{"resourceType":"Questionnaire","x":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'too-deep'],
  ])('when it is %s', (_, file, code) => {
    const form = parseFormText(file);
    expect(form.ok ? undefined : form.error[0]?.code).toBe(code);
  });

  test('when it is larger than any form', () => {
    const form = parseFormText('x'.repeat(21 * 1024 * 1024));
    expect(form.ok ? undefined : form.error[0]?.code).toBe('too-large');
  });

  test.each([
    ['a linkId is missing', q([{ type: 'string' }]), ['link-id-missing item[0].linkId']],
    [
      'a linkId is there twice',
      q([text('a'), { linkId: 'g', type: 'group', item: [text('a')] }]),
      ['link-id-twice item[1].item[0].linkId'],
    ],
    ['a type is missing', q([{ linkId: 'a' }]), ['type-missing item[0].type']],
    ['a type is unknown', q([{ linkId: 'a', type: 'colour' }]), ['type-unknown item[0].type']],
    ['items are no list', q([{ linkId: 'a', type: 'group', item: {} }]), ['items-not-a-list item[0].item']],
    ['an item is no object', q(['x']), ['item-not-an-object item[0]']],
    [
      'a condition names no question of the form',
      q([text('a', { enableWhen: [{ question: 'nowhere', operator: 'exists', answerBoolean: true }] })]),
      ['unknown-link-id item[0].enableWhen[0].question'],
    ],
    [
      'conditions wait for each other',
      q([
        text('a', { enableWhen: [{ question: 'b', operator: 'exists', answerBoolean: true }] }),
        text('b', { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }),
      ]),
      ['circular-condition item[0].enableWhen'],
    ],
    [
      'a group waits for a question inside it',
      q([
        {
          linkId: 'g',
          type: 'group',
          enableWhen: [{ question: 'a', operator: '=', answerString: 'x' }],
          item: [text('a')],
        },
      ]),
      ['circular-condition item[0].enableWhen'],
    ],
    [
      'an operator is unknown',
      q([text('a'), text('b', { enableWhen: [{ question: 'a', operator: '~', answerString: 'x' }] })]),
      ['condition-operator item[1].enableWhen[0].operator'],
    ],
    [
      'a condition has nothing to compare with',
      q([text('a'), text('b', { enableWhen: [{ question: 'a', operator: '=' }] })]),
      ['condition-without-answer item[1].enableWhen[0]'],
    ],
    [
      'a comparison value is of the wrong JSON type',
      q([text('a'), text('b', { enableWhen: [{ question: 'a', operator: '=', answerInteger: 'five' }] })]),
      ['condition-without-answer item[1].enableWhen[0]'],
    ],
  ])('when %s', (_, json, expected) => {
    expect(problemsOf(json)).toEqual(expected);
  });

  test('when it has more than 20,000 items', () => {
    expect(
      problemsOf(q(Array.from({ length: 20_500 }, (_, i) => text(`i${i}`)))).map((each) => each.split(' ')[0]),
    ).toEqual(['too-many-items']);
  });

  test('when items are nested deeper than 50 levels', () => {
    let item: object = text('leaf');
    for (let depth = 0; depth < 60; depth += 1) item = { linkId: `g${depth}`, type: 'group', item: [item] };
    expect(problemsOf(q([item]))[0]).toMatch(/^too-deep /);
  });

  test('when a chain of 15,000 conditions is a circle', () => {
    const items = Array.from({ length: 15_000 }, (_, i) =>
      text(`i${i}`, { enableWhen: [{ question: `i${(i + 1) % 15_000}`, operator: 'exists', answerBoolean: true }] }),
    );
    expect(problemsOf(q(items)).map((each) => each.split(' ')[0])).toEqual(['circular-condition']);
  });
});
