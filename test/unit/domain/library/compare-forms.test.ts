import { expect, test } from 'vitest';
import { compareForms } from '../../../../renderer/domain/library/compare-forms';
import { formOf } from '../../../support/form-answers';

const hl7 = (name: string, value: object) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
const base = [
  { linkId: 'hr', type: 'integer', text: 'Heart rate', extension: [hl7('maxValue', { valueInteger: 250 })] },
  {
    linkId: 'air',
    type: 'choice',
    text: 'Air',
    answerOption: [{ valueCoding: { code: 'room', display: 'Room air' } }],
  },
  { linkId: 'note', type: 'text', text: 'Note' },
  {
    linkId: 'g',
    type: 'group',
    text: 'Rows',
    repeats: true,
    item: [{ linkId: 'ml', type: 'integer', text: 'Volume' }],
  },
];
const words = (after: readonly object[], more: Record<string, unknown> = {}) =>
  compareForms(formOf(base), formOf(after, { version: '2', ...more })).map(
    ({ kind, linkId, words: said }) => `${kind} ${linkId}: ${said}`,
  );
const change = (linkId: string, part: object): readonly object[] =>
  base.map((item) => (item.linkId === linkId ? { ...item, ...part } : item));

test('nothing is said when two versions differ in their number only', () => {
  expect(compareForms(formOf(base), formOf(base, { version: '2', status: 'active' }))).toEqual([]);
});

test.each<[string, readonly object[], readonly string[]]>([
  [
    'a limit',
    change('hr', { extension: [hl7('maxValue', { valueInteger: 300 })] }),
    ['changed hr: Highest value: 300, was 250'],
  ],
  ['the words', change('hr', { text: 'Pulse' }), ['changed hr: Words: Pulse, was Heart rate']],
  ['what is needed', change('hr', { required: true }), ['changed hr: Needed: yes (new)']],
  [
    'the answers',
    change('air', {
      answerOption: [
        { valueCoding: { code: 'room', display: 'Room air' } },
        { valueCoding: { code: 'o2', display: 'Oxygen' } },
      ],
    }),
    ['changed air: Answers offered: Room air [room], Oxygen [o2], was Room air [room]'],
  ],
  [
    'when it is asked',
    change('note', { enableWhen: [{ question: 'hr', operator: '>', answerInteger: 100 }] }),
    ['changed note: Asked when: “hr” > 100 (new)'],
  ],
  ['a question more', [...base, { linkId: 'x', type: 'date', text: 'Day' }], ['added x: New question: “Day”']],
  ['a question less', base.filter(({ linkId }) => linkId !== 'note'), ['removed note: Taken out: “Note”']],
  ['the order', [base[2], base[0], base[1], base[3]] as object[], ['moved note: Now stands first']],
  [
    'the group it stands in',
    [
      ...base.slice(0, 2),
      {
        ...base[3],
        item: [
          { linkId: 'ml', type: 'integer', text: 'Volume' },
          { linkId: 'note', type: 'text', text: 'Note' },
        ],
      },
    ],
    ['moved note: Moved into “Rows”'],
  ],
  [
    'what no screen shows',
    change('hr', { extension: [hl7('maxValue', { valueInteger: 250 }), { url: 'http://v/x', valueString: 'y' }] }),
    ['changed hr: Something the screen does not show: extension'],
  ],
])('one difference is said in words when it is %s', (_, after, expected) => {
  expect(words(after)).toEqual(expected);
});

test('the form itself is named when its title changes, and what no screen shows of it too', () => {
  expect(words(base, { title: 'New' })).toEqual(['form : Title: New, was T1']);
  expect(words(base, { purpose: 'x' })).toEqual(['form : Something the screen does not show: purpose']);
});
