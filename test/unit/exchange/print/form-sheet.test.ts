import { describe, expect, test } from 'vitest';
import type { FormResponse } from '../../../../renderer/domain/form/response';
import type { Patient } from '../../../../renderer/domain/patient/patient';
import { type FormSheet, formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import type { PaperContext } from '../../../../renderer/exchange/print/page/context';
import type { SheetPages } from '../../../../renderer/exchange/print/sheet-pages';
import { MEDICINES, MEDICINES_FROM_EHR, OBSERVATIONS, observationSet } from '../../../support/paper/sample-charts';
import { form, item, LAB_REQUEST, options } from '../../../support/paper/sample-forms';
import { CHIOMA, CONTEXT, libraryForm, UNKNOWN } from '../../../support/paper/sample-sheets';

const SERIAL = 'DT-7B02-0005-K';

function pagesOf(sheet: Partial<FormSheet> & Pick<FormSheet, 'form'>, context: PaperContext = CONTEXT): SheetPages {
  return formSheetPages({ serial: SERIAL, mode: sheet.patient ? 'prefill' : 'blank', ...sheet }, 'A4', context);
}

/** The words of a page as they are read, one text a line. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<\/(p|h1|h2|h3)>/g, '\n')
    .replaceAll('<br>', ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('\u00a0', ' ');
}

function allWords(sheet: SheetPages): string {
  return sheet.pages.map(({ html }) => wordsOf(html)).join('\n');
}

const answered = (...items: NonNullable<FormResponse['item']>): FormResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  item: items,
});

describe('every page of a sheet', () => {
  const note = Array.from({ length: 900 }, (_, word) => `word${word}`).join(' ');
  const long = pagesOf({
    form: LAB_REQUEST,
    patient: CHIOMA,
    response: answered({ linkId: 'clinical-group', item: [{ linkId: 'clinical', answer: [{ valueString: note }] }] }),
  });

  test('carries two identifiers, the allergies, the serial and its place when the sheet goes on', () => {
    expect(long.pages.length).toBeGreaterThan(1);
    long.pages.forEach(({ html, of }, index) => {
      const words = wordsOf(html);
      for (const part of [
        'GARCÍA, Chioma',
        '05-May-1934',
        '9000148',
        'PENICILLIN',
        'anaphylaxis',
        SERIAL,
        `Page ${index + 1} of ${of}`,
        '06:15 today',
      ])
        expect(words).toContain(part);
      expect(words.includes(`Continued on page ${index + 2}`)).toBe(index + 1 < of);
    });
  });

  test('loses no word when an answer is longer than a page', () => {
    const words = allWords(long).replaceAll(/\s+/g, ' ');
    for (let word = 0; word < 900; word += 1) expect(words).toContain(`word${word}`);
    expect(long.tooHigh).toEqual([]);
    expect(words).toContain('Clinical details (continued)');
  });

  test('keeps text 5 mm clear of the corner marks when the page is upright or wide', () => {
    for (const sheet of [long, pagesOf({ form: OBSERVATIONS, patient: CHIOMA }), pagesOf({ form: MEDICINES })]) {
      for (const { html } of sheet.pages) {
        const wide = html.includes('"pg land"');
        const [width, height] = wide ? [297, 209.9] : [210, 296.9];
        for (const [, left = '', top = '', wideText = '', tall = ''] of html.matchAll(
          /left:([\d.]+)mm;top:([\d.]+)mm;width:([\d.]+)mm;height:([\d.]+)mm/g,
        )) {
          const box = {
            left: Number(left),
            top: Number(top),
            right: Number(left) + Number(wideText),
            bottom: Number(top) + Number(tall),
          };
          const nearSide = box.left < 15.5 && !wide;
          expect(nearSide).toBe(false);
          expect(box.top < 15.5 && (box.left < 10.5 || box.right > width - 10.5)).toBe(false);
          expect(box.right).toBeLessThanOrEqual(width - 11.9);
          expect(box.bottom).toBeLessThanOrEqual(height - 5);
        }
      }
    }
  });

  test('is the same again when planned twice', () => {
    const again = pagesOf({ form: LAB_REQUEST, patient: CHIOMA });
    expect(again.pages).toEqual(pagesOf({ form: LAB_REQUEST, patient: CHIOMA }).pages);
  });
});

describe('what is not known', () => {
  test('is said in words when the patient is unknown', () => {
    const words = allWords(pagesOf({ form: LAB_REQUEST, patient: UNKNOWN }));
    for (const part of [
      'UNKNOWN-MALE-BRAVO',
      'about 40 y',
      'MRN Not known',
      'D-7B02-0001-K',
      'Not in snapshot – ask the patient',
      'Sex Not known',
    ])
      expect(words).toContain(part);
    expect(words).not.toContain('No known allergies');
  });

  test.each([
    ['none-known', 'No known allergies (as at 06:15 today)'],
    ['unable-to-obtain', 'could not be obtained'],
    ['listed', 'Not in snapshot – ask the patient'],
  ] as const)('reads right when the allergy status is %s with an empty list', (allergyStatus, text) => {
    expect(allWords(pagesOf({ form: LAB_REQUEST, patient: { ...CHIOMA, allergyStatus, allergies: [] } }))).toContain(
      text,
    );
  });

  test('is "Not answered" on a record and room to write on a sheet to be filled', () => {
    const response = answered({
      linkId: 'requester',
      item: [{ linkId: 'name', answer: [{ valueString: 'Dr Okafor' }] }],
    });
    expect(allWords(pagesOf({ form: LAB_REQUEST, patient: CHIOMA, mode: 'record', response }))).toContain(
      'Not answered',
    );
    expect(allWords(pagesOf({ form: LAB_REQUEST, patient: CHIOMA, mode: 'prefill', response }))).not.toContain(
      'Not answered',
    );
  });
});

describe('marks of a page', () => {
  test('say draft, drill, correction and strike-through when they apply', () => {
    const amendments = [
      { kind: 'corrected', text: 'Dose was 10 mg. A. Moreau 08:10' },
      { kind: 'struck-through', text: 'Wrong patient' },
    ] as const;
    const words = allWords(
      pagesOf(
        { form: LAB_REQUEST, patient: CHIOMA, mode: 'record', amendments, nameAlert: true },
        { ...CONTEXT, drill: true },
      ),
    );
    for (const part of [
      'DRAFT',
      'DRILL – not for patient care',
      'CORRECTED',
      'Dose was 10 mg',
      'STRUCK THROUGH',
      'Wrong patient',
      'NAME ALERT',
    ])
      expect(words).toContain(part);
    const plain = allWords(pagesOf({ form: { ...LAB_REQUEST, status: 'active' }, patient: CHIOMA }));
    for (const part of ['DRAFT', 'DRILL', 'CORRECTED', 'STRUCK', 'NAME ALERT']) expect(plain).not.toContain(part);
  });

  test('cannot be forged when a name or an answer holds markup or direction overrides', () => {
    const patient: Patient = { ...CHIOMA, family: '<b>Evil</b>', given: 'A\u202enna"&' };
    const [page] = pagesOf({ form: LAB_REQUEST, patient }).pages;
    expect(page?.html).toContain('&lt;B&gt;EVIL&lt;/B&gt;, Anna&quot;&amp;');
    expect(page?.html).not.toContain('\u202e');
  });
});

describe('a blank form', () => {
  test('asks every option with its own box and says which answers need what', () => {
    const { pages } = pagesOf({ form: LAB_REQUEST });
    const ticks = pages
      .flatMap(({ marks }) => marks)
      .filter(({ linkId, kind }) => linkId === 'tests' && kind === 'tick');
    expect(ticks.map(({ option }) => option)).toEqual(
      LAB_REQUEST.items[2]?.items[0]?.options.map(({ label }) => label),
    );
    expect(new Set(ticks.map(({ x, y }) => `${x} ${y}`)).size).toBe(16);
    const words = allWords(pagesOf({ form: LAB_REQUEST }));
    for (const part of [
      'tick one',
      'tick all that apply',
      'Stick patient label here',
      '(day, month, year)',
      '(24 hour)',
      'Other (PRINT)',
    ])
      expect(words).toContain(part);
  });

  test('has as many rows to write as asked for when a number is given', () => {
    const cells = (rows: number): number =>
      pagesOf({ form: LAB_REQUEST, rows })
        .pages.flatMap(({ marks }) => marks)
        .filter(({ linkId }) => linkId === 'value').length;
    expect([cells(3), cells(25)]).toEqual([3, 25]);
  });

  test('says when a question is asked only after an answer', () => {
    const asked = form('X', 'Conditional', [
      item('boolean', { linkId: 'fasting', text: 'Fasting' }),
      item('string', {
        linkId: 'since',
        text: 'Since',
        enableWhen: [{ question: 'fasting', operator: '=', answer: { valueBoolean: true } }],
      }),
      item('choice', { linkId: 'kind', text: 'Kind', options: options('Red|Green') }),
      item('string', {
        linkId: 'why',
        text: 'Why',
        enableWhen: [{ question: 'kind', operator: '=', answer: { valueCoding: { code: 'Red' } } }],
      }),
    ]);
    expect(allWords(pagesOf({ form: asked }))).toContain('Since only if Fasting is Yes');
    expect(allWords(pagesOf({ form: asked }))).toContain('Why only if Red is ticked');
    const filled = pagesOf({
      form: asked,
      patient: CHIOMA,
      response: answered({ linkId: 'fasting', answer: [{ valueBoolean: false }] }),
    });
    expect(allWords(filled)).not.toContain('Since');
  });
});

describe('a sheet filled before printing', () => {
  const medicines = pagesOf({ form: MEDICINES, patient: CHIOMA, response: MEDICINES_FROM_EHR });

  test('marks what was copied from the EHR and leaves six empty orders when two are known', () => {
    const words = allWords(medicines);
    expect(words.match(/^FROM EHR$/gm)).toHaveLength(2);
    expect(words).toContain('Check it before use');
    expect(words).toContain('amoxicillin with clavulanic acid');
    const empty = medicines.pages.flatMap(({ marks }) => marks).filter(({ linkId }) => linkId === 'drug');
    expect(empty).toHaveLength(6);
  });

  test('puts signed observation sets side by side in time order when the form is a chart', () => {
    const [page] = pagesOf({
      form: OBSERVATIONS,
      patient: CHIOMA,
      sets: [observationSet('05:40', 88), observationSet('07:35', 112)],
    }).pages;
    const at = (text: string): number =>
      Number(new RegExp(`left:([\\d.]+)mm[^>]*>${text}<`).exec(page?.html ?? '')?.[1]);
    expect(at('22-Nov<br>05:40')).toBeLessThan(at('22-Nov<br>07:35'));
    expect(at('88')).toBe(at('22-Nov<br>05:40'));
    expect(at('112')).toBe(at('22-Nov<br>07:35'));
  });

  test('ticks what was chosen and writes what is on no list', () => {
    const response = answered(
      { linkId: 'priority-group', item: [{ linkId: 'priority', answer: [{ valueCoding: { code: 'Routine' } }] }] },
      {
        linkId: 'tests-group',
        item: [{ linkId: 'tests', answer: [{ valueCoding: { code: 'CRP' } }, { valueString: 'Serum rhubarb' }] }],
      },
    );
    const words = allWords(pagesOf({ form: LAB_REQUEST, patient: CHIOMA, response }));
    expect(words).toContain('Serum rhubarb');
    const { html } = pagesOf({ form: LAB_REQUEST, patient: CHIOMA, response }).pages[0] ?? { html: '' };
    expect(html).toContain('<span class="bodyBold">Routine</span>');
    expect(html).not.toContain('<span class="bodyBold">Timed sample</span>');
  });
});

describe('a head that leaves no room', () => {
  test('is refused by name when there are three hundred allergies', () => {
    const allergies = Array.from({ length: 300 }, (_, index) => ({
      substance: `Substance number ${index}`,
      reaction: 'a rash',
    }));
    expect(pagesOf({ form: LAB_REQUEST, patient: { ...CHIOMA, allergies } }).tooHigh).toContainEqual({
      page: 1,
      field: 'Identity and allergies',
    });
  });
});

describe('the shipped forms', () => {
  test.each(['F04', 'F06', 'F10'])('%s fits A4 and Letter when blank and when filled', (id) => {
    for (const paper of ['A4', 'Letter'] as const) {
      for (const sheet of [{ mode: 'blank' }, { mode: 'prefill', patient: CHIOMA }] as const) {
        const { pages, tooHigh } = formSheetPages({ form: libraryForm(id), serial: SERIAL, ...sheet }, paper, CONTEXT);
        expect(tooHigh).toEqual([]);
        expect(pages.length).toBeLessThanOrEqual(6);
      }
    }
  });
});
