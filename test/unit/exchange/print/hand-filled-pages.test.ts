import { describe, expect, test } from 'vitest';
import { formSheetPages } from '../../../../renderer/exchange/print/form-sheet';
import { frameOf } from '../../../../renderer/exchange/print/page/frame';
import type { Mark } from '../../../../renderer/exchange/print/page/ink';
import type { Paper } from '../../../../renderer/exchange/print/page/paper';
import { wrapRuns, wrapText } from '../../../../renderer/exchange/print/type/wrap';
import { formOf } from '../../../support/form-answers';
import { librarySheets } from '../../../support/paper/library-sheets';
import { OBSERVATIONS, observationSet } from '../../../support/paper/sample-charts';
import { form, item, LAB_REQUEST, options } from '../../../support/paper/sample-forms';
import { CHIOMA, CONTEXT, libraryForm } from '../../../support/paper/sample-sheets';

const PAPERS: readonly Paper[] = ['A4', 'Letter'];
const SERIAL = 'DT-7B02-0005-K';
const HELP = 'Wrong tick: fill the whole box, initial.';

const blank = (id: string, paper: Paper = 'A4') =>
  formSheetPages({ form: libraryForm(id), serial: SERIAL, mode: 'blank' }, paper, CONTEXT);
const isFoot = ({ linkId }: Mark): boolean => linkId === 'author' || linkId === 'after-downtime';

describe.each(['blank', 'prefill'] as const)('every page of the library when %s', (mode) => {
  test.each(PAPERS)('asks on %s who wrote it, with 7 mm to write and nothing of the form over it', (paper) => {
    for (const sheet of librarySheets(mode)) {
      const frame = frameOf(paper, sheet.form.paper.landscape === true);
      for (const { marks, page } of formSheetPages(sheet, paper, CONTEXT).pages) {
        const author = marks.filter(({ linkId }) => linkId === 'author');
        expect({ form: sheet.form.id, page, asked: author.map(({ option }) => option) }).toEqual({
          form: sheet.form.id,
          page,
          asked: ['name', 'signature', 'date', 'time'],
        });
        for (const { width, height } of author) {
          expect(height).toBeGreaterThanOrEqual(7);
          expect(width).toBeGreaterThan(12);
        }
        const top = Math.min(...author.map(({ y }) => y));
        expect(top).toBeLessThan(frame.bottom - 16);
        const lowest = Math.max(...marks.filter((mark) => !isFoot(mark)).map(({ y, height }) => y + height));
        expect(lowest).toBeLessThan(top);
      }
    }
  });
});

describe('a signed record', () => {
  test('has no second place to sign', () => {
    const { pages } = formSheetPages({ form: LAB_REQUEST, serial: SERIAL, mode: 'record', patient: CHIOMA }, 'A4', {
      ...CONTEXT,
    });
    expect(pages.flatMap(({ marks }) => marks).filter(({ linkId }) => linkId === 'author')).toEqual([]);
  });
});

describe('a blank sheet', () => {
  test.each(['F08', 'F10', 'F15', 'F24', 'F26', 'F27'])('%s is one page on A4 and on Letter', (id) => {
    expect(PAPERS.map((paper) => blank(id, paper).pages.length)).toEqual([1, 1]);
  });

  test('of a request leaves three lines for clinical details and three for results on A4', () => {
    const marks = blank('F10').pages.flatMap((page) => page.marks);
    expect(marks.find(({ linkId }) => linkId === 'clinical-details')?.height).toBeGreaterThanOrEqual(21);
    const results = marks.filter(({ linkId }) => linkId === 'result-text');
    expect(results).toHaveLength(3);
    for (const { height } of results) expect(height).toBeGreaterThanOrEqual(7);
  });

  test('gives up lines where that saves a page on Letter, but never the rows somebody asked for', () => {
    const results = (rows?: number): number =>
      formSheetPages(
        { form: libraryForm('F10'), serial: SERIAL, mode: 'blank', ...(rows === undefined ? {} : { rows }) },
        'Letter',
        CONTEXT,
      )
        .pages.flatMap((page) => page.marks)
        .filter(({ linkId }) => linkId === 'result-text').length;
    expect([results(), results(3), results(9)]).toEqual([2, 3, 9]);
  });

  test('says once how to write on it, and nothing about data it does not have', () => {
    const loose = formOf([{ linkId: 'q', text: 'Question', type: 'string' }]);
    const sheets = [...librarySheets('blank'), { form: loose, serial: SERIAL, mode: 'blank' } as const];
    for (const sheet of sheets) {
      const html = formSheetPages(sheet, 'A4', CONTEXT)
        .pages.map((page) => page.html)
        .join('');
      expect({ form: sheet.form.id, times: html.split(`${HELP}</`).length - 1 }).toEqual({
        form: sheet.form.id,
        times: 1,
      });
      expect(html).not.toContain('EHR data');
    }
  });
});

describe('an observation chart', () => {
  const glucose = form('X', 'Chart', [
    item('group', {
      linkId: 'chart',
      text: 'Chart',
      items: [
        item('quantity', {
          linkId: 'glucose',
          text: 'Blood glucose',
          unitOptions: [
            { code: 'mmol/L', display: 'mmol/L' },
            { code: 'mg/dL', display: 'mg/dL' },
          ],
        }),
        item('choice', { linkId: 'site', text: 'Site', options: options('Finger|Arterial line') }),
      ],
      repeats: true,
      paper: { sets: 4 },
    }),
  ]);

  test('has one box to tick for each unit when a number may be in several', () => {
    const ticks = formSheetPages({ form: glucose, serial: SERIAL, mode: 'blank' }, 'A4', CONTEXT)
      .pages.flatMap(({ marks }) => marks)
      .filter(({ kind, linkId }) => kind === 'tick' && linkId === 'glucose');
    expect(ticks.map(({ option }) => option)).toEqual(['mmol/L', 'mg/dL']);
    expect(blank('F06').pages.some(({ marks }) => marks.some(({ option }) => option === 'mg/dL'))).toBe(true);
  });

  test('says how to write in its first strip, and has its author beside the sets that were signed', () => {
    const { pages } = formSheetPages(
      { form: OBSERVATIONS, serial: SERIAL, mode: 'prefill', patient: CHIOMA, sets: [observationSet('05:40', 88)] },
      'A4',
      CONTEXT,
    );
    expect(pages.every(({ marks }) => marks.some(({ linkId }) => linkId === 'author'))).toBe(true);
    expect(blank('F06').pages[0]?.html).toContain(HELP);
  });
});

describe('a score', () => {
  test('is printed with its unit', () => {
    const rated = form('X', 'Rates', [
      item('decimal', {
        linkId: 'rate',
        text: 'Urine per hour',
        unit: { code: 'mL/kg/h', display: 'mL/kg/h' },
        score: { parts: [], bands: [{ from: 0, to: 0.49, text: 'Low', level: 'warning' }] },
      }),
    ]);
    const response = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [{ linkId: 'rate', answer: [{ valueDecimal: 0.4 }] }],
    } as const;
    const { pages } = formSheetPages(
      { form: rated, serial: SERIAL, mode: 'record', patient: CHIOMA, response },
      'A4',
      CONTEXT,
    );
    expect(pages[0]?.html).toContain('0.4 mL/kg/h – Low');
  });
});

describe('a line that is too long', () => {
  const textOf = (lines: ReturnType<typeof wrapText>): readonly string[] =>
    lines.map((line) => line.map(({ text }) => text).join(''));

  test('is broken at the hyphen of a double name', () => {
    expect(textOf(wrapText('WICKRAMASINGHE-FEATHERSTONEHAUGH', 'name', 80))).toEqual([
      'WICKRAMASINGHE-',
      'FEATHERSTONEHAUGH',
    ]);
  });

  test('takes a label to the next line with its value', () => {
    const runs = [
      { text: 'Isolation ', style: 'label' },
      { text: 'Contact-enteric', style: 'value' },
      { text: '   Alerts\u00a0', style: 'label' },
      { text: 'Falls', style: 'value' },
    ] as const;
    const [first, second] = textOf(wrapRuns(runs, 62));
    expect([first?.trim(), second?.trim()]).toEqual(['Isolation Contact-enteric', 'Alerts\u00a0Falls']);
  });
});
