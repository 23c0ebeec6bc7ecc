import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { type AppCommand, freshProfile, startApp } from '../support/app-driver';
import { boxRunning } from '../support/box-in-page';
import { descendantsOf } from '../support/process-tree';
import type { OpenTimes, WriteTimes } from './ledger-page';
import { median } from './spread';

const ROUNDS = 200;
const BULKS = 3;
const OPENINGS = 3;

/** Writes beside plain ones, and opening ledgers of these sizes; one line each. */
export async function benchLedger(
  packaged: AppCommand,
  root: string,
  sizes: readonly number[],
): Promise<readonly string[]> {
  const script = await pageScript(root);
  const lines: string[] = [];
  await inApp(packaged, freshProfile(), true, async (page) => {
    lines.push(
      ...writeLines(await call<WriteTimes>(page, script, `measureWrites(window.downtimeBox, ${ROUNDS}, ${BULKS})`)),
    );
  });
  for (const size of sizes) lines.push(await openingLine(packaged, script, size));
  return lines;
}

async function openingLine(packaged: AppCommand, script: string, size: number): Promise<string> {
  const profile = freshProfile();
  try {
    const fillMs = await inApp(packaged, profile, false, (page) =>
      call<number>(page, script, `fillLedger(window.downtimeBox, ${size})`),
    );
    const runs: (OpenTimes & { readonly start: number; readonly residentMegabytes: number })[] = [];
    for (let round = 0; round < OPENINGS; round += 1)
      await inApp(packaged, profile, round === OPENINGS - 1, async (page, pid) => {
        const start = await page.evaluate(usableAt);
        const times = await call<OpenTimes>(page, script, 'openLedger(window.downtimeBox)');
        if (times.entries !== size) throw new Error(`${times.entries} entries of ${size} were read`);
        runs.push({ ...times, start, residentMegabytes: residentMegabytes(pid) });
      });
    const at = (name: keyof (typeof runs)[number]): number => median(runs.map((run) => run[name]));
    const whole = at('open') + at('read') + at('fold');
    return (
      `${size} entries: the page usable before a sign-in after ${ms(at('start'))}; open after a sign-in ${ms(whole)} ` +
      `(compare ${ms(at('open'))}, read and unseal ${ms(at('read'))}, fold ${ms(at('fold'))}); ` +
      `page heap ${at('heapMegabytes').toFixed(0)} MB, all processes ${at('residentMegabytes').toFixed(0)} MB; filled in ${ms(fillMs)}`
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function writeLines({ sealed, dexie, raw, bulkSealed, bulkPlain }: WriteTimes): readonly string[] {
  const at = (all: readonly number[], part: number): number =>
    all.toSorted((a, b) => a - b)[Math.floor(all.length * part)] ?? 0;
  const both = (all: readonly number[]): string => `p50 ${at(all, 0.5).toFixed(1)} p95 ${at(all, 0.95).toFixed(1)} ms`;
  const ratio = (a: readonly number[], b: readonly number[]): string => `${(at(a, 0.5) / at(b, 0.5)).toFixed(2)}x`;
  return [
    `one sealed, journalled append ${both(sealed)}; plain strict Dexie put ${both(dexie)} (${ratio(sealed, dexie)} at p50, aim 1.5x); raw strict IndexedDB put ${both(raw)} (${ratio(sealed, raw)})`,
    `5,000 sealed, journalled entries at once ${ms(median(bulkSealed))}; plain strict Dexie bulkPut ${ms(median(bulkPlain))} (${ratio(bulkSealed, bulkPlain)}, aim 1.5x)`,
  ];
}

async function inApp<T>(
  packaged: AppCommand,
  profile: string,
  last: boolean,
  work: (page: Page, pid: number) => Promise<T>,
): Promise<T> {
  const running = await startApp(packaged, { profile });
  try {
    await boxRunning(running.page);
    return await work(running.page, running.app.process().pid ?? 0);
  } finally {
    await running.close();
    if (last) rmSync(profile, { recursive: true, force: true });
  }
}

/** The page part as one script. Evaluated by the test driver, which the page's CSP does not bind. */
async function pageScript(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: { entry: join(root, 'test/bench/ledger-page.ts'), formats: ['iife'], name: 'ledgerBench' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('the bench did not build');
  return chunk.code;
}

function call<T>(page: Page, script: string, expression: string): Promise<T> {
  return page.evaluate(`(async () => { ${script}; return ledgerBench.${expression}; })()`);
}

/** Runs in the page: milliseconds from the page's own start until a person could begin. */
async function usableAt(): Promise<number> {
  for (;;) {
    const [mark] = performance.getEntriesByName('usable');
    if (mark) return mark.startTime;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function residentMegabytes(pid: number): number {
  const pages = [pid, ...descendantsOf(pid)].map((each) => {
    try {
      return Number(readFileSync(`/proc/${each}/statm`, 'utf8').split(' ')[1]);
    } catch {
      return 0;
    }
  });
  return (pages.reduce((sum, each) => sum + each, 0) * 4096) / 1e6;
}

function ms(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(0)} ms`;
}
