import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { declareMorningOutage, openTestBox, type TestBox } from '../../support/fake-box';
import { openApp } from './open-app';

async function openCard(): Promise<TestBox & { readonly answers: (step: string) => readonly string[] }> {
  const opened = await openTestBox();
  const outage = await declareMorningOutage(opened);
  await openApp(opened, '#/tasks');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  const now = (): string => opened.world.clock.now();
  const answers = (step: string): readonly string[] => {
    const view = opened.box.checklists.view({ outage, ward: '7B', checklist: 'nurse-in-charge', now: now() });
    const found = view?.phases.flatMap((phase) => phase.steps).find((one) => one.step.id === step);
    return found?.answers.map((answer) => answer.reason ?? answer.evidence ?? answer.state) ?? [];
  };
  return { ...opened, answers };
}

const stepNow = (name: RegExp): ReturnType<typeof page.getByRole> => page.getByRole('heading', { level: 2, name });
const STEPS = [/^Outage →/, /^Help desk →/] as const;

test('ticks the step and shows the next one large when Space is pressed', async () => {
  const { answers } = await openCard();
  await expect.element(stepNow(STEPS[0])).toBeVisible();
  await userEvent.keyboard(' ');
  await expect.element(stepNow(STEPS[1])).toBeVisible();
  expect(answers('scope')).toEqual(['done']);
});

test('takes the tick back when Undo of the bar is pressed', async () => {
  const { answers } = await openCard();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByText('Done: Outage')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => answers('scope')).toEqual([]);
});

test('ticks one step when Space is pressed twice at once', async () => {
  const { box } = await openCard();
  await userEvent.keyboard('  ');
  await expect.element(stepNow(STEPS[1])).toBeVisible();
  const runs = Object.values(box.state.get().world.runs.runs);
  expect(runs.flatMap((run) => Object.keys(run.answers))).toEqual(['scope#1']);
});

test('keeps what was typed beside the tick when a step asks for words', async () => {
  const { answers } = await openCard();
  await page
    .getByRole('button', { name: /Help desk: call/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /ticket/i }).fill('INC 4711');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => answers('help-desk')).toEqual(['INC 4711']);
});

test('says what to do and keeps the step when the number is no number', async () => {
  const { answers } = await openCard();
  await page
    .getByRole('button', { name: /Patient board:/ })
    .first()
    .click();
  await page.getByRole('textbox').fill('twenty');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByText(/Write a number, digits only/)).toBeVisible();
  expect(answers('board-beds')).toEqual([]);
});

test('writes the reason when a step does not apply', async () => {
  const { answers } = await openCard();
  await page.getByRole('button', { name: 'Not applicable …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why does this step not apply?' });
  await expect.element(dialog.getByRole('button', { name: 'Mark as not applicable' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Not on this ward' }).click();
  await dialog.getByRole('button', { name: 'Mark as not applicable' }).click();
  await expect.poll(() => answers('scope')).toEqual(['Not on this ward']);
});

test('changes nothing and gives the focus back when the dialog is left with Escape', async () => {
  const { answers } = await openCard();
  await page.getByRole('button', { name: 'Not applicable …' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Not applicable …' })).toHaveFocus();
  expect(answers('scope')).toEqual([]);
});

test('goes to the most urgent timed step when F8 is pressed', async () => {
  await openCard();
  await userEvent.keyboard('{F1}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  await userEvent.keyboard('{F8}');
  await expect.element(stepNow(STEPS[0])).toBeVisible();
});
