import type { Locator, Page } from 'playwright-core';
import type { Picture } from './start-pages';
import { textOf } from './text-of';

/** Forms: begun, filled, signed, corrected. */
export class FormPages {
  constructor(private readonly page: Page) {}

  /** Begins a form for a patient by its title and the patient's family name. */
  async begin(title: RegExp, family: RegExp): Promise<void> {
    await this.page.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('button', { name: family }).first().click();
    await this.#sections().waitFor();
  }

  /** F10 in full, section by section. */
  async fillLabRequest(details: string, picture?: Picture): Promise<void> {
    const { page } = this;
    const next = (): Promise<void> => page.getByRole('button', { name: /^Next:/ }).click();
    await page.getByRole('radio', { name: 'Urgent (1 hour)' }).click({ force: true });
    await next();
    await page.getByRole('checkbox', { name: 'FBC' }).click({ force: true });
    await page.getByRole('checkbox', { name: 'Lactate' }).click({ force: true });
    await picture?.('form-tests');
    await next();
    await this.#details().fill(details);
    await page.getByLabel('Requester: name (PRINT), role').fill('DR OKAFOR, registrar');
    await page.getByLabel('Phone or bleep').fill('bleep 4412');
    await page.getByLabel('Result to (unit, phone, fax)').fill('Ward 7B, 5512');
    await next();
    await page.getByRole('group', { name: 'Taken at' }).getByRole('button', { name: 'Now' }).click();
    await page.getByLabel('Taken by (PRINT name)').fill('J KOWALSKI');
    await page.getByLabel('Specimen and site').fill('Venous blood');
    await page.getByLabel('Two identifiers checked at the bedside (initials)').fill('JK');
    await page
      .getByText(/^Saved /)
      .first()
      .waitFor();
  }

  /** Signs with the PIN or passphrase; answers the serial when the form is on the record. */
  async sign(secret: string, picture?: Picture): Promise<string> {
    await this.#toSign();
    await picture?.('form-ready-to-sign');
    await this.page.getByRole('button', { name: 'Sign …' }).click();
    await this.#secret(secret, picture);
    return this.#serial();
  }

  /** Corrects the clinical details of the signed F10 on the page, with the reason. */
  async correctDetails(details: string, reason: string, secret: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Correct …' }).click();
    await this.#sections()
      .getByRole('button', { name: /^Clinical/ })
      .click();
    await this.#details().fill(details);
    await this.#toSign();
    await page.getByRole('button', { name: 'Sign the correction …' }).click();
    await page.getByLabel('Why it is corrected').fill(reason);
    await this.#secret(secret);
    await page.getByText('Correction 1', { exact: true }).first().waitFor();
  }

  /** A line of the signed form, its versions side by side. */
  async answer(question: string): Promise<string> {
    const head = this.page.getByRole('rowheader', { name: new RegExp(`^${question}( changed)?$`) });
    return textOf(this.page.getByRole('row').filter({ has: head }));
  }

  /** Who signed which version, what it means and why it was corrected. */
  async signatures(): Promise<readonly string[]> {
    const lines = this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /^(Original|Correction)/ });
    return Promise.all((await lines.all()).map(textOf));
  }

  #sections(): Locator {
    return this.page.getByRole('navigation', { name: 'Sections of the form' });
  }

  #details(): Locator {
    return this.page.getByLabel('Clinical details', { exact: true });
  }

  async #toSign(): Promise<void> {
    await this.#sections().getByRole('button', { name: 'Sign', exact: true }).click();
  }

  async #secret(secret: string, picture?: Picture): Promise<void> {
    const { page } = this;
    await page.getByLabel('Your PIN or passphrase').fill(secret);
    await picture?.('form-signature');
    await page.getByRole('button', { name: /^Sign as/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async #serial(): Promise<string> {
    const lead = this.page.getByText(/^DT-\S+ · version/).first();
    return ((await lead.textContent()) ?? '').split(' ')[0] ?? '';
  }
}
