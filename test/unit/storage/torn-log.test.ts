import { existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rotateEngineLog } from '../../../renderer/storage/rotation-filler';

// security.md 0.3: a torn log tail is accepted at the next start and wipes the database at the one after. This plays it
// in a real profile with the real filler, and without it, so that the day the engine is mended is noticed too.
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** The newest engine this was seen with; Chromium 130 to 156. */
const NEWEST_AFFECTED = 156;

let engineMajor = 0;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** One start on a profile: does its work, then the browser is ended. */
async function inProfile<T>(profile: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    engineMajor = Number.parseInt(context.browser()?.version() ?? '0', 10);
    const page = await context.newPage();
    await page.goto(origin);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Adds rows one strict transaction at a time and answers how many there are. Runs in the page. */
async function addRows(count: number): Promise<number> {
  const settled = <R>(request: IDBRequest<R>): Promise<R> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
    });
  const opening = indexedDB.open('ward', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { autoIncrement: true }));
  const database = await settled(opening);
  for (let row = 0; row < count; row += 1) {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').add({ text: 'x'.repeat(900) });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  }
  const total = await settled(database.transaction('rows').objectStore('rows').count());
  database.close();
  return total;
}

function tearNewestLog(profile: string): void {
  const folder = ['Default', ''].map((name) => join(profile, name, 'IndexedDB')).find((path) => existsSync(path)) ?? '';
  const leveldb = join(folder, readdirSync(folder).find((name) => name.endsWith('.leveldb')) ?? '');
  const log =
    readdirSync(leveldb)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .at(-1) ?? '';
  const path = join(leveldb, log);
  truncateSync(path, statSync(path).size - 500);
}

async function rowsAfterTornLog(rotate: boolean): Promise<readonly number[]> {
  const profile = await mkdtemp(join(tmpdir(), 'downtime-box-torn-'));
  try {
    const before = await inProfile(profile, (page) => page.evaluate(addRows, 60));
    tearNewestLog(profile);
    const torn = await inProfile(profile, async (page) => {
      if (rotate) await page.evaluate(rotateEngineLog);
      return page.evaluate(addRows, 60);
    });
    return [before, torn, await inProfile(profile, (page) => page.evaluate(addRows, 0))];
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

test.skipIf(!existsSync(CHROMIUM))(
  'rows written after a torn log are still there at the start after the next when the filler rotated the log',
  async () => {
    const [before, torn = 0, after] = await rowsAfterTornLog(true);
    expect(before).toBe(60);
    expect(torn).toBeGreaterThanOrEqual(118);
    expect(after).toBe(torn);
  },
  90_000,
);

test.skipIf(!existsSync(CHROMIUM))(
  'everything is gone at the start after the next when there was no filler (engines known to need it)',
  async ({ skip }) => {
    const [, torn, after] = await rowsAfterTornLog(false);
    // A newer engine may be mended: then judge the filler again.
    if (engineMajor > NEWEST_AFFECTED)
      skip(`Chromium ${engineMajor}: ${after} of ${torn} rows kept without the filler`);
    expect(torn).toBeGreaterThanOrEqual(118);
    expect(after).toBe(0);
  },
  90_000,
);
