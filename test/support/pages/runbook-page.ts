import type { Locator, Page } from 'playwright-core';

/** Runbooks: found, read, used. */
export class RunbookPage {
  constructor(private readonly page: Page) {}

  /** Opens a runbook from the list by its title. */
  async open(title: string): Promise<void> {
    await this.page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await this.page.getByRole('heading', { name: title }).first().waitFor();
  }

  /** A part of the runbook by its words in the list on the left. */
  async part(words: RegExp): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Parts of the runbook' })
      .getByRole('button', { name: words })
      .click();
  }

  /** Uses it for the event; from now on its steps are ticked. */
  async use(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use it now' }).click();
    await this.page.getByText(/^Use 1, since/).waitFor();
  }

  /** Ticks the step that is asked for. */
  async tick(): Promise<void> {
    const step = this.page.getByText(/^Step \d/).first();
    const before = await step.textContent();
    await this.page.getByRole('button', { name: /^Done/ }).click();
    await this.page
      .getByText(before ?? '', { exact: true })
      .first()
      .waitFor({ state: 'detached' });
  }

  /** Leads to the print centre with this runbook chosen. */
  async print(): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: 'Print' }).click();
  }

  /** All lines of the part. */
  lines(): Locator {
    return this.page.getByRole('main').getByRole('listitem');
  }
}
