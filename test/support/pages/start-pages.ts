import type { Page } from 'playwright-core';
import { textOf } from './text-of';

/** Where a demo or a test puts a picture of what it sees. */
export type Picture = (name: string) => Promise<void>;

/** Who and where, as the set-up asks. */
export interface SetUpAnswers {
  readonly site: string;
  readonly ward: string;
  readonly workstation: string;
  readonly manager: string;
  readonly passphrase: string;
}

/** Somebody with a PIN. */
export interface PinHolder {
  readonly name: string;
  readonly role: string;
  readonly pin: string;
}

/** Set-up, start and sign-in, as a person goes through them: by visible words only. */
export class StartPages {
  constructor(private readonly page: Page) {}

  /** The wizard of a fresh workstation; answers the recovery code. */
  async setUp(input: SetUpAnswers, picture?: Picture): Promise<string> {
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
    await code.waitFor();
    await picture?.('set-up-3-recovery-code');
    const text = (await code.textContent()) ?? '';
    await page.getByLabel('The code is on paper and will be locked away').check();
    await page.getByRole('button', { name: 'Finish, add people' }).click();
    return text;
  }

  /** Manage, People: somebody gets a PIN. */
  async addPerson({ name, role, pin }: PinHolder): Promise<void> {
    const { page } = this;
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Role').selectOption({ label: role });
    await page.getByLabel('PIN', { exact: true }).fill(pin);
    await page.getByLabel('PIN again').fill(pin);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(`${name} can sign in here now.`).waitFor();
  }

  /** A place of the rail by its word. */
  async goTo(word: string): Promise<void> {
    const rail = this.page.getByRole('navigation');
    const place = rail.getByRole('link', { name: word }).or(rail.getByRole('button', { name: word }));
    await place.first().click();
  }

  /** The person's name in the strip leads to the list of people; name, PIN, in. */
  async signIn({ name, pin }: PinHolder): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Nobody signed in' }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.getByLabel('PIN', { exact: true }).fill(pin);
    await page.getByLabel('PIN', { exact: true }).press('Enter');
    await page.getByRole('link', { name, exact: true }).waitFor();
  }

  /** Three answers and the red button; `since` as HH:MM where it stopped a while ago. Opens the role's card. */
  async declare(input: { readonly role: string; readonly since?: string }, picture?: Picture): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /EHR is down: start here/ }).click();
    await page.getByRole('heading', { name: 'EHR is down: three answers' }).waitFor();
    await page.getByRole('radio', { name: /Whole EHR/ }).click({ force: true });
    if (input.since !== undefined) await page.getByLabel('It stopped at (24 h)').fill(input.since);
    await page.getByRole('radio', { name: new RegExp(input.role) }).click({ force: true });
    await picture?.('declare');
    await page.getByRole('button', { name: /Start downtime on Ward/ }).click();
    await page.getByRole('heading', { name: input.role }).waitFor();
  }

  /** What the strip says of the downtime: the minutes it lasts and the time it counts from. */
  async downtimeClock(): Promise<{ readonly minutes: number; readonly since: string }> {
    const text = await this.page.getByRole('timer', { name: 'Downtime clock' }).textContent();
    const [, hours, minutes, since = ''] = /DOWNTIME (\d+):(\d\d)\s*since (.+)$/.exec(text ?? '') ?? [];
    if (hours === undefined) throw new Error(`the strip says ${text}`);
    return { minutes: Number(hours) * 60 + Number(minutes), since };
  }

  /** What the table of the ready page says of one thing. */
  async line(check: string): Promise<string> {
    return textOf(this.page.getByRole('row').filter({ hasText: check }));
  }

  /** The whole strip, as it is read. */
  async strip(): Promise<string> {
    return textOf(this.page.getByRole('banner'));
  }
}
