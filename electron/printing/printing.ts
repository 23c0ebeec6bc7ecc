import type { BrowserWindow, WebContents } from 'electron';
import { inTurn } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import type { WardFiles } from '../protocol';
import { findOverflow, type Overflow } from './overflow';
import { PrintWindow, withLimit } from './print-window';

type Paper = 'A4' | 'Letter';

/** A spooler that is asked for a queue on a server that is off may never answer; the next job must still get its turn. */
const answerLimitMs = 90_000;

interface Job {
  readonly documents: readonly string[];
  readonly paper: Paper;
}

/** Paper: documents to PDF or to a printer, one job after the other through one hidden window. */
export function openPrinting(files: WardFiles, parent: () => BrowserWindow | undefined) {
  const window = new PrintWindow(files);

  /** One result per document, in order. A batch of ten patients a document keeps memory at half (ux study 3.2). */
  function run<T>(documents: readonly string[], work: (contents: WebContents) => Promise<T>): Promise<T[]> {
    return inTurn('printing', async () => {
      try {
        const out: T[] = [];
        for (const html of documents) out.push(await window.show(html, ({ webContents }) => work(webContents)));
        await window.rest();
        return out;
      } catch (error) {
        throw new ShellFailure('printer-failed', 'layout', { cause: error });
      }
    });
  }

  return {
    async toPdf(job: Job & { readonly tagged?: boolean | undefined }) {
      const start = performance.now();
      const overflow: Overflow[] = [];
      const pdfs = await run(job.documents, async (contents): Promise<Uint8Array> => {
        overflow.push(...(await findOverflow(contents)));
        return contents.printToPDF({
          preferCSSPageSize: true,
          pageSize: job.paper,
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          generateTaggedPDF: job.tagged ?? false,
        });
      });
      return { pdfs, overflow, ms: Math.round(performance.now() - start) };
    },

    async printers() {
      const found = (await parent()?.webContents.getPrintersAsync()) ?? [];
      return found.map(({ name, displayName }) => ({ name, label: displayName || name }));
    },

    async toPrinter(job: Job & { readonly printer: string; readonly copies: number }) {
      const results = await run(job.documents, async (contents) => {
        const [worst] = await findOverflow(contents);
        // Never clipped: whoever planned the pages was wrong about this one, and hears where.
        if (worst) return { sent: false, why: `${worst.sheet} page ${worst.page}: ${worst.field} does not fit` };
        return withLimit(send(contents, job), answerLimitMs).catch(() => ({ sent: false, why: 'no answer' }));
      });
      const failed = results.find((result) => !result.sent);
      return failed ?? { sent: true };
    },

    /** Ends the window and what it still holds. */
    close: () => window.close(),
  };
}

/** `sent` means the spooler has it. Whether paper came out only a person can say (electron #38975). */
function send(contents: WebContents, job: Job & { readonly printer: string; readonly copies: number }) {
  return new Promise<{ readonly sent: boolean; readonly why?: string }>((resolve) => {
    const options = {
      silent: true,
      deviceName: job.printer,
      copies: job.copies,
      printBackground: true,
      margins: { marginType: 'none' as const },
      pageSize: job.paper,
    };
    contents.print(options, (sent, why) => resolve(sent ? { sent } : { sent, why: why || 'unknown' }));
  });
}
