import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Picture } from './start-pages';

/** The downtime for others. */
export class ExportPage {
  constructor(
    private readonly page: Page,
    private readonly choose: (...paths: readonly string[]) => Promise<void>,
  ) {}

  /** Makes the files of a format ("FHIR R4", "CSV") and saves them into a fresh folder. */
  async save(format: string, folder: string, picture?: Picture): Promise<void> {
    const { page } = this;
    await page.getByRole('radio', { name: new RegExp(format) }).click({ force: true });
    await page.getByRole('button', { name: 'Make the files' }).click();
    const save = page.getByRole('button', { name: /^Save \d+ files …/ });
    await save.waitFor();
    await picture?.('export');
    mkdirSync(folder, { recursive: true });
    await this.choose(folder);
    await save.click();
    await page.getByText(/^\d+ files saved /).waitFor();
  }
}
