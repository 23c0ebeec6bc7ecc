import type { Page } from 'playwright-core';

/** Where a demo or a test puts a picture of what it sees. */
export type Picture = (name: string) => Promise<void>;

/** Set-up, start and sign-in, as a person goes through them: by visible words only. */
export class StartPages {
  constructor(private readonly page: Page) {}

  /** The wizard of a fresh workstation; answers the recovery code. */
  async setUp(
    input: {
      readonly site: string;
      readonly ward: string;
      readonly workstation: string;
      readonly manager: string;
      readonly passphrase: string;
    },
    picture?: Picture,
  ): Promise<string> {
    const { page } = this;
    await page.getByLabel('Hospital or site').fill(input.site);
    await page.getByLabel('Ward', { exact: true }).fill(input.ward);
    await page.getByLabel('Name of this PC').fill(input.workstation);
    await picture?.('set-up-1-place');
    await page.getByRole('button', { name: /Next|Continue/ }).click();
    await page.getByLabel("Manager's name").fill(input.manager);
    await page.getByLabel('Passphrase', { exact: true }).fill(input.passphrase);
    await page.getByLabel('Passphrase again').fill(input.passphrase);
    await page.getByRole('button', { name: 'Create the vault' }).click();
    const code = page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{1,5}){4,}$/);
    await code.waitFor({ timeout: 30_000 });
    await picture?.('set-up-3-recovery-code');
    const text = (await code.textContent()) ?? '';
    await page.getByLabel('The code is on paper and will be locked away').check();
    await page.getByRole('button', { name: 'Finish, add people' }).click();
    return text;
  }

  /** Manage, People: somebody gets a PIN. */
  async addPerson(input: { readonly name: string; readonly role: string; readonly pin: string }): Promise<void> {
    const { page } = this;
    await page.getByLabel('Name', { exact: true }).fill(input.name);
    await page.getByLabel('Role').selectOption({ label: input.role });
    await page.getByLabel('PIN', { exact: true }).fill(input.pin);
    await page.getByLabel('PIN again').fill(input.pin);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(`${input.name} can sign in here now.`).waitFor({ timeout: 30_000 });
  }

  /** A place of the rail by its word. */
  async goTo(word: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: word })
      .or(this.page.getByRole('navigation').getByRole('button', { name: word }))
      .first()
      .click();
  }

  /** Signs a person in with a PIN, from the sign-in page. */
  async signIn(name: string, pin: string): Promise<void> {
    const { page } = this;
    await page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await page.getByLabel(/PIN/).last().fill(pin);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Three answers and the red button. */
  async declare(input: { readonly role: string }, picture?: Picture): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /EHR is down: start here/ }).click();
    await page.getByRole('heading', { name: 'EHR is down: three answers' }).waitFor();
    await page.getByRole('radio', { name: /Whole EHR/ }).click({ force: true });
    await page.getByRole('radio', { name: new RegExp(input.role) }).click({ force: true });
    await picture?.('declare');
    await page.getByRole('button', { name: /Start downtime on Ward/ }).click();
  }
}
