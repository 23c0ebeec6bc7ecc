import type { Printing } from '../app/ports';
import type { Shell } from '../storage/shell';

/** Printing through the hidden window of the main process. */
export function createPrinting(shell: Shell): Printing {
  return {
    toPdf: ({ documents, paper, tagged }) => shell.call('print.toPdf', { documents, paper, tagged }),
    printers: () => shell.call('print.printers'),
    toPrinter: ({ documents, paper, printer, copies }) =>
      shell.call('print.toPrinter', { documents, paper, printer, copies }),
    async labelPrinter() {
      const { address, state } = await shell.call('print.labelPrinter');
      return { name: address && `${address.host}:${address.port}`, state };
    },
    sendLabels: (zpl) => shell.call('print.labels', { zpl }),
  };
}
