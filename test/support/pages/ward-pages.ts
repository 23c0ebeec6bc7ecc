import type { Page } from 'playwright-core';
import type { Picture } from './start-pages';

/** What a ward does during the outage and after it, by visible words only. */
export class WardPages {
  constructor(private readonly page: Page) {}

  /** Ticks the step that is asked for; the next one follows. */
  async tickStep(): Promise<void> {
    const position = this.page.getByText(/^Step \d+ of \d+/).first();
    const [, at = '', of = ''] = /Step (\d+) of (\d+)/.exec((await position.textContent()) ?? '') ?? [];
    // One tick per press: a press right after the step changed is taken for the end of the last one.
    await this.page.waitForTimeout(1200);
    await this.page.getByRole('button', { name: /^Done/ }).click();
    await this.page
      .getByText(new RegExp(`^Step ${Number(at) + 1} of ${of}`))
      .first()
      .waitFor();
  }

  /** Begins a form for a patient by its title and the patient's family name. */
  async beginForm(title: RegExp, family: RegExp): Promise<void> {
    await this.page.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('button', { name: family }).first().click();
    await this.page.getByRole('navigation', { name: 'Sections of the form' }).waitFor();
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
    await page.getByLabel('Clinical details', { exact: true }).fill(details);
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

  /** Signs with the secret; answers when the form is on the record. */
  async sign(secret: string, picture?: Picture): Promise<void> {
    const { page } = this;
    await page
      .getByRole('navigation', { name: 'Sections of the form' })
      .getByRole('button', { name: 'Sign', exact: true })
      .click();
    await picture?.('form-ready-to-sign');
    await page.getByRole('button', { name: 'Sign …' }).click();
    await page.getByLabel('Your PIN or passphrase').fill(secret);
    await picture?.('form-signature');
    await page.getByRole('button', { name: /^Sign as/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 30_000 });
  }

  /** Manage, End of the downtime: the official all-clear. */
  async endDowntime(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /End of the downtime/ }).click();
    await page.getByRole('button', { name: 'EHR is officially back …' }).click();
    await page.getByLabel('The all-clear is official. A log-in that works is none.').check();
    await page.getByRole('button', { name: /^End the downtime of/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
