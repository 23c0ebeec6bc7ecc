import { expect, test } from 'vitest';
import { createBox } from '../../../renderer/app/create-box';
import type { PrintPlan } from '../../../renderer/app/print-plan';
import { printJobs, printJobStage } from '../../../renderer/domain/workstation/print-jobs';
import { openTestBox, type TestBox } from '../../support/fake-box';
import { SAMPLE_LIBRARY } from '../../support/sample-library';

const PRINTER = 'Ward7B_Laser';

/** Twenty-four patients: three documents of ten at most. `takes` says what the spooler makes of the nth. */
async function ward(takes: (document: number) => boolean): Promise<TestBox & { readonly given: string[] }> {
  const made = await openTestBox({ signedIn: true, snapshotAsOf: '2026-11-22T05:15:00.000+01:00' });
  const given: string[] = [];
  Object.assign(made.world.ports.printing, {
    toPrinter: async ({ documents }: { readonly documents: readonly string[] }) => {
      given.push(...documents);
      return takes(given.length) ? { sent: true } : { sent: false, why: 'out of paper' };
    },
  });
  return { ...made, given };
}

async function pack({ box }: TestBox): Promise<PrintPlan> {
  const plan = await box.print.plan({ kind: 'patients', forms: ['F06'], patients: 'all', paper: 'A4' });
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

const serialsOn = (documents: readonly string[]): readonly string[] =>
  documents.flatMap((html) =>
    [...html.matchAll(/data-sheet="([^"]+)" data-page="1"/g)].map(([, serial = '']) => serial),
  );

const jobOf = ({ box }: Pick<TestBox, 'box'>) => {
  const job = printJobs(box.state.get().world.entries)[0];
  if (!job) throw new Error('no job');
  return job;
};

test('writes down batch by batch what went out, and where it stopped, when the spooler refuses the second', async () => {
  const made = await ward((nth) => nth !== 2);
  const plan = await pack(made);
  const sent = await made.box.print.toPrinter(plan, PRINTER, 1);
  expect(sent).toEqual({ ok: true, value: { sent: false, why: 'out of paper' } });
  const job = jobOf(made);
  expect([printJobStage(job), job.sent, job.failed]).toEqual(['failed', [0], { batch: 1, why: 'out of paper' }]);
  const printed = made.world.ledger.entries.flatMap((entry) => (entry.type === 'pack.printed' ? [entry.payload] : []));
  expect(printed.map(({ sheets, batch }) => [sheets.length, batch])).toEqual([[10, 0]]);
});

test('sends only what is missing, under the same serials, when a job goes on after a failure', async () => {
  const made = await ward((nth) => nth !== 2);
  const plan = await pack(made);
  await made.box.print.toPrinter(plan, PRINTER, 1);
  expect((await made.box.print.resume(jobOf(made).id)).ok).toBe(true);
  await expect.poll(() => printJobStage(jobOf(made))).toBe('asked');
  // The second was offered twice, the others once.
  expect(made.given).toHaveLength(4);
  expect([...new Set(serialsOn(made.given))].sort()).toEqual(plan.sheets.map(({ serial }) => serial).sort());
});

test('makes the pages again with their serials when the app was started anew in between', async () => {
  const made = await ward((nth) => nth === 1);
  const plan = await pack(made);
  await made.box.print.toPrinter(plan, PRINTER, 1);
  const box = createBox(made.world.ports, async () => SAMPLE_LIBRARY);
  await box.open();
  await box.signIn({ person: 'am', secret: '418207', kind: 'pin' });
  made.given.length = 0;
  Object.assign(made.world.ports.printing, {
    toPrinter: async ({ documents }: { readonly documents: readonly string[] }) => {
      made.given.push(...documents);
      return { sent: true };
    },
  });
  expect((await box.print.resume(jobOf(made).id)).ok).toBe(true);
  await expect.poll(() => printJobStage(jobOf({ box }))).toBe('asked');
  expect(serialsOn(made.given)).toEqual(plan.sheets.slice(10).map(({ serial }) => serial));
});

test('stores no name of a patient in the ledger when a pack is queued', async () => {
  const made = await ward(() => true);
  await made.box.print.toPrinter(await pack(made), PRINTER, 1);
  const queued = made.world.ledger.entries.filter(({ type }) => type === 'print.queued');
  expect(queued).toHaveLength(1);
  for (const { family } of made.box.patients.board()) expect(JSON.stringify(queued)).not.toContain(family);
});

test('is closed for good when somebody said that everything came out', async () => {
  const made = await ward(() => true);
  await made.box.print.toPrinter(await pack(made), PRINTER, 1);
  const { id } = jobOf(made);
  expect(await made.box.print.answer({ job: id, cameOut: 'yes' })).toEqual({ ok: true, value: null });
  expect(await made.box.print.answer({ job: id, cameOut: 'no' })).toMatchObject({
    error: { code: 'print-job-closed' },
  });
  expect(await made.box.print.resume(id)).toMatchObject({ error: { code: 'print-job-closed' } });
});

test('lists the whole pack on a cover before the first sheet, and keeps the sheets on their pages', async () => {
  const { box } = await ward(() => true);
  const request = { kind: 'patients', forms: ['F06'], patients: 'all', paper: 'A4', cover: true } as const;
  const plan = await box.print.plan(request);
  if (!plan.ok) throw new Error(plan.error.code);
  const { pageHtml, sheets, pages, batches } = plan.value;
  const ofSheets = sheets.reduce((sum, sheet) => sum + sheet.pages, 0);
  const covers = pages - ofSheets;
  expect(covers).toBeGreaterThan(0);
  expect(batches?.reduce((sum, batch) => sum + batch.pages, 0)).toBe(pages);
  for (const { family } of box.patients.board().slice(0, 3)) expect(pageHtml[0]).toContain(family.toUpperCase());
  const [first, second] = sheets;
  const range = { from: covers + 1, to: covers + (first?.pages ?? 0), reason: 'lost' };
  expect(box.print.part(plan.value, range).sheets.map(({ serial }) => serial)).toEqual([first?.serial]);
  expect(pageHtml[range.to]).toContain(second?.serial);
});
