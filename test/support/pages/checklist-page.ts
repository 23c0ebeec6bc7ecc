import type { Locator, Page } from 'playwright-core';

/** The card takes two presses within half a second for one nervous hand. */
const BETWEEN_PRESSES_MS = 700;

/** A role card at work. */
export class ChecklistPage {
  constructor(private readonly page: Page) {}

  /** Lines of the phase in this state: "done", "not applicable", "open". */
  stepsThat(state: string): Locator {
    return this.page.getByRole('listitem').getByRole('button', { name: new RegExp(`^${state} `) });
  }

  /** Does the step that is asked for; the next one follows. */
  async tick(): Promise<void> {
    await this.#answered(() => this.page.getByRole('button', { name: /^Done/ }).click());
  }

  /** Says that the step does not apply, and why. */
  async notApplicable(why: string): Promise<void> {
    await this.#answered(async () => {
      await this.page.getByRole('button', { name: 'Not applicable …' }).click();
      await this.page.getByRole('radio', { name: why }).click({ force: true });
      await this.page.getByRole('button', { name: 'Mark as not applicable' }).click();
    });
  }

  /** Takes the last answer back while it is offered. */
  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo' }).first().click();
  }

  async #answered(answer: () => Promise<void>): Promise<void> {
    const position = this.page.getByText(/^Step \d+ of \d+/).first();
    const [, at = '', of = ''] = /Step (\d+) of (\d+)/.exec((await position.textContent()) ?? '') ?? [];
    await this.page.waitForTimeout(BETWEEN_PRESSES_MS);
    await answer();
    await this.page
      .getByText(new RegExp(`^Step ${Number(at) + 1} of ${of}`))
      .first()
      .waitFor();
  }
}
