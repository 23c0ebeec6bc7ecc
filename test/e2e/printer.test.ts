import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app-driver';
import type {} from '../support/box-in-page';
import { packagedApp } from '../support/packaged-app';
import { type CupsServer, noCupsBecause, startCups } from '../support/paper/cups-server';
import { pdfFile } from '../support/paper/pdf-file';
import type {} from '../../renderer/globals';

// A real print server: what webContents.print hands over of the app's own pages, and what the queue makes of it.

const missing = noCupsBecause();
if (missing !== undefined) process.stderr.write(`printer.test.ts is skipped: ${missing}\n`);

describe.skipIf(missing !== undefined)('a named printer', () => {
  let cups: CupsServer;
  let running: RunningApp;

  beforeAll(async () => {
    cups = await startCups();
    for (const name of ['Ward7B_Laser', 'Ward7B_Off']) cups.addQueue(name);
    cups.stop('Ward7B_Off');
    const { file, args, env } = packagedApp();
    running = await startApp({ file, args, env: { ...env, CUPS_SERVER: cups.address } });
    await running.page.waitForLoadState('load');
    await running.page.waitForFunction(() => window.__downtimeBoxTest?.box.state.get().stage === 'running');
    await running.page.evaluate(() =>
      window.__downtimeBoxTest?.box.setUp({
        site: 'St Anne',
        ward: '7B',
        workstation: 'WS-7B-02',
        managerName: 'Mary Manager',
        passphrase: 'correct horse battery staple',
      }),
    );
  });

  afterAll(async () => {
    await running?.close();
    await cups?.end();
  });

  /** Plans blank forms and hands them over, one copy of each. */
  const print = (printer: string, forms: readonly string[]) =>
    running.page.evaluate(
      async ([name, ids]) => {
        const use = window.__downtimeBoxTest?.box.print;
        if (!use) throw new Error('no box');
        const plan = await use.plan({ kind: 'blank', forms: ids, copies: 1, paper: 'A4' });
        if (!plan.ok) throw new Error(plan.error.code);
        const sent = await use.toPrinter(plan.value, name, 1);
        const serials = plan.value.sheets.flatMap(({ serial, pages }) => Array.from({ length: pages }, () => serial));
        return { sent: sent.ok ? sent.value : sent.error, serials };
      },
      [printer, forms] as const,
    );

  test('is listed when it is switched on and when it is off', async () => {
    const answer = await running.page.evaluate(() => window.downtimeBox.invoke('print.printers'));
    expect(answer.ok && answer.value.map(({ name }) => name).sort()).toEqual(['Ward7B_Laser', 'Ward7B_Off']);
  });

  test('gives back upright and wide pages whole, with codes that read, when a pack is printed', async () => {
    const { sent, serials } = await print('Ward7B_Laser', ['F10', 'F21']);
    expect(sent).toEqual({ sent: true });
    await expect.poll(() => cups.paper('Ward7B_Laser'), { timeout: 90_000, interval: 1000 }).toBeDefined();
    const paper = pdfFile(cups.paper('Ward7B_Laser') ?? '');
    expect(paper.pages).toBe(serials.length);
    const codes = await paper.everyPagesCodes();
    expect(codes.map(({ linear }) => linear)).toEqual(serials.map((serial) => [serial]));
    expect(codes.map(({ matrix }) => matrix.length)).toEqual(serials.map(() => 1));
  });

  test('keeps the job when it is switched off: sent is not printed', async () => {
    expect((await print('Ward7B_Off', ['F10'])).sent).toEqual({ sent: true });
    await expect.poll(() => cups.waiting('Ward7B_Off'), { timeout: 60_000 }).toBe(1);
    expect(cups.paper('Ward7B_Off')).toBeUndefined();
  });

  test('refuses with the reason when there is none of that name', async () => {
    const { sent } = await print('Nobody', ['F10']);
    expect(sent).toMatchObject({ sent: false });
    expect('why' in sent && sent.why).toBeTruthy();
  });
});
