import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ward7bCsv } from '../support/ward-7b';
import { WardPc } from '../support/ward-pc';

/** What `npm run demo` gives: see build/demo.mjs. */
export interface DemoInput {
  readonly root: string;
  readonly outputFolder: string;
  readonly electron: { readonly file: string; readonly args: readonly string[] };
  readonly env: NodeJS.ProcessEnv;
  readonly say: (message: string) => void;
}

const PASSPHRASE = 'maple lantern orbit velvet';
const MOREAU = { name: 'A. Moreau', role: 'nurse in charge', pin: '482915' };
const KOWALSKI = { name: 'J. Kowalski', role: 'nurse', pin: '730264' };
const PLACE = { site: 'St. Elsewhere', ward: '7B', workstation: 'WS-7B-02', manager: 'R. Haile' };

/** Plays the whole arc of an outage in the real app on a synthetic ward; leaves pictures, paper and exports. */
export async function play({ outputFolder, electron, env, say }: DemoInput): Promise<void> {
  const pc = await WardPc.start({ file: electron.file, args: electron.args, env });
  const { page, screens } = pc;
  let count = 0;
  const picture = async (name: string): Promise<void> => {
    count += 1;
    await page.screenshot({ path: join(outputFolder, `${String(count).padStart(2, '0')}-${name}.png`) });
    say(name);
  };
  const { start, census, checklist, forms, print, runbooks, manage } = screens;
  try {
    await start.setUp({ ...PLACE, passphrase: PASSPHRASE }, picture);
    await start.addPerson(MOREAU);
    await start.addPerson(KOWALSKI);
    await picture('people');

    await start.goTo('Start');
    const list = join(outputFolder, 'ward-list.csv');
    writeFileSync(list, ward7bCsv());
    await census.open(list);
    await picture('census');
    await census.use(24);
    await start.goTo('Start');
    await page.getByRole('button', { name: /EHR is down/ }).waitFor();
    await picture('ready');

    await start.declare({ role: 'Nurse in charge' }, picture);
    await page.getByRole('button', { name: /^Done/ }).waitFor();
    await picture('checklist');
    for (let step = 0; step < 3; step += 1) await checklist.tick();
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
    await forms.begin(/Laboratory request/, /LINDQVIST/);
    await forms.fillLabRequest('Hip fracture day 2, febrile. Sepsis?', picture);
    await forms.sign(PASSPHRASE, picture);
    await picture('form-on-the-record');
    await start.goTo('Forms');
    await forms.begin(/Vital signs/, /LINDQVIST/);
    await picture('vital-signs');

    await start.goTo('Print');
    await print.saveWardPack(join(outputFolder, 'ward-pack.pdf'), picture);
    await start.goTo('Runbooks');
    await picture('runbooks');
    await runbooks.open('Blood bank');
    await picture('runbook-blood-bank');
    await start.goTo('Log');
    await picture('log');
    await start.goTo('Contacts');
    await picture('contacts');

    await start.goTo('Manage');
    await manage.endDowntime();
    await picture('downtime-ended');
    await start.goTo('Reconcile');
    await page.getByRole('heading', { name: /^Back-entry/ }).waitFor();
    await picture('reconcile');
    await start.goTo('Export');
    for (const format of ['FHIR R4', 'HL7 v2', 'CSV', 'Excel']) {
      const folder = join(outputFolder, `export-${format.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
      await screens.export.save(format, folder, format === 'FHIR R4' ? picture : undefined);
    }
    await page
      .getByRole('button', { name: /[Nn]ight/ })
      .first()
      .click();
    await start.goTo('Start');
    await picture('night');
    await start.goTo('Manage');
    const report = await manage.checkEveryEntry();
    if (!report.endsWith('chain whole, both copies equal')) throw new Error(`the check of every entry said: ${report}`);
    await picture('every-entry-checked');
    const strangers = await pc.strangers();
    if (strangers.length > 0) throw new Error(`the app asked the network for ${strangers.length} things`);
  } catch (cause) {
    // A page that is gone gives no picture, and the cause must not be lost over it.
    await picture('stopped-here').catch(() => undefined);
    throw cause;
  } finally {
    await pc.remove();
  }
}
