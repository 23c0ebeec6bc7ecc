import { displayName } from '../../../domain/patient/names';
import type { Patient } from '../../../domain/patient/patient';
import { paragraph, sectionHeading } from '../form/headings';
import type { Block } from '../layout/block';
import { dataTable } from '../layout/data-table';
import type { PaperContext } from '../page/context';
import type { Paper } from '../page/paper';
import { patientNumber } from '../page/patient-words';
import type { SheetPages } from '../sheet-pages';
import { WORDS } from '../words';
import { PLAIN_RHYTHM } from './plain-blocks';
import { plainSheetPages } from './plain-sheet';

/** One sheet of a pack, as the cover counts it. */
export interface CoveredSheet {
  readonly form: string;
  readonly title: string;
  readonly patient?: Patient;
  readonly serial: string;
  readonly pages: number;
}

/** What must be in the hand after printing: counts per form and, by bed, what belongs to whom. */
export function coverPages(input: {
  readonly sheets: readonly CoveredSheet[];
  readonly serial: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { sheets, serial, paper, context } = input;
  const title = WORDS.cover(context.ward);
  const pages = (of: readonly CoveredSheet[]): number => of.reduce((sum, sheet) => sum + sheet.pages, 0);
  const forms = groupBy(sheets, (sheet) => sheet.form);
  const formRows = [
    ...[...forms.values()].map((of) => [
      { text: '', tick: true },
      { text: `${of[0]?.form ?? ''}  ${of[0]?.title ?? ''}`, style: 'cell' as const },
      { text: `${of.length}` },
      { text: `${pages(of)}` },
    ]),
    [
      { text: '' },
      { text: WORDS.coverTotal, style: 'allergy' as const },
      { text: `${sheets.length}`, style: 'allergy' as const },
      { text: `${pages(sheets)}`, style: 'allergy' as const },
    ],
  ];
  const formColumns = [
    { head: WORDS.complete, share: 1.6 },
    { head: WORDS.form, share: 11 },
    { head: WORDS.sheets, share: 2, align: 'right' as const },
    { head: WORDS.pages, share: 2, align: 'right' as const },
  ];
  const people = groupBy(sheets, (sheet) => sheet.patient?.id ?? '');
  const peopleRows = [...people.values()].map((of) => [
    { text: '', tick: true },
    { text: of[0]?.patient?.bed ?? '', style: 'cell' as const },
    { text: of[0]?.patient ? displayName(of[0].patient) : WORDS.coverBlank, style: 'cell' as const },
    { text: (of[0]?.patient && patientNumber(of[0].patient)) ?? '' },
    { text: countWords(of), style: 'body' as const },
    { text: `${pages(of)}` },
  ]);
  const peopleColumns = [
    { head: WORDS.complete, share: 1.6 },
    { head: WORDS.bed, share: 2 },
    { head: WORDS.name, share: 6.4 },
    { head: WORDS.numberShort, share: 3.4 },
    { head: WORDS.coverForms, share: 6 },
    { head: WORDS.pages, share: 1.7, align: 'right' as const },
  ];
  const blocks = (width: number): readonly Block[] => [
    paragraph(WORDS.coverHelp, width, PLAIN_RHYTHM, 'bodyBold'),
    sectionHeading(WORDS.coverForms, width, PLAIN_RHYTHM),
    dataTable(WORDS.coverForms, formColumns, formRows, width),
    sectionHeading(WORDS.coverPatients, width, PLAIN_RHYTHM),
    dataTable(WORDS.coverPatients, peopleColumns, peopleRows, width),
  ];
  return plainSheetPages(
    { title, code: 'COVER', version: '1', serial, draft: false, fromEhr: true, blocks },
    paper,
    context,
  );
}

/** `F04, F06, 2 x F10`. */
function countWords(sheets: readonly CoveredSheet[]): string {
  return [...groupBy(sheets, (sheet) => sheet.form)]
    .map(([form, of]) => (of.length > 1 ? `${of.length} × ${form}` : form))
    .join(', ');
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
