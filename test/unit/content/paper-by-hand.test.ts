import { describe, expect, test } from 'vitest';
import { formSheetPages } from '../../../renderer/exchange/print/form-sheet';
import { CHIOMA, CONTEXT } from '../../support/paper/sample-sheets';
import { formOf } from '../../support/form-answers';
import { type Answers, at, libraryForm, quantity, written } from './worked-out';

function paperOf(id: string, answers?: Answers) {
  const form = libraryForm(id);
  const sheet = { form, serial: 'DT-7B02-0005-K' };
  const { pages } =
    answers === undefined
      ? formSheetPages({ ...sheet, mode: 'blank' }, 'A4', CONTEXT)
      : formSheetPages({ ...sheet, mode: 'prefill', patient: CHIOMA, response: written(form, answers) }, 'A4', CONTEXT);
  const marks = pages.flatMap((page) => page.marks);
  return {
    html: pages.map(({ html }) => html).join(''),
    asked: (linkId: string) => marks.some((mark) => mark.linkId === linkId),
    ticks: (linkId: string) =>
      marks.flatMap((mark) => (mark.linkId === linkId && mark.kind === 'tick' ? [mark.option] : [])),
  };
}

describe('a sheet printed ahead and filled in by hand', () => {
  test('has room for what depends on an answer that is still to come', () => {
    const paper = paperOf('F20', {});
    expect(['died-at', 'pronounced-by', 'after-hr', 'moved-to'].filter((linkId) => !paper.asked(linkId))).toEqual([]);
  });

  test('leaves out what an answer given already rules out', () => {
    const paper = paperOf('F20', { result: 'pulse-back' });
    expect(['died-at', 'pronounced-by', 'after-hr', 'moved-to'].filter((linkId) => paper.asked(linkId))).toEqual([
      'after-hr',
      'moved-to',
    ]);
  });
});

describe('a number that may be in one of several units', () => {
  test('has a box to tick for each unit', () => {
    expect(paperOf('F23').ticks('concentration')).toEqual(['mg/mL', 'ug/mL', '[IU]/mL', 'mmol/mL']);
  });

  test('says its unit when it is answered', () => {
    expect(paperOf('F23', { concentration: quantity(50, '[IU]/mL', 'units/mL') }).html).toContain('50 units/mL');
  });
});

describe('a form about a unit or a PC', () => {
  test.each(['F21', 'F22', 'F25', 'F27'])('%s asks for no patient and no allergies when blank', (id) => {
    const paper = paperOf(id);
    expect([paper.asked('name'), paper.asked('mrn'), paper.html.includes('ALLERGIES')]).toEqual([false, false, false]);
  });

  test('is not what a form is that does not say what it is about', () => {
    const form = formOf([{ linkId: 'q', text: 'Question', type: 'string' }]);
    const { pages } = formSheetPages({ form, serial: 'DT-7B02-0005-K', mode: 'blank' }, 'A4', CONTEXT);
    expect(pages[0]?.html).toContain('ALLERGIES');
  });
});

describe('an answer too wide for its column', () => {
  const form = libraryForm('F28');
  const response = written(
    form,
    {},
    {
      papers: [
        {
          serial: 'S1',
          form: 'F04',
          owner: 'laboratory',
          disposition: 'enter-and-scan',
          'entered-by': 'AM',
          'entered-at': at('09:20'),
          'verified-by': 'JO',
          'verified-at': at('10:30'),
          'scanned-at': at('11:40'),
          exception: 'page 2 wet',
        },
      ],
    },
  );
  const { pages } = formSheetPages({ form, serial: 'S', mode: 'record', patient: CHIOMA, response }, 'A4', CONTEXT);
  const words = [...(pages[0]?.html ?? '').matchAll(/>([^<>]+)</g)].map(([, text]) => text?.trim());

  test('is the letter of its choice, and a time without its year', () => {
    expect(words).toEqual(expect.arrayContaining(['LAB', '09:20', '10:30', '11:40']));
    expect(words.filter((text) => text === '22-Nov')).toHaveLength(3);
    expect(words.filter((text) => text?.startsWith('Labor'))).toEqual([]);
  });
});
