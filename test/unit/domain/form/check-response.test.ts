import { describe, expect, test } from 'vitest';
import { checkResponse } from '../../../../renderer/domain/form/check-response';
import { outcomeKey } from '../../../../renderer/domain/form/expression-results';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import { formOf } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });

describe('a response', () => {
  const form = formOf([
    { linkId: 'on', type: 'boolean' },
    {
      linkId: 'g',
      type: 'group',
      text: 'Group',
      required: true,
      item: [
        {
          linkId: 'a',
          type: 'string',
          required: true,
          enableWhen: [{ question: 'on', operator: '=', answerBoolean: true }],
        },
      ],
    },
    { linkId: 'd', type: 'display', text: 'Read this' },
  ]);
  const check = (item: readonly object[]) =>
    checkResponse(form, { ...newResponse(form), item } as FormResponse).map(({ code, linkId }) => `${code} ${linkId}`);

  test('asks what is needed only among what is on', () => {
    expect(check([{ linkId: 'on', answer: [{ valueBoolean: false }] }])).toEqual(['required g']);
    expect(check([{ linkId: 'on', answer: [{ valueBoolean: true }] }])).toEqual(['required g', 'required a']);
  });

  test.each<[string, readonly object[], string]>([
    ['an unknown item', [{ linkId: 'nowhere', answer: [{ valueString: 'x' }] }], 'unknown-item nowhere'],
    ['an item in the wrong place', [{ linkId: 'a', answer: [{ valueString: 'x' }] }], 'unknown-item a'],
    [
      'an answer that is switched off',
      [{ linkId: 'g', item: [{ linkId: 'a', answer: [{ valueString: 'x' }] }] }],
      'not-enabled a',
    ],
    ['an answer to a text of the form', [{ linkId: 'd', answer: [{ valueString: 'x' }] }], 'wrong-type d'],
    ['an answer of a group itself', [{ linkId: 'g', answer: [{ valueString: 'x' }] }], 'wrong-type g'],
    [
      'a group twice that is there once',
      [
        { linkId: 'g', item: [] },
        { linkId: 'g', item: [] },
      ],
      'too-many g',
    ],
  ])('with %s is told so', (_, items, expected) => {
    expect(check(items)).toContain(expected);
  });

  test('says a broken rule at the place the rule names, or at the top of the form', () => {
    const constraint = (key: string, location?: string) =>
      hl7('questionnaire-constraint', {
        extension: [
          { url: 'key', valueId: key },
          { url: 'severity', valueCode: 'error' },
          { url: 'expression', valueString: 'true' },
          { url: 'human', valueString: `broken ${key}` },
          ...(location ? [{ url: 'location', valueString: location }] : []),
        ],
      });
    const ruled = formOf(
      [{ linkId: 'g', type: 'group', extension: [constraint('inner', 'a')], item: [{ linkId: 'a', type: 'string' }] }],
      { extension: [constraint('whole')] },
    );
    const results = new Map([
      [outcomeKey('constraint', 'g[0]', 'inner'), { result: [false] }],
      [outcomeKey('constraint', '', 'whole'), { result: [false] }],
    ]);
    const findings = checkResponse(ruled, newResponse(ruled), results);
    expect(findings.map(({ linkId, path, message }) => [linkId, path.length, message])).toEqual([
      ['', 0, 'broken whole'],
      ['a', 2, 'broken inner'],
    ]);
    const holding = new Map([...results.keys()].map((key) => [key, { result: [true] }]));
    expect(checkResponse(ruled, newResponse(ruled), holding)).toEqual([]);
  });
});
