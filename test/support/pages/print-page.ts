import type { Page } from 'playwright-core';
import type { Picture } from './start-pages';

/** Paper for the ward. */
export class PrintPage {
  constructor(
    private readonly page: Page,
    private readonly choose: (...paths: readonly string[]) => Promise<void>,
  ) {}

  /** Saves the usual forms of every patient, prefilled, as one PDF; answers how many pages the app says it has. */
  async saveWardPack(path: string, picture?: Picture): Promise<number> {
    const { page } = this;
    await page.getByRole('radio', { name: /Forms with patient details/ }).check({ force: true });
    await page.getByRole('button', { name: /^(Save|Print) \d+ pages/ }).waitFor();
    await picture?.('print');
    return this.savePdf(path);
  }

  /** Saves what is chosen; answers how many pages the app says it has. */
  async savePdf(path: string): Promise<number> {
    const { page } = this;
    await this.choose(path);
    await page
      .getByRole('button', { name: /as PDF$/ })
      .first()
      .click();
    const said = page.getByText(/^Saved as PDF, \d+ pages?\./).last();
    await said.waitFor({ timeout: 120_000 });
    const pages = Number(/\d+/.exec((await said.textContent()) ?? '')?.[0]);
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    return pages;
  }
}
