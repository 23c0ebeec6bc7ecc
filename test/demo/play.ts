import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialog, startApp } from '../support/app-driver';
import { StartPages } from '../support/pages/start-pages';
import { WardPages } from '../support/pages/ward-pages';
import { ward7bCsv } from '../support/ward-7b';

/** What `npm run demo` gives: see build/demo.mjs. */
export interface DemoInput {
  readonly root: string;
  readonly outputFolder: string;
  readonly electron: { readonly file: string; readonly args: readonly string[] };
  readonly env: NodeJS.ProcessEnv;
  readonly say: (message: string) => void;
}

const PASSPHRASE = 'maple lantern orbit velvet';
const PIN = '730264';

/** Plays the whole arc of an outage in the real app on a synthetic ward; leaves pictures, paper and exports. */
export async function play({ outputFolder, electron, env, say }: DemoInput): Promise<void> {
  const running = await startApp({ file: electron.file, args: electron.args, env });
  const { page, app } = running;
  page.setDefaultTimeout(15_000);
  let count = 0;
  const picture = async (name: string): Promise<void> => {
    count += 1;
    await page.screenshot({ path: join(outputFolder, `${String(count).padStart(2, '0')}-${name}.png`) });
    say(name);
  };
  const start = new StartPages(page);
  const ward = new WardPages(page);
  try {
    await start.setUp(
      { site: 'St. Elsewhere', ward: '7B', workstation: 'WS-7B-02', manager: 'R. Haile', passphrase: PASSPHRASE },
      picture,
    );
    await start.addPerson({ name: 'A. Moreau', role: 'nurse in charge', pin: '482915' });
    await start.addPerson({ name: 'J. Kowalski', role: 'nurse', pin: PIN });
    await picture('people');

    await start.goTo('Start');
    const census = join(outputFolder, 'ward-list.csv');
    writeFileSync(census, ward7bCsv());
    await answerDialog(app, [census]);
    await page.getByRole('button', { name: 'Import ward list' }).click();
    await page.getByRole('button', { name: 'Choose files …' }).click();
    const use = page.getByRole('button', { name: 'Use this list: 24 patients' });
    await use.waitFor();
    await picture('census');
    await use.click();
    await page
      .getByRole('button', { name: /LINDQVIST/ })
      .first()
      .waitFor();
    await start.goTo('Start');
    await page.getByRole('button', { name: /EHR is down/ }).waitFor();
    await picture('ready');

    await start.declare({ role: 'Nurse in charge' }, picture);
    await page.getByRole('button', { name: /^Done/ }).waitFor();
    await picture('checklist');
    for (let step = 0; step < 3; step += 1) await ward.tickStep();
    await picture('checklist-going-on');
    await start.goTo('Patients');
    await page
      .getByRole('button', { name: /LINDQVIST/ })
      .first()
      .waitFor();
    await picture('patients');
    await page
      .getByRole('button', { name: /LINDQVIST/ })
      .first()
      .click();
    await page.getByText('9000152').first().waitFor();
    await picture('patient');

    await start.goTo('Forms');
    await ward.beginForm(/Laboratory request/, /LINDQVIST/);
    await ward.fillLabRequest('Hip fracture day 2, febrile. Sepsis?', picture);
    await ward.sign(PASSPHRASE, picture);
    await picture('form-on-the-record');
    await start.goTo('Forms');
    await ward.beginForm(/Vital signs/, /LINDQVIST/);
    await picture('vital-signs');

    await start.goTo('Print');
    await page.getByRole('radio', { name: /Forms with patient details/ }).check({ force: true });
    const pack = page.getByRole('button', { name: /^(Save|Print) \d+ pages/ });
    await pack.waitFor();
    await picture('print');
    await answerDialog(app, [join(outputFolder, 'ward-pack.pdf')]);
    await page
      .getByRole('button', { name: /as PDF$/ })
      .first()
      .click();
    await page
      .getByText(/Saved as PDF/)
      .first()
      .waitFor({ timeout: 60_000 });
    await start.goTo('Runbooks');
    await picture('runbooks');
    await page
      .getByRole('link', { name: /[Bb]lood bank/ })
      .or(page.getByRole('button', { name: /[Bb]lood bank/ }))
      .first()
      .click();
    await page.waitForTimeout(400);
    await picture('runbook-blood-bank');
    await start.goTo('Log');
    await picture('log');
    await start.goTo('Contacts');
    await picture('contacts');

    await start.goTo('Manage');
    await ward.endDowntime();
    await picture('downtime-ended');
    await start.goTo('Reconcile');
    await page.waitForTimeout(500);
    await picture('reconcile');
    await start.goTo('Export');
    for (const format of ['FHIR R4', 'HL7 v2.5.1', 'CSV', 'Excel']) {
      await page.getByRole('radio', { name: new RegExp(format) }).click({ force: true });
      await page.getByRole('button', { name: 'Make the files' }).click();
      const save = page.getByRole('button', { name: /^Save \d+ files …/ });
      await save.waitFor({ timeout: 30_000 });
      if (format === 'FHIR R4') await picture('export');
      const folder = join(outputFolder, `export-${format.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
      mkdirSync(folder, { recursive: true });
      await answerDialog(app, [folder]);
      await save.click();
      await page.getByText(/files? saved \d\d:\d\d/).waitFor({ timeout: 30_000 });
    }
    await page
      .getByRole('button', { name: /[Nn]ight/ })
      .first()
      .click();
    await start.goTo('Start');
    await picture('night');
    await start.goTo('Manage');
    await page.getByRole('button', { name: /Data and versions/ }).click();
    await page.getByRole('button', { name: 'Check every entry' }).click();
    await page.getByText(/chain whole, both copies equal/).waitFor({ timeout: 30_000 });
    await picture('every-entry-checked');
    const strangers = await running.strangers();
    if (strangers.length > 0) throw new Error(`the app asked the network for ${strangers.length} things`);
  } catch (cause) {
    await picture('stopped-here');
    throw cause;
  } finally {
    await running.close();
  }
}
