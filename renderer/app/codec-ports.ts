import type { Checklist } from '../domain/checklist/checklist';
import type { Patient } from '../domain/patient/patient';
import type { Runbook } from '../domain/runbook/runbook';
import type { Entry } from '../domain/ledger/entry';
import type { AuditFormat, AuditInput } from '../exchange/export/audit-input';
import type { BuiltExport, ExportFormat } from '../exchange/export/build-export';
import type { ExportFile, ExportInput, Unmapped } from '../exchange/export/export-input';
import type { ReadAnswer } from '../exchange/export/hl7-answer';
import type { Hl7Outbound } from '../exchange/export/hl7-messages';
import type { ExportPrinter } from '../exchange/export/write-pdf';
import type { CensusInput, CensusReading } from '../exchange/census/census';
import type { FormSheet } from '../exchange/print/form-sheet';
import type { LabelRequest } from '../exchange/print/labels/label-sheet';
import type { PlacedLabel } from '../exchange/print/labels/paper-labels';
import type { ZplStock } from '../exchange/print/labels/zpl-labels';
import type { PaperContext } from '../exchange/print/page/context';
import type { EventSheetInput } from '../exchange/print/sheets/bulletin-sheet';
import type { AfterActionReport } from '../exchange/report/after-action-tables';
import type { CoveredSheet } from '../exchange/print/sheets/cover-sheet';
import type { RecordsInput } from '../exchange/recovery/record-tables';
import type { SheetPages } from '../exchange/print/sheet-pages';
import type { Paper } from './ports';

/** The census codec, wired in by main.tsx. */
export type ReadCensus = (input: CensusInput) => CensusReading;

/** The paper engine, wired in by main.tsx. */
export interface PaperEngine {
  readonly sheetPages: (sheet: FormSheet, paper: Paper, context: PaperContext) => SheetPages;
  readonly checklist: (
    checklist: Checklist,
    options: { readonly paper: Paper; readonly context: PaperContext },
  ) => SheetPages;
  readonly runbook: (
    runbook: Runbook,
    options: { readonly paper: Paper; readonly context: PaperContext },
  ) => SheetPages;
  readonly recoveryCode: (input: {
    readonly code: string;
    /** A break-glass code: opens once. */
    readonly oneTime?: boolean;
    readonly site: string;
    readonly paper: Paper;
    readonly context: PaperContext;
  }) => SheetPages;
  readonly wardList: (input: {
    readonly patients: readonly Patient[];
    readonly serial: string;
    readonly paper: Paper;
    readonly context: PaperContext;
  }) => SheetPages;
  readonly bulletin: (input: EventSheetInput) => SheetPages;
  readonly afterAction: (
    report: AfterActionReport,
    options: { readonly paper: Paper; readonly context: PaperContext },
  ) => SheetPages;
  /** What must be in the hand after a pack was printed. */
  readonly cover: (input: {
    readonly sheets: readonly CoveredSheet[];
    readonly serial: string;
    readonly paper: Paper;
    readonly context: PaperContext;
  }) => SheetPages;
  readonly labels: (
    request: LabelRequest,
    paper: Paper,
    context: PaperContext,
  ) => { readonly pages: readonly string[]; readonly labels: readonly PlacedLabel[] };
  readonly zpl: (request: LabelRequest, context: PaperContext, stock?: ZplStock) => string;
  /** One document of ready pages, its fonts included. */
  readonly document: (pages: readonly string[], paper: Paper) => string;
  /** The same document for a printer: wide pages turned onto upright paper. */
  readonly turned: (document: string, paper: Paper) => string;
  /** One PDF of several, in order. */
  readonly merge: (pdfs: readonly Uint8Array[]) => Promise<Uint8Array>;
}

export type { ExportFormat } from '../exchange/export/build-export';

/** The export codecs, wired in by main.tsx. */
export interface Exporter {
  readonly build: (
    format: ExportFormat,
    input: ExportInput,
    sha256: (bytes: Uint8Array) => Promise<string>,
    printer: ExportPrinter,
  ) => Promise<BuiltExport>;
  /** The messages of an outage in the order in which they are sent. */
  readonly messages: (
    input: ExportInput,
    printer: ExportPrinter,
  ) => Promise<{ readonly messages: readonly Hl7Outbound[]; readonly unmapped: readonly Unmapped[] }>;
  /** Reads an acknowledgement; undefined when it is none. */
  readonly readAnswer: (text: string) => ReadAnswer | undefined;
  /** One archive under AES-256. */
  readonly zip: (files: readonly ExportFile[], password: string) => Promise<Uint8Array>;
  readonly zipName: string;
  /** Where a ledger stands. */
  readonly token: (entries: Iterable<Entry>) => string;
  /** Subjects that changed since a token; undefined when it is no token. */
  readonly changedSince: (entries: Iterable<Entry>, token: string) => ReadonlySet<string> | undefined;
}

/** The audit trail as files, wired in by main.tsx. */
export type WriteAudit = (format: AuditFormat, input: AuditInput) => readonly ExportFile[];

/** What recovery writes besides the tables of each outage, wired in by main.tsx. */
export type RecordTables = (input: RecordsInput) => readonly ExportFile[];

/** The after-action report as spreadsheets, wired in by main.tsx. */
export type ReportCsv = (report: AfterActionReport) => readonly ExportFile[];
