import { expect, test } from 'vitest';
import { findForms } from '../../../../renderer/domain/form/find-forms';
import { formOf } from '../../../support/form-answers';

const form = (id: string, title: string, description = '') =>
  formOf([{ linkId: 'a', type: 'string', text: 'A' }], { id, title, description });
const FORMS = [
  form('F04', 'Medication administration record', 'Orders in force and doses given'),
  form('F05', 'Medication reconciliation'),
  form('F06', 'Vital signs', 'Downtime observation chart'),
  form('F24', 'Glucose and insulin', 'Low value opens the medication steps'),
];

test.each([
  ['nothing is typed', ' ', ['F04', 'F05', 'F06', 'F24']],
  ['a number is typed', 'f04', ['F04']],
  ['a number is typed without its zero', 'f4', ['F04']],
  ['only digits are typed', '24', ['F24']],
  ['the initials are typed', 'MAR', ['F04']],
  ['two words are typed in any order', 'rec med', ['F04', 'F05']],
  ['a word of the description is typed', 'observation', ['F06']],
  ['a word stands in titles and descriptions, titles first', 'medication', ['F04', 'F05', 'F24']],
  ['nothing matches', 'zebra', []],
])('finds the right forms when %s', (_, query, ids) => {
  expect(findForms(FORMS, query).map(({ id }) => id)).toEqual(ids);
});
