import type { BoardPatient } from '../../domain/patient/board';
import { finishPdf, type PdfAttachment, type PdfBookmark } from '../print/finish-pdf';
import type { PaperContext } from '../print/page/context';
import type { Paper } from '../print/page/paper';
import type { SheetPages } from '../print/sheet-pages';
import { clinicalInstant } from '../print/type/dates';
import { isOfWard, perPatient, type Collected } from './collect-records';
import type { ExportForm, ExportInput, ExportResult, Unmapped } from './export-input';
import { responseResource, versionKey } from './fhir-response';
import { stableUuid, wardReference } from './fhir-ids';
import { listSheet, type PdfPages, recordCover, timelineSheet, versionSheet } from './pdf-sheets';
import { patientTimeline, wardTimeline } from './pdf-timeline';

/** The paper engine of the app: pages to one PDF; what does not fit is named by its sheet. */
export interface ExportPrinter {
  readonly paper: Paper;
  toPdf(
    pages: readonly string[],
    paper: Paper,
  ): Promise<{
    readonly pdf: Uint8Array;
    readonly overflow: readonly { readonly sheet: string; readonly field: string }[];
  }>;
}

/** For formats without pages. */
export const NO_PRINTER: ExportPrinter = {
  paper: 'A4',
  toPdf: () => Promise.reject(new Error('a PDF needs a printer')),
};

/** One piece of a PDF with its bookmark. */
interface Section {
  readonly title: string;
  readonly serial: string;
  readonly sheet: SheetPages;
}

/** What one PDF is made of; `asLists` are the serials whose fields do not fit the paper. */
interface Book {
  readonly title: string;
  readonly forms: readonly ExportForm[];
  readonly subject?: BoardPatient;
  sections(asLists: ReadonlySet<string>): readonly Section[];
}

/** A PDF per patient, with every version of every form, and the log of the ward. File names and bookmarks carry no names. */
export async function writePdf(
  collected: Collected,
  input: ExportInput,
  printer: ExportPrinter,
): Promise<ExportResult> {
  const unmapped: Unmapped[] = [...collected.unmapped];
  const people = perPatient(collected).map(({ patient, own }) => ({ patient, forms: own.forms }));
  const files: ExportResult['files'][number][] = [];
  for (const [index, { patient, forms }] of people.entries())
    files.push({
      name: `patient-${patientNumber(index)}.pdf`,
      bytes: await patientPdf(patient, forms, index, input, printer, unmapped),
      records: forms.length,
    });
  const lines = wardTimeline(input, people);
  const about = { title: `Log of the downtime, ward ${input.outage.ward}`, serial: 'LOG-001' };
  const pages: PdfPages = { paper: printer.paper, context: contextOf(input) };
  const forms = collected.forms.filter(isOfWard);
  const log: Book = {
    title: 'Downtime log',
    forms,
    sections: (asLists) => [
      { title: 'What happened', serial: about.serial, sheet: timelineSheet(lines, about, pages) },
      ...versionsOf(forms, pages, asLists),
    ],
  };
  const bytes = await bookPdf(log, input, printer, unmapped);
  files.push({ name: 'ward-log.pdf', bytes, records: lines.length + forms.length });
  return { files, unmapped };
}

/** The record of one patient: cover, every version of every form, what happened. */
export function patientPdf(
  patient: BoardPatient,
  forms: readonly ExportForm[],
  index: number,
  input: ExportInput,
  printer: ExportPrinter,
  unmapped: Unmapped[],
): Promise<Uint8Array> {
  const pages: PdfPages = { paper: printer.paper, context: contextOf(input, patient), patient };
  const book: Book = {
    title: 'Downtime record',
    forms,
    subject: patient,
    sections: (asLists) => recordSections(patient, forms, `REC-${patientNumber(index)}`, input, pages, asLists),
  };
  return bookPdf(book, input, printer, unmapped);
}

function patientNumber(index: number): string {
  return String(index + 1).padStart(3, '0');
}

/** Prints a book. What does not fit is never cut: it is printed once more as a list of its answers, and named. */
async function bookPdf(
  book: Book,
  input: ExportInput,
  printer: ExportPrinter,
  unmapped: Unmapped[],
): Promise<Uint8Array> {
  const asLists = new Set<string>();
  for (;;) {
    const sections = book.sections(asLists);
    const { pdf, overflow } = await printer.toPdf(htmlOf(sections), printer.paper);
    const planned = sections.filter((one) => one.sheet.tooHigh.length > 0).map((one) => one.serial);
    const unfit = [...new Set([...planned, ...overflow.map((one) => one.sheet)])].filter(
      (one) => !asLists.has(one) && book.forms.some(({ signed }) => signed.serial === one),
    );
    if (unfit.length === 0) return finish(pdf, sections, book, input);
    for (const one of unfit) {
      asLists.add(one);
      unmapped.push({
        serial: one,
        reason: 'does-not-fit',
        message: 'A field of the form does not fit this paper: the PDF has its answers as a list.',
      });
    }
  }
}

/** A form's versions, each a section of its own. */
function versionsOf(
  forms: readonly ExportForm[],
  pages: PdfPages,
  asLists: ReadonlySet<string>,
): readonly (Section & { readonly form: ExportForm; readonly at: number })[] {
  return forms.flatMap((form) =>
    form.signed.versions.map((_, at) => ({
      form,
      at,
      serial: form.signed.serial,
      title: `${nameOf(form)} ${form.signed.serial}, ${stateOf(form, at)}`,
      sheet: (asLists.has(form.signed.serial) ? listSheet : versionSheet)(form, at, pages),
    })),
  );
}

/** Cover, every version of every form, timeline. The cover names pages, so it is laid out once to know its own length. */
function recordSections(
  patient: BoardPatient,
  forms: readonly ExportForm[],
  serial: string,
  input: ExportInput,
  pages: PdfPages,
  asLists: ReadonlySet<string>,
): readonly Section[] {
  const versions = versionsOf(forms, pages, asLists);
  const timeline = timelineSheet(patientTimeline(patient, forms, input), { title: 'What happened', serial }, pages);
  const cover = (first: number): SheetPages => {
    let page = first;
    const rows = versions.map(({ form, at, sheet }) => {
      const version = form.signed.versions[at];
      const here = page;
      page += sheet.pages.length;
      return [
        nameOf(form),
        form.signed.serial,
        stateOf(form, at),
        clinicalInstant(version?.occurredAt ?? ''),
        version?.signature.name ?? '',
        String(here),
      ];
    });
    return recordCover([...rows, ['What happened', '', '', '', '', String(page)]], serial, patient, pages);
  };
  const own = cover(100).pages.length;
  return [
    { title: 'Cover and contents', serial, sheet: cover(own + 1) },
    ...versions,
    { title: 'What happened', serial, sheet: timeline },
  ];
}

const nameOf = ({ signed, definition }: ExportForm): string => `${signed.form} ${definition?.title ?? ''}`.trim();

function stateOf({ signed }: ExportForm, at: number): string {
  if (signed.struck !== undefined) return 'struck through';
  if (at < signed.versions.length - 1) return `version ${at + 1}, replaced`;
  return at > 0 ? `version ${at + 1}, holds` : 'signed';
}

function finish(pdf: Uint8Array, sections: readonly Section[], book: Book, input: ExportInput): Promise<Uint8Array> {
  const bookmarks: PdfBookmark[] = [];
  let page = 1;
  for (const { title, sheet } of sections) {
    bookmarks.push({ title, page });
    page += sheet.pages.length;
  }
  return finishPdf(pdf, {
    title: book.title,
    bookmarks,
    attachments: attachmentsOf(book, input),
    at: input.exportedAt,
  });
}

/** Each version as QuestionnaireResponse: what was answered can be read without reading the page. */
function attachmentsOf({ forms, subject }: Book, { outage }: ExportInput): readonly PdfAttachment[] {
  return forms.flatMap(({ signed }) => {
    const about =
      subject === undefined
        ? wardReference(signed.ward ?? outage.ward)
        : { reference: `urn:uuid:${stableUuid(`patient/${subject.id}`)}` };
    return signed.versions.map((_, at) => ({
      name: `${versionKey(signed, at).replaceAll('/', '-')}.json`,
      type: 'application/fhir+json',
      bytes: new TextEncoder().encode(`${JSON.stringify(responseResource(signed, at, about), null, 2)}\n`),
    }));
  });
}

function contextOf(input: ExportInput, patient?: BoardPatient): PaperContext {
  const asOf = patient?.snapshotAsOf ?? input.snapshotAsOf;
  return {
    printedAt: input.exportedAt,
    printedBy: input.exportedBy,
    workstation: input.workstation,
    ward: input.outage.ward,
    drill: input.outage.kind === 'drill',
    ...(input.ledgerHead === '' ? {} : { headCode: input.ledgerHead }),
    ...(asOf === undefined ? {} : { snapshotAsOf: asOf }),
  };
}

const htmlOf = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ sheet }) => sheet.pages.map((page) => page.html));
