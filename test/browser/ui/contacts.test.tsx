import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openTestBox } from '../../support/fake-box';
import { openApp } from './open-app';

test('shows whom to call first and another group when it is chosen by keys', async () => {
  await openApp(await openTestBox(), '#/contacts');
  await expect.element(page.getByText('000-2222')).toBeVisible();
  await expect.element(page.getByText('000-7130')).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  for (let tabs = 0; tabs < 20 && !document.activeElement?.textContent?.includes('IT and devices'); tabs += 1)
    await userEvent.keyboard('{Tab}');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('000-7130')).toBeVisible();
  await expect.element(page.getByText('000-2222')).not.toBeInTheDocument();
});

test('searches all groups at once when a word is typed', async () => {
  await openApp(await openTestBox(), '#/contacts');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await userEvent.keyboard('{Tab}on call');
  await expect.element(page.getByText('Biomedical engineering on call')).toBeVisible();
  await expect.element(page.getByText('Pathologist on call')).toBeVisible();
  await expect.element(page.getByText('000-2222')).not.toBeInTheDocument();
});

test('opens the group of the number and marks it when a step leads to it', async () => {
  await openApp(await openTestBox(), '#/contacts/biomed');
  await expect.element(page.getByText('000-7130')).toBeVisible();
  expect(document.querySelector('main [data-current]')?.textContent).toContain('Biomedical engineering');
});
