import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BatchWard, openBatchWard, SET_UP } from '../support/batch-ward';
import { pdfFile } from '../support/paper/pdf-file';
import { ward7bCsv } from '../support/ward-7b';

// Paper out and back in the packaged app: its decoder comes from its own origin, its pages lie sealed.

const BY = ['--by', 'Mary Manager'] as const;
let ward: BatchWard;

beforeAll(async () => {
  ward = openBatchWard();
  await ward.run(...SET_UP);
  await ward.run('census', 'import', ward.given('ward.csv', ward7bCsv()));
  const since = new Date(Date.now() - 3_600_000).toISOString();
  await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr', '--at', since);
});

afterAll(() => ward.remove());

test('a printed sheet is filed page by page when it comes back, and the missing page is named', async () => {
  const pdf = ward.out('mar.pdf');
  const printed = await ward.run('print', 'form', 'F04', '--patient', '9000131', '--out', pdf);
  expect(printed.exit).toBe(0);
  const { serial } = printed.json.sheets[0] ?? { serial: '' };
  const { pages } = pdfFile(pdf);
  expect(pages).toBeGreaterThan(1);
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', pdf, ward.out('page')]);
  const images = readdirSync(ward.folder)
    .filter((name) => /^page-\d+\.png$/.test(name))
    .sort()
    .map((name) => join(ward.folder, name));
  expect(images).toHaveLength(pages);

  const first = await ward.run('reconcile', 'scan', ...images.slice(0, -1), ward.given('no.png', 'no picture'), ...BY);
  expect(first.exit).toBe(3);
  expect(first.json).toMatchObject({ filed: pages - 1, tray: 0, refused: [{ file: 'no.png', code: 'not-a-scan' }] });
  expect(first.json).toMatchObject({ missing: [{ serial, pages, missing: [pages] }] });

  const rest = await ward.run('reconcile', 'scan', ...images, ...BY);
  expect(rest.exit).toBe(0);
  expect(rest.json).toMatchObject({ filed: 1, again: pages - 1, missing: [] });
});

test('the paper of the time after is made, and closing waits for the all-clear', async () => {
  const covers = ward.out('covers.pdf');
  expect((await ward.run('reconcile', 'paper', 'covers', '--out', covers)).exit).toBe(0);
  const code = (await pdfFile(covers).codes(1)).matrix[0] ?? '';
  expect(code).toMatch(/^DT\|COVER\|/);
  const early = await ward.run('reconcile', 'close', ...BY);
  expect([early.exit, early.json.code]).toEqual([3, 'still-down']);
});
