import type { BoardPatient } from '../../domain/patient/board';
import type { FormVersion } from '../../domain/form/forms-state';
import { paragraph, sectionHeading } from '../print/form/headings';
import { formSheetPages } from '../print/form-sheet';
import type { Block } from '../print/layout/block';
import { dataTable, type DataColumn } from '../print/layout/data-table';
import type { PaperContext } from '../print/page/context';
import { frameOf } from '../print/page/frame';
import type { Paper } from '../print/page/paper';
import type { SheetHead } from '../print/page/sheet-head';
import { sheetPages, type SheetPages } from '../print/sheet-pages';
import { PLAIN_RHYTHM } from '../print/sheets/plain-blocks';
import { clinicalInstant } from '../print/type/dates';
import type { ExportForm } from './export-input';
import { timelineCells, type TimelineLine } from './pdf-timeline';
import { answersInWords } from './table-forms';

/** Text longer than this goes on in the next row: a row must fit a page. */
const ROW_LETTERS = 600;

/** What the pages of one PDF share. */
export interface PdfPages {
  readonly paper: Paper;
  readonly context: PaperContext;
  readonly patient?: BoardPatient;
}

/** One version of a form as it was signed; what came after it is said on it. */
export function versionSheet(form: ExportForm, at: number, { paper, context, patient }: PdfPages): SheetPages {
  const { signed, definition } = form;
  const version = signed.versions[at];
  if (version === undefined || definition === undefined)
    return listSheet(form, at, { paper, context, ...who(patient) });
  return formSheetPages(
    {
      form: definition,
      serial: signed.serial,
      mode: 'record',
      ...who(patient),
      ...(signed.ward === undefined ? {} : { ward: signed.ward }),
      response: version.response,
      amendments: amendmentsOf(form, at),
    },
    paper,
    context,
  );
}

/** The same answers as a plain list: for a form that is not on this PC any more, or that does not fit this paper. */
export function listSheet(form: ExportForm, at: number, { paper, context, patient }: PdfPages): SheetPages {
  const { signed, definition } = form;
  const version = signed.versions[at];
  const rows =
    version === undefined ? [] : answersInWords(form, version).flatMap(([question, answer]) => cut(question, answer));
  const head: SheetHead = {
    title: definition?.title ?? `Form ${signed.form}`,
    form: signed.form,
    version: signed.version,
    serial: signed.serial,
    draft: definition !== undefined && definition.status !== 'active',
    blank: false,
    ...who(patient),
    amendments: amendmentsOf(form, at),
    ...(patient === undefined ? { plain: true } : {}),
  };
  return tableSheet(head, { columns: ANSWERS, rows, title: 'Answers' }, { paper, context });
}

/** Cover of a patient's record: numbers, then what is inside and where. */
export function recordCover(
  contents: readonly (readonly string[])[],
  serial: string,
  patient: BoardPatient,
  pages: PdfPages,
): SheetPages {
  const head: SheetHead = {
    title: 'Record of the downtime',
    form: 'RECORD',
    version: '1',
    serial,
    draft: false,
    blank: false,
    patient,
  };
  const columns = [
    { head: 'Form', share: 8 },
    { head: 'Number', share: 5 },
    { head: 'State', share: 3 },
    { head: 'Happened', share: 4.4 },
    { head: 'Signed by', share: 5 },
    { head: 'Page', share: 1.6, align: 'right' as const },
  ];
  return tableSheet(head, { columns, rows: contents, title: 'Contents', help: COVER_HELP }, pages);
}

/** What happened, line by line. */
export function timelineSheet(
  lines: readonly TimelineLine[],
  { title, serial }: { readonly title: string; readonly serial: string },
  { patient, ...pages }: PdfPages,
): SheetPages {
  const head: SheetHead = {
    title,
    form: 'TIMELINE',
    version: '1',
    serial,
    draft: false,
    blank: false,
    ...(patient === undefined ? { plain: true } : { patient }),
  };
  const rows = lines.flatMap((line) => {
    const [at = '', written = '', what = '', by = ''] = timelineCells(line);
    return cut('', what).map(([, part = ''], index) => (index === 0 ? [at, written, part, by] : ['', '', part, '']));
  });
  const columns = [
    { head: 'Happened', share: 4 },
    { head: 'Written later', share: 4 },
    { head: 'What', share: 13 },
    { head: 'By', share: 4 },
  ];
  return tableSheet(head, { columns, rows, title: 'What happened' }, pages);
}

const ANSWERS = [
  { head: 'Question', share: 8 },
  { head: 'Answer', share: 12 },
];

const COVER_HELP =
  'Every form signed in the downtime, each version as it was signed. The answers as data and their signatures are attached to this file.';

function tableSheet(
  head: SheetHead,
  body: {
    readonly columns: readonly DataColumn[];
    readonly rows: readonly (readonly string[])[];
    readonly title: string;
    readonly help?: string;
  },
  { paper, context }: PdfPages,
): SheetPages {
  const frame = frameOf(paper, false);
  const width = frame.right - frame.left;
  const cells = body.rows.map((row) => row.map((text) => ({ text, style: 'body' as const })));
  const blocks: readonly Block[] = [
    ...(body.help === undefined ? [] : [paragraph(body.help, width, PLAIN_RHYTHM)]),
    sectionHeading(body.title, width, PLAIN_RHYTHM),
    ...(cells.length === 0
      ? [paragraph('Nothing was written.', width, PLAIN_RHYTHM)]
      : [dataTable(body.title, body.columns, cells, width)]),
  ];
  return sheetPages(head, { blocks, landscape: false }, paper, context);
}

/** An older version says what replaced it, a correction why it was made, and all that the form was struck through. */
function amendmentsOf({ signed }: ExportForm, at: number): NonNullable<SheetHead['amendments']> {
  const version = signed.versions[at];
  const next = signed.versions[at + 1];
  const of = signed.versions.length;
  const said = (one: FormVersion): string => `${one.signature.name}, ${clinicalInstant(one.at)}`;
  const corrected = (text: string) => ({ kind: 'corrected' as const, text });
  return [
    ...(signed.struck
      ? [{ kind: 'struck-through' as const, text: `${signed.struck.reason} (${clinicalInstant(signed.struck.at)})` }]
      : []),
    ...(next === undefined
      ? []
      : [corrected(`Version ${at + 1} of ${of}, replaced: ${next.reason ?? ''} (${said(next)}). Read version ${of}.`)]),
    ...(at > 0 && version !== undefined
      ? [corrected(`Version ${at + 1} of ${of}: ${version.reason ?? ''} (${said(version)})`)]
      : []),
  ];
}

const who = (patient: BoardPatient | undefined) => (patient === undefined ? {} : { patient });

function cut(question: string, answer: string): readonly (readonly string[])[] {
  const parts = answer.match(new RegExp(`[^]{1,${ROW_LETTERS}}`, 'g')) ?? [''];
  return parts.map((part, index) => [index === 0 ? question.slice(0, ROW_LETTERS) : '', part]);
}
