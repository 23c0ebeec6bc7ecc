import type { Locator, Page } from 'playwright-core';
import { textOf } from './text-of';

/** Ward list from the EHR: files, what each column means, who will be on the board. */
export class CensusPage {
  constructor(
    private readonly page: Page,
    /** What the next file dialog answers. */
    private readonly choose: (...paths: readonly string[]) => Promise<void>,
  ) {}

  /** From the start page: opens the file and waits until it is read. */
  async open(path: string): Promise<void> {
    const { page } = this;
    await this.choose(path);
    await page.getByRole('button', { name: 'Import ward list' }).click();
    await page.getByRole('button', { name: 'Choose files …' }).click();
    await page.getByRole('button', { name: /^Use this list/ }).waitFor();
  }

  /** What a column is taken for. */
  async meaningOf(column: string): Promise<string> {
    return textOf(this.#meaning(column).locator('option:checked'));
  }

  /** How that is known: by its name, as last time, … */
  async howKnown(column: string): Promise<string> {
    return textOf(this.#row(column).getByRole('cell').nth(1));
  }

  /** Says what a column means. */
  async means(column: string, meaning: string): Promise<void> {
    await this.#meaning(column).selectOption({ label: meaning });
    await this.#row(column).getByText('you chose it').waitFor();
  }

  /** Takes the list over; the board follows. */
  async use(patients: number): Promise<void> {
    await this.page.getByRole('button', { name: `Use this list: ${patients} patients` }).click();
    await this.page.getByText(`${patients} patients are on this PC now.`).waitFor();
  }

  #row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  #meaning(column: string): Locator {
    return this.page.getByLabel(`Meaning of column ${column}`, { exact: true });
  }
}
