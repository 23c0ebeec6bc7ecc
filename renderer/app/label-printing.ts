import { type Result, ok, refuse } from '../domain/basics/result';
import type { BoardPatient } from '../domain/patient/board';
import type { ZplStock } from '../exchange/print/labels/zpl-labels';
import type { PaperContext } from '../exchange/print/page/context';
import type { Core } from './core';
import { type LabelPrintRequest, labelRequest } from './label-plan';
import { recordPrint } from './print-record';
import type { LabelPrinterState } from './printing-port';
import type { Refused } from './refusal';

/** Labels for a label printer, as a file or over the network. */
export interface LabelPrinting {
  /** Labels as ZPL for a label printer, and recorded like paper. */
  toZpl(
    request: LabelPrintRequest,
    stock?: ZplStock,
  ): Promise<Result<{ readonly zpl: string; readonly labels: number }, Refused>>;
  /** Straight to the label printer of this PC; recorded when its memory took them. */
  toLabelPrinter(
    request: LabelPrintRequest,
  ): Promise<Result<{ readonly sent: boolean; readonly state: LabelPrinterState; readonly labels: number }, Refused>>;
  /** Which one that is, and whether it would print. */
  labelPrinter(): Promise<{ readonly name: string | null; readonly state: LabelPrinterState }>;
}

/** Makes the use-cases of a label printer. */
export function createLabelPrinting(
  core: Core,
  board: () => readonly BoardPatient[],
  context: () => PaperContext,
): LabelPrinting {
  const { ports, state } = core;
  const engine = ports.paperEngine;

  const made = (request: LabelPrintRequest, stock?: ZplStock) => {
    const wanted = labelRequest(request, { state: state.get(), board });
    if (!wanted.ok) return wanted;
    const about = context();
    const { labels } = engine.labels(wanted.value, request.paper, about);
    return ok({ zpl: engine.zpl(wanted.value, about, stock), labels });
  };

  const written = async (
    request: LabelPrintRequest,
    labels: ReturnType<typeof engine.labels>['labels'],
    printer?: string,
  ): Promise<void> => {
    const nothing = { pages: 0, sheets: [], overflow: [], documents: [], pageHtml: [] };
    const where = { target: 'zpl' as const, ...(printer === undefined ? {} : { printer }) };
    await recordPrint(core, { ...nothing, request, labels, paper: request.paper }, where);
  };

  return {
    async toZpl(request, stock) {
      const done = made(request, stock);
      if (!done.ok) return refuse(done.error);
      await written(request, done.value.labels);
      return ok({ zpl: done.value.zpl, labels: done.value.labels.length });
    },
    async toLabelPrinter(request) {
      const done = made(request);
      if (!done.ok) return refuse(done.error);
      const answer = await ports.printing.sendLabels(done.value.zpl);
      if (answer.sent) await written(request, done.value.labels, (await ports.printing.labelPrinter()).name ?? '');
      return ok({ ...answer, labels: done.value.labels.length });
    },
    labelPrinter: () => ports.printing.labelPrinter(),
  };
}
