import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { SealedAppendTimes } from './sealed-append-page';

/** The bench's page part as one script. Evaluated by the test driver, which the page's CSP does not bind. */
async function pageScript(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: { entry: join(root, 'test/bench/sealed-append-page.ts'), formats: ['iife'], name: 'sealedAppendBench' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('the bench did not build');
  return chunk.code;
}

/** One sealed, journalled append against one plain strict put, in the running app's own page and profile. */
export async function benchSealedAppend({
  page,
  root,
  rounds = 300,
}: {
  readonly page: Page;
  readonly root: string;
  readonly rounds?: number;
}): Promise<SealedAppendTimes> {
  const script = await pageScript(root);
  return page.evaluate(
    `(async () => { ${script}; return sealedAppendBench.measureSealedAppend(window.downtimeBox, ${rounds}); })()`,
  );
}
