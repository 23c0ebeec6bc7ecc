import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { declareMorningOutage, openTestBox, type TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openDown(hash: string, signedIn = false): Promise<TestBox> {
  const opened = await openTestBox({ signedIn });
  await declareMorningOutage(opened);
  return openApp(opened, hash);
}

/** The one problem in work. */
function inWork({ box }: TestBox) {
  return Object.values(box.state.get().world.problems.problems)[0];
}

async function startPrinter(opened: TestBox): Promise<void> {
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await expect.element(page.getByText('Try 1 of 5')).toBeVisible();
  expect(inWork(opened)).toMatchObject({ problem: 'kp01-printer-dead', level: 1, limitMinutes: 10 });
}

test('finds a known problem by what is seen and opens the first with Enter when only keys are used', async () => {
  await openApp(await openTestBox(), '#/problems');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await userEvent.keyboard('{Tab}no dial tone');
  await expect.element(page.getByRole('link', { name: /Phone system down/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Phone system down' })).toBeVisible();
});

test('can be read but not ticked when no downtime runs', async () => {
  await openApp(await openTestBox(), '#/problems/kp01-printer-dead');
  await expect.element(page.getByText(/You are reading/)).toBeVisible();
  await expect.element(page.getByText('000-7060')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Start the clock' })).not.toBeInTheDocument();
});

test('offers try after try and is solved when one worked; undo opens it again', async () => {
  const opened = await openDown('#/problems/kp01-printer-dead');
  await startPrinter(opened);
  await page.getByRole('button', { name: 'Did not work' }).click();
  await expect.element(page.getByText('Try 2 of 5')).toBeVisible();
  await page.getByRole('button', { name: 'It worked' }).click();
  await expect.element(page.getByText(/Solved by: Downtime PC/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Try 2 of 5')).toBeVisible();
  expect(inWork(opened)?.acts.map((act) => [act.kind, act.undone !== undefined])).toEqual([
    ['tried', false],
    ['tried', true],
  ]);
});

test('asks to escalate and stands in the strip as late when the limit is over', async () => {
  const opened = await openDown('#/problems/kp01-printer-dead');
  await startPrinter(opened);
  opened.world.clock.set('2026-11-22T07:52:00.000+01:00');
  await expect.element(page.getByText(/The time is over\. Call House supervisor now/)).toBeVisible();
  await page.getByRole('button', { name: 'Ask for help' }).last().click();
  await expect.element(page.getByRole('heading', { name: /House supervisor .* call 000-4010/ })).toBeVisible();
  await page.getByRole('button', { name: 'I have asked' }).click();
  await page.getByRole('button', { name: 'They have it' }).click();
  await expect.element(page.getByRole('heading', { name: /House supervisor → works on it/ })).toBeVisible();
  expect(inWork(opened)?.acts).toMatchObject([
    { kind: 'escalated', to: 'House supervisor', answerMinutes: 5 },
    { kind: 'taken', escalateMinutes: 10 },
  ]);
});

test('leads from the strip to the problem when it is the longest late', async () => {
  const opened = await openTestBox();
  const declared = await opened.box.outage.declare({
    kind: 'unplanned',
    systems: ['ehr'],
    ward: '7B',
    since: '2026-11-22T07:41:00.000+01:00',
  });
  const outage = declared.ok ? (declared.value[0]?.book ?? '') : '';
  const since = '2026-11-22T07:20:00.000+01:00';
  await opened.box.problems.open({
    outage,
    ward: '7B',
    problem: 'kp01-printer-dead',
    since,
    level: 1,
    limit: 'before-charts',
  });
  await openApp(opened, '#/help');
  await expect.element(page.getByRole('link', { name: /Late: 07:30 Printer dead/ })).toBeVisible();
  await userEvent.keyboard('{F8}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Printer dead' })).toBeVisible();
});

test('calls the next level when every fix was in vain', async () => {
  const opened = await openDown('#/problems/kp01-printer-dead');
  await startPrinter(opened);
  for (const n of [2, 3, 4, 5]) {
    await page.getByRole('button', { name: 'Did not work' }).click();
    await expect.element(page.getByText(`Try ${n} of 5`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Did not work' }).click();
  await expect.element(page.getByText('No try is left')).toBeVisible();
  await expect.element(page.getByText(/Say: Who · Where · What is seen/)).toBeVisible();
});

test('is offered while a line of the log is typed, and writes the line when it is chosen', async () => {
  const opened = await openDown('#/log', true);
  await page.getByRole('textbox', { name: 'What happened' }).fill('The printer prints nothing');
  await page.getByRole('button', { name: 'Printer dead', exact: true }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Printer dead' })).toBeVisible();
  expect(opened.box.state.get().world.outages.events[0]?.log).toMatchObject([
    { kind: 'issue', text: 'The printer prints nothing' },
  ]);
});

test('tells its story in the log when it was worked on, the newest on top', async () => {
  const opened = await openDown('#/problems/kp01-printer-dead', true);
  await startPrinter(opened);
  await page.getByRole('button', { name: 'Did not work' }).click();
  await expect.element(page.getByText('Try 2 of 5')).toBeVisible();
  location.hash = '#/log';
  await expect.element(page.getByText(/Printer dead: "Printer → off ten seconds.*did not work/)).toBeVisible();
  const lines = [...document.querySelectorAll('main ol li')].map((line) => line.textContent ?? '');
  expect(lines.findIndex((line) => line.includes('did not work'))).toBeLessThan(
    lines.findIndex((line) => line.includes('Printer dead: worked on')),
  );
  await page.getByRole('link', { name: /Printer dead since/ }).click();
  await expect.element(page.getByText('Try 2 of 5')).toBeVisible();
});
