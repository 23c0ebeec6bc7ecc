import type { ResultOf } from '../../electron/ipc/contract';

/** What a label printer says of itself, or that it says nothing. */
export type LabelPrinterState = ResultOf<'print.labelPrinter'>['state'];

/** Paper sizes offered. */
export type Paper = 'A4' | 'Letter';

/** One print job: pages as HTML sections, see renderer/exchange/print. */
export interface PrintJob {
  /** Whole documents, one per batch of about ten patients; printed in order through one hidden window. */
  readonly documents: readonly string[];
  readonly paper: Paper;
  readonly tagged?: boolean;
}

/** A page body that did not fit: refused by field, never clipped. */
export interface PaperOverflow {
  readonly sheet: string;
  readonly page: number;
  readonly field: string;
}

/** Printing through the hidden window. */
export interface Printing {
  /** One PDF per document. Throws PortFailure `paper-overflow` never: overflow is answered. */
  toPdf(job: PrintJob): Promise<{
    readonly pdfs: readonly Uint8Array[];
    readonly overflow: readonly PaperOverflow[];
    readonly ms: number;
  }>;
  printers(): Promise<readonly { readonly name: string; readonly label: string }[]>;
  toPrinter(
    job: PrintJob & { readonly printer: string; readonly copies: number },
  ): Promise<{ readonly sent: boolean; readonly why?: string }>;
  /** The label printer of this PC and whether it would print. */
  labelPrinter(): Promise<{ readonly name: string | null; readonly state: LabelPrinterState }>;
  /** ZPL to it; nothing is given over while it is not ready. */
  sendLabels(zpl: string): Promise<{ readonly sent: boolean; readonly state: LabelPrinterState }>;
}
