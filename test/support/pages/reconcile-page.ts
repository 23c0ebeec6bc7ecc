import type { Locator, Page } from 'playwright-core';
import { textOf } from './text-of';

/** Back-entry: what the EHR must learn, owner by owner. */
export class ReconcilePage {
  constructor(private readonly page: Page) {}

  async owner(name: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
  }

  /** How far an owner is, as its card says: "0 of 2". */
  async progress(owner: string): Promise<string> {
    const card = this.page.getByRole('group', { name: 'Whose lines' }).locator('label').filter({ hasText: owner });
    return (await textOf(card)).replace(owner, '').trim();
  }

  /** The line on screen, large: what to type, where it comes from, what became of it. */
  async detail(): Promise<string> {
    return textOf(this.page.getByRole('main').locator('section[aria-labelledby]').last());
  }

  /** Lines of the owner on screen. */
  lines(): Locator {
    return this.page.getByRole('main').getByRole('listitem');
  }

  /** Marks the line on screen as entered, with the EHR's own number; the next one follows. */
  async entered(reference: string): Promise<void> {
    await this.#settle(/^Entered, next/, () => this.page.getByLabel('EHR reference').fill(reference));
  }

  /** A second person found the line on screen right in the EHR; the next one follows. */
  async checked(): Promise<void> {
    await this.#settle(/^It is right in the EHR, next/);
  }

  /** Lines to enter, to check, done: a button each, with its number. */
  stage(words: string): Locator {
    return this.page.getByRole('button', { name: words });
  }

  async #settle(button: RegExp, before?: () => Promise<void>): Promise<void> {
    const lines = await this.lines().count();
    await before?.();
    await this.page.getByRole('button', { name: button }).click();
    await this.lines()
      .nth(lines - 1)
      .waitFor({ state: 'detached' });
  }
}
