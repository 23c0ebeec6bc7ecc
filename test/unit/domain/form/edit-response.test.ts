import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../../renderer/domain/basics/json';
import { answersAt } from '../../../../renderer/domain/form/answer-path';
import { checkResponse } from '../../../../renderer/domain/form/check-response';
import { addRow, clearItem, removeRow, setAnswers } from '../../../../renderer/domain/form/edit-response';
import { fillForm } from '../../../../renderer/domain/form/fill-form';
import { newResponse } from '../../../../renderer/domain/form/new-response';
import type { AnswerPath } from '../../../../renderer/domain/form/form';
import type { FormResponse, ResponseAnswer } from '../../../../renderer/domain/form/response';
import { formOf } from '../../../support/form-answers';

const form = formOf([
  { linkId: 'a', type: 'string', text: 'A' },
  {
    linkId: 'g',
    type: 'group',
    text: 'G',
    item: [
      {
        linkId: 'b',
        type: 'choice',
        repeats: true,
        answerOption: ['x', 'y', 'z'].map((code) => ({ valueCoding: { system: 's', code } })),
        item: [{ linkId: 'why', type: 'string' }],
      },
      { linkId: 'c', type: 'boolean', item: [{ linkId: 'd', type: 'string' }] },
    ],
  },
  {
    linkId: 'row',
    type: 'group',
    repeats: true,
    item: [
      { linkId: 'r1', type: 'integer', initial: [{ valueInteger: 7 }] },
      { linkId: 'in', type: 'group', repeats: true, item: [{ linkId: 'r2', type: 'date' }] },
    ],
  },
  { linkId: 'z', type: 'text', text: 'Z' },
]);
const at = (...steps: readonly (string | readonly [string, number])[]): AnswerPath =>
  steps.map((step) => (typeof step === 'string' ? { linkId: step, index: 0 } : { linkId: step[0], index: step[1] }));
const string = (valueString: string): ResponseAnswer => ({ valueString });
const coding = (code: string): ResponseAnswer => ({ valueCoding: { system: 's', code } });
const linkIds = (response: FormResponse) => response.item?.map(({ linkId }) => linkId);

describe('setAnswers', () => {
  test('puts items in the order of the form when they are answered in another order', () => {
    let response = setAnswers(form, newResponse(form), at('z'), [string('1')]);
    response = setAnswers(form, response, at('g', 'c'), [{ valueBoolean: true }]);
    response = setAnswers(form, response, at('a'), [string('2')]);
    expect(linkIds(response)).toEqual(['a', 'g', 'z']);
  });

  test('leaves unknown items and members where they are when something else changes', () => {
    const strange = { linkId: 'strange', answer: [{ valueString: 'kept' }], madeUp: { x: [1] } };
    const response = {
      ...newResponse(form),
      meta: { tag: [] },
      item: [{ linkId: 'z', text: 'other words', answer: [string('1')] }, strange],
    } as unknown as FormResponse;
    const next = setAnswers(form, response, at('a'), [string('2')]);
    expect(linkIds(next)).toEqual(['a', 'z', 'strange']);
    expect(next.item?.[2]).toBe(strange);
    expect(next.item?.[1]).toBe(response.item?.[0]);
    expect(next['meta']).toBe(response['meta']);
  });

  test('shares what did not change when one answer of many does', () => {
    const before = setAnswers(
      form,
      setAnswers(form, newResponse(form), at('g', 'c'), [{ valueBoolean: true }]),
      at('z'),
      [string('1')],
    );
    const after = setAnswers(form, before, at('z'), [string('2')]);
    expect(after.item?.[0]).toBe(before.item?.[0]);
  });

  test('takes the item and its empty group out when the last answer goes', () => {
    const response = setAnswers(form, newResponse(form), at('g', 'c'), [{ valueBoolean: true }]);
    const next = setAnswers(form, response, at('g', 'c'), []);
    expect(next.item).toBeUndefined();
    expect(canonicalJson(next)).toBe(canonicalJson(newResponse(form)));
  });

  test('keeps the answers below when the answer above them changes or goes', () => {
    let response = setAnswers(form, newResponse(form), at('g', 'c'), [{ valueBoolean: true }]);
    response = setAnswers(form, response, at('g', 'c', 'd'), [string('because')]);
    for (const answers of [[{ valueBoolean: false }], []]) {
      const next = setAnswers(form, response, at('g', 'c'), answers);
      expect(answersAt(form, next, at('g', 'c', 'd'))).toEqual([string('because')]);
    }
  });

  test('keeps each answer below its own value when one of several is taken away', () => {
    let response = setAnswers(form, newResponse(form), at('g', 'b'), [coding('x'), coding('y')]);
    response = setAnswers(form, response, at('g', ['b', 1], 'why'), [string('for y')]);
    response = setAnswers(form, response, at('g', 'b'), [coding('y')]);
    expect(answersAt(form, response, at('g', ['b', 0], 'why'))).toEqual([string('for y')]);
  });

  test('answers below a question that has no answer yet when asked to', () => {
    const response = setAnswers(form, newResponse(form), at('g', 'c', 'd'), [string('x')]);
    expect(response.item?.[0]?.item?.[0]?.answer).toEqual([{ item: [{ linkId: 'd', answer: [string('x')] }] }]);
  });

  test.each([[at('nowhere')], [at('g', 'nowhere')], [at(['row', 3], 'r1')], [at(['g', 2], 'c')], [[]]])(
    'changes nothing when the path leads nowhere',
    (path) => {
      const response = newResponse(form);
      expect(setAnswers(form, response, path, [string('x')])).toBe(response);
    },
  );
});

describe('rows', () => {
  const empty = newResponse(form);

  test('start with their initial answers and a name of their own when added', () => {
    const response = addRow(form, addRow(form, empty, at('row')), at('row'));
    expect(response.item?.map(({ id }) => id)).toEqual(['row-1', 'row-2']);
    expect(answersAt(form, response, at(['row', 1], 'r1'))).toEqual([{ valueInteger: 7 }]);
  });

  test('keep their names when an earlier row goes and another comes', () => {
    const three = addRow(form, addRow(form, addRow(form, empty, at('row')), at('row')), at('row'));
    const next = addRow(form, removeRow(form, three, at(['row', 1])), at('row'));
    expect(next.item?.map(({ id }) => id)).toEqual(['row-1', 'row-3', 'row-4']);
  });

  test('that came without names keep their place as name when an earlier one goes', () => {
    const response = {
      ...empty,
      item: [1, 2].map((n) => ({ linkId: 'row', item: [{ linkId: 'r1', answer: [{ valueInteger: n }] }] })),
    };
    const next = removeRow(form, response, at(['row', 0]));
    expect(next.item?.map(({ id }) => id)).toEqual(['row-2']);
    expect(addRow(form, next, at('row')).item?.map(({ id }) => id)).toEqual(['row-2', 'row-3']);
  });

  test('inside rows are named after their row when added', () => {
    const response = addRow(form, addRow(form, addRow(form, empty, at('row')), at('row')), at(['row', 1], 'in'));
    expect(response.item?.[1]?.item?.find(({ linkId }) => linkId === 'in')?.id).toBe('row-2.in-1');
  });

  test('are emptied, not taken, when the form wants a least number; and not added beyond the most', () => {
    const extension = [
      ['minOccurs', 2],
      ['maxOccurs', 3],
    ].map(([name, valueInteger]) => ({
      url: `http://hl7.org/fhir/StructureDefinition/questionnaire-${name}`,
      valueInteger,
    }));
    const bounded = formOf([
      { linkId: 'row', type: 'group', repeats: true, extension, item: [{ linkId: 'x', type: 'string' }] },
    ]);
    const two = newResponse(bounded);
    expect(two.item).toHaveLength(2);
    const written = setAnswers(bounded, two, at(['row', 0], 'x'), [string('1')]);
    const removed = removeRow(bounded, written, at(['row', 0]));
    expect(removed.item?.map(({ item }) => item)).toEqual([undefined, undefined]);
    const three = addRow(bounded, two, at('row'));
    expect(addRow(bounded, three, at('row'))).toBe(three);
  });

  test('are bounded when nested groups want a hundred each', () => {
    const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs', valueInteger: 100 }];
    let item: object = { linkId: 'leaf', type: 'string' };
    for (let depth = 0; depth < 10; depth += 1)
      item = { linkId: `g${depth}`, type: 'group', repeats: true, extension, item: [item] };
    expect(JSON.stringify(newResponse(formOf([item]))).length).toBeLessThan(100_000);
  });

  test('go with everything in them when an item is cleared', () => {
    const response = addRow(form, addRow(form, empty, at('row')), at('row'));
    expect(clearItem(form, response, at('row')).item).toBeUndefined();
  });
});

describe('for all edits', () => {
  const answer: fc.Arbitrary<ResponseAnswer> = fc.oneof(
    fc.record({ valueString: fc.string() }),
    fc.record({ valueInteger: fc.integer() }),
    fc.record({ valueDecimal: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
    fc.record({ valueBoolean: fc.boolean() }),
    fc.record({ valueDate: fc.string() }),
    fc.constantFrom('x', 'y', 'q').map(coding),
  );
  const path = fc.constantFrom<AnswerPath>(
    at('a'),
    at('g', 'b'),
    at('g', ['b', 1], 'why'),
    at('g', 'c'),
    at('g', 'c', 'd'),
    at(['row', 1], 'r1'),
    at('row', ['in', 1], 'r2'),
    at('z'),
    at('nowhere'),
  );
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), path, answers: fc.array(answer, { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('add' as const),
      path: fc.constantFrom<AnswerPath>(at('row'), at('row', 'in'), at(['row', 1], 'in')),
      answers: fc.constant([]),
    }),
    fc.record({
      kind: fc.constant('remove' as const),
      path: fc.constantFrom<AnswerPath>(at(['row', 0]), at(['row', 1]), at('row', ['in', 0])),
      answers: fc.constant([]),
    }),
  );
  const apply = (
    response: FormResponse,
    {
      kind,
      path: where,
      answers,
    }: { kind: 'set' | 'add' | 'remove'; path: AnswerPath; answers: readonly ResponseAnswer[] },
  ) =>
    kind === 'set'
      ? setAnswers(form, response, where, answers)
      : kind === 'add'
        ? addRow(form, response, where)
        : removeRow(form, response, where);

  test('nothing throws, the response survives saving, and filling agrees with checking', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const response = edits.reduce(apply, newResponse(form));
        const loaded = JSON.parse(JSON.stringify(response)) as FormResponse;
        expect(canonicalJson(loaded)).toBe(canonicalJson(response));
        expect(fillForm({ definition: form, response: loaded }).findings).toEqual(checkResponse(form, response));
      }),
      { numRuns: 200 },
    );
  });

  test('what was set is read back when the place is there', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 12 }),
        fc.constantFrom(at('a'), at('z'), at('g', 'b')),
        fc.array(answer, { minLength: 1, maxLength: 3 }),
        (edits, where, answers) => {
          const before = edits.reduce(apply, newResponse(form));
          const read = answersAt(form, setAnswers(form, before, where, answers), where).map(
            ({ item: _item, ...own }) => own,
          );
          expect(read).toEqual(answers);
        },
      ),
    );
  });

  test('a reused tree shows the same as a new one', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let response = newResponse(form);
        let previous = fillForm({ definition: form, response });
        for (const each of edits) {
          response = apply(response, each);
          previous = fillForm({ definition: form, response, previous });
        }
        expect(previous).toEqual(fillForm({ definition: form, response }));
      }),
    );
  });
});
