import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { AppCommand } from '../support/app-driver';
import { openBatchWard, SET_UP } from '../support/batch-ward';
import { killTree } from '../support/process-tree';
import { ward7bCsv } from '../support/ward-7b';
import type { PlainJob } from './plain-electron';
import type { Ratio } from './ratio';
import { median } from './spread';

const ROUNDS = 9;
/** The first starts fill the caches that every later one finds. */
const WARM_UP = 2;
/** Nobody looks before this: looking costs time of its own. */
const LOOK_AFTER_MS = 1500;
const LONGEST_MS = 60_000;

/** From the double click until a person could begin: the app of a ward that is set up, and an empty window. */
export async function benchStart(
  packaged: AppCommand,
  plain: (job: PlainJob) => AppCommand,
  folder: string,
): Promise<Ratio> {
  const ward = openBatchWard({ command: packaged });
  try {
    await ward.run(...SET_UP);
    await ward.run('census', 'import', ward.given('ward.csv', ward7bCsv()));
    const app = { ...packaged, args: [...packaged.args, '--profile', ward.profile] };
    const empty = plain({ profile: join(folder, 'plain-profile') });
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      ours.push(await startOnce(app, usableAt));
      theirs.push(await startOnce(empty, paintedAt));
    }
    return {
      what: 'start to usable',
      ours: median(ours.slice(WARM_UP)),
      plain: median(theirs.slice(WARM_UP)),
      against: 'an empty Electron window with one word in it, same runtime, fuses and flags',
      unit: 'ms',
      rounds: ROUNDS,
      aim: 1.5,
    };
  } finally {
    ward.remove();
  }
}

/** The program writes down by itself when it was ready; it is asked afterwards, so that no driver slows it down. */
async function startOnce(command: AppCommand, readyAt: (page: Page) => Promise<number | undefined>): Promise<number> {
  const started = Date.now();
  const child = spawn(command.file, [...command.args, '--remote-debugging-port=0'], {
    env: command.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child.stderr, started));
    try {
      return (await askUntil(browser, readyAt)) - started;
    } finally {
      const session = await browser.newBrowserCDPSession();
      await Promise.race([session.send('Browser.close'), ended]).catch(() => undefined);
      await Promise.race([ended, pause(10_000)]);
      await browser.close().catch(() => undefined);
    }
  } finally {
    if (child.pid !== undefined) await killTree(child.pid);
  }
}

async function addressOf(stderr: NodeJS.ReadableStream, started: number): Promise<string> {
  for await (const line of createInterface(stderr)) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address === undefined) continue;
    stderr.resume();
    await pause(LOOK_AFTER_MS - (Date.now() - started));
    return address;
  }
  throw new Error('the program ended before it could be measured');
}

async function askUntil(browser: Browser, readyAt: (page: Page) => Promise<number | undefined>): Promise<number> {
  for (let waited = 0; waited < LONGEST_MS; waited += 100) {
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      const at = await readyAt(page);
      if (at !== undefined) return at;
    }
    await pause(100);
  }
  throw new Error('the program did not become usable');
}

const usableAt = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => {
    const [mark] = performance.getEntriesByName('usable');
    return mark && performance.timeOrigin + mark.startTime;
  });

const paintedAt = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => {
    const [mark] = performance.getEntriesByName('first-contentful-paint');
    return mark && performance.timeOrigin + mark.startTime;
  });
