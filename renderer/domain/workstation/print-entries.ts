/** What became of paper handed to a printer, job by job. Opaque ids and serials only: blanks are printed before a sign-in. */
export interface PrintEntries {
  /** Before the first page goes out: what a restart in the middle would otherwise lose. Subject: the job. */
  readonly 'print.queued': {
    readonly printer: string;
    readonly paper: 'A4' | 'Letter';
    readonly copies: number;
    readonly pages: number;
    readonly batches: number;
    readonly sheets: readonly PrintedSheet[];
    /** What to print, so that it can be made again; missing where it would carry more than ids. */
    readonly request?: unknown;
  };
  /** The spooler did not take a batch; those after it were not tried. */
  readonly 'print.failed': { readonly batch: number; readonly why: string };
  /** Somebody at the printer said whether it came out. "Sent" only says that the queue took it (electron #38975). */
  readonly 'print.answered': { readonly cameOut: CameOut; readonly from?: number; readonly to?: number };
  /** What was not sent yet is not wanted any more. */
  readonly 'print.dropped': Readonly<Record<string, never>>;
  /** A test page came out of a printer, and how it looked. Subject: the printer. */
  readonly 'printer.tested': {
    readonly paper: 'A4' | 'Letter';
    readonly good: boolean;
    /** Both codes of the page were scanned back. */
    readonly scanned: boolean;
  };
}

/** What somebody at the printer saw. */
export type CameOut = 'yes' | 'some' | 'no';

/** One form for one patient (or blank) on paper. */
export interface PrintedSheet {
  readonly serial: string;
  readonly form: string;
  readonly version: string;
  readonly pages: number;
  /** Opaque patient id; missing on a blank form. */
  readonly patient?: string;
}
