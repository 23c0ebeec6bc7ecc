import type { BatchShell } from '../app/batch/run-batch';
import type { Shell } from '../storage/shell';

/** Input and output of a batch command; the main process allows only paths that stood on the command line. */
export function createBatchShell(shell: Shell): BatchShell {
  return {
    readInput: (path) => shell.call('batch.readInput', { path }),
    async writeOutput(name, bytes) {
      const { path } = await shell.call('batch.writeOutput', { name: name ?? undefined, bytes });
      return path;
    },
    progress: (text) => {
      void shell.call('batch.progress', { text: text.slice(0, 2000) });
    },
  };
}
