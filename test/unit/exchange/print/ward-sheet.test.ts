import { expect, test } from 'vitest';
import { formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import { formOf } from '../../../support/form-answers';

const form = formOf([{ linkId: 'a', type: 'string', text: 'What is wrong' }], {
  title: 'Issue log',
  subjectType: ['Location'],
});
const context = { printedAt: '2026-11-22T07:41:00.000+01:00', workstation: 'WS7B02', ward: '7B', drill: false };
const textOf = (ward?: string): string =>
  formSheetPages(
    { form, serial: 'DT-WS7B02-0002-7', mode: 'record', ...(ward === undefined ? {} : { ward }) },
    'A4',
    context,
  )
    .pages.map((page) => page.html)
    .join('');

test('names the ward and has no place for a patient when a form about the ward is printed', () => {
  expect(textOf('7B')).toContain('Issue log, Ward 7B');
  expect(textOf('7B')).not.toMatch(/Allergies|ALLERGIES|MRN/);
  expect(textOf()).not.toContain('Ward 7B');
});
