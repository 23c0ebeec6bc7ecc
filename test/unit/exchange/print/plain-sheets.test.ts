import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../../../renderer/domain/checklist/checklist';
import type { Patient } from '../../../../renderer/domain/patient/patient';
import { type Runbook, stepsOf } from '../../../../renderer/domain/runbook/runbook';
import type { SheetPages } from '../../../../renderer/exchange/print/sheet-pages';
import { coverPages } from '../../../../renderer/exchange/print/sheets/cover-sheet';
import { paperChecklist } from '../../../../renderer/exchange/print/sheets/paper-checklist';
import { paperRunbook } from '../../../../renderer/exchange/print/sheets/paper-runbook';
import { plainText } from '../../../../renderer/exchange/print/sheets/plain-text';
import { recoverySheet } from '../../../../renderer/exchange/print/sheets/recovery-sheet';
import { wardListPages } from '../../../../renderer/exchange/print/sheets/ward-list';
import { CHIOMA, CONTEXT, libraryFile, UNKNOWN } from '../../../support/paper/sample-sheets';

const paper = 'A4';
const context = CONTEXT;

function words({ pages }: SheetPages): string {
  return pages
    .map(({ html }) =>
      html
        .replaceAll('<br>', ' ')
        .replaceAll(/<\/(p|h1|h2|h3)>/g, '\n')
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    )
    .join('\n');
}

describe('checklist on paper', () => {
  const checklist = libraryFile<Checklist>('checklists/bedside-nurse');
  const sheet = paperChecklist(checklist, { paper, context });

  test('has every step with a box, room for time and initials, and no patient data', () => {
    const steps = checklist.phases.flatMap((phase) => phase.steps);
    const marks = sheet.pages.flatMap((page) => page.marks);
    for (const { id } of steps) {
      expect(marks.filter(({ linkId, option }) => linkId === id && option === 'done')).toHaveLength(1);
      expect(
        marks.filter(({ linkId, option }) => linkId === id && (option === 'time' || option === 'initials')),
      ).toHaveLength(2);
    }
    const text = words(sheet);
    for (const { object } of steps) expect(text).toContain(object);
    expect(text).toContain('No EHR data on this page');
  });

  test('is marked as draft until approved', () => {
    expect(words(sheet)).toContain('DRAFT');
    expect(words(paperChecklist({ ...checklist, status: 'active' }, { paper, context }))).not.toContain('DRAFT');
  });
});

describe('runbook on paper', () => {
  const runbook = libraryFile<Runbook>('runbooks/blood-bank');
  const text = words(
    paperRunbook(runbook, {
      paper,
      context,
      names: { contacts: [{ id: 'blood-bank', role: 'Blood bank', phone: '5550', alternative: 'Runner' }] },
    }),
  );

  test('keeps the numbers of the source and sends each answer to its step', () => {
    for (const { step } of stepsOf(runbook)) expect(text).toContain(`${step.number}  ${step.object}`);
    const numbers = new Map(stepsOf(runbook).map(({ step }) => [step.id, step.number]));
    const targets = stepsOf(runbook).flatMap(({ step }) =>
      (step.options ?? []).flatMap(({ goTo }) => numbers.get(goTo ?? '') ?? []),
    );
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((number) => !text.includes(`go to step ${number}`))).toEqual([]);
  });

  test('prints known phone numbers, every warning and the order of back-entry', () => {
    expect(text).toContain('5550');
    for (const { text: warning } of runbook.warnings) expect(text).toContain(plainText(warning).slice(0, 40));
    for (const { what } of runbook.backEntry) expect(text).toContain(what.slice(0, 20));
  });
});

describe('ward list', () => {
  test('shows everybody, says unknown allergies in words and leaves rows for arrivals', () => {
    const text = words(wardListPages({ patients: [CHIOMA, UNKNOWN], serial: 'DT-1', paper, context }));
    for (const part of [
      'GARCÍA, Chioma',
      'UNKNOWN-MALE-BRAVO',
      'Not in snapshot – ask the patient',
      'PENICILLIN',
      '06:15 today',
    ])
      expect(text).toContain(part);
  });

  test('goes over several pages with its head again when the ward is large', () => {
    const patients = Array.from({ length: 60 }, (_, index): Patient => ({
      ...CHIOMA,
      id: `${index}`,
      bed: `B-${index}`,
    }));
    const { pages } = wardListPages({ patients, serial: 'DT-1', paper, context });
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page.html).toContain('Moved or new, time');
  });
});

describe('cover', () => {
  test('counts sheets and pages per form and per patient', () => {
    const sheet = (
      form: string,
      patient: Patient | undefined,
      pages: number,
    ): Parameters<typeof coverPages>[0]['sheets'][number] => ({
      form,
      title: `Title ${form}`,
      serial: `S-${form}`,
      pages,
      ...(patient ? { patient } : {}),
    });
    const text = words(
      coverPages({
        sheets: [sheet('F04', CHIOMA, 5), sheet('F10', CHIOMA, 1), sheet('F10', CHIOMA, 1), sheet('F10', undefined, 2)],
        serial: 'DT-1',
        paper,
        context,
      }),
    );
    expect(text).toMatch(/F10 {2}Title F10\s+3\s+4/);
    expect(text).toMatch(/Total\s+4\s+9/);
    expect(text).toContain('F04, 2 × F10');
    expect(text).toContain('without a patient');
  });
});

describe('recovery sheet', () => {
  test('carries the code in words only: no machine code on the page holds it', () => {
    const code = 'K7QF-2M9C-XWTR';
    const { pages } = recoverySheet({ code, site: 'St Example', paper, context });
    expect(pages).toHaveLength(1);
    expect(words({ pages, tooHigh: [] })).toContain(code);
    expect(
      recoverySheet({ code: 'AAAA-BBBB-CCCC', site: 'St Example', paper, context }).pages[0]?.html.replace(
        /<p class="huge".*?<\/p>/,
        '',
      ),
    ).toBe(pages[0]?.html.replace(/<p class="huge".*?<\/p>/, ''));
  });
});

describe('break-glass sheet', () => {
  test('says that its code opens once, and carries it in words only', () => {
    const code = 'K7QF2-2M9CX-XWTR5-H8JND-VE4P0-X';
    const made = recoverySheet({ code, oneTime: true, site: 'St Example', paper, context });
    expect(made.tooHigh).toEqual([]);
    expect(made.pages).toHaveLength(1);
    expect(words(made)).toContain(code);
    expect(words(made)).toContain('once, at this PC only');
    expect(words(made)).not.toContain('Recovery code');
  });
});

describe('plain text', () => {
  test('loses the signs of markdown and nothing else', () => {
    expect(
      plainText('is **unavailable** or *not* trusted; see [RB-02](rb-02.md), `F13`, 2 * 3 * 4, snake_case_name'),
    ).toBe('is unavailable or not trusted; see RB-02, F13, 2 * 3 * 4, snake_case_name');
  });
});
