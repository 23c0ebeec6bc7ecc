import type { Page } from 'playwright-core';
import { textOf } from './text-of';

/** The patient board. */
export class PatientsPage {
  constructor(private readonly page: Page) {}

  /** A patient's line on the board. */
  async row(family: string): Promise<string> {
    return textOf(this.page.getByRole('row').filter({ hasText: family }));
  }
}
