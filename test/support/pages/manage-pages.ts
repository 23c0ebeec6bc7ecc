import type { Page } from 'playwright-core';

/** Manage: the end of the downtime, the state of the data. */
export class ManagePages {
  constructor(private readonly page: Page) {}

  /** The official all-clear. */
  async endDowntime(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /End of the downtime/ }).click();
    await page.getByRole('button', { name: 'EHR is officially back …' }).click();
    await page.getByLabel('The all-clear is official. A log-in that works is none.').check();
    await page.getByRole('button', { name: /^End the downtime of/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Checks every entry of both copies; answers what the page says of it. */
  async checkEveryEntry(): Promise<string> {
    const { page } = this;
    await page.getByRole('button', { name: /Data and versions/ }).click();
    await page.getByRole('button', { name: 'Check every entry' }).click();
    const report = page.getByText(/^\d+ entr(y|ies): /);
    await report.waitFor();
    return (await report.textContent()) ?? '';
  }
}
