import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialog, startApp } from '../support/app-driver';
import { StartPages } from '../support/pages/start-pages';
import { ward7bCsv } from '../support/ward-7b';

/** What `npm run demo` gives: see build/demo.mjs. */
export interface DemoInput {
  readonly root: string;
  readonly outputFolder: string;
  readonly electron: { readonly file: string; readonly args: readonly string[] };
  readonly env: NodeJS.ProcessEnv;
  readonly say: (message: string) => void;
}

/** Plays the whole arc of an outage in the real app and leaves pictures, paper and exports. */
export async function play({ outputFolder, electron, env, say }: DemoInput): Promise<void> {
  const running = await startApp({ file: electron.file, args: electron.args, env });
  const { page } = running;
  let count = 0;
  const picture = async (name: string): Promise<void> => {
    count += 1;
    await page.screenshot({ path: join(outputFolder, `${String(count).padStart(2, '0')}-${name}.png`) });
    say(name);
  };
  try {
    const start = new StartPages(page);
    await start.setUp({ site: 'St. Elsewhere', ward: '7B', workstation: 'WS-7B-02', manager: 'R. Haile', passphrase: 'maple lantern orbit velvet' }, picture);
    await start.addPerson({ name: 'A. Moreau', role: 'nurse in charge', pin: '482915' });
    await start.addPerson({ name: 'J. Kowalski', role: 'nurse', pin: '730264' });
    await picture('people');
    await start.goTo('Start');
    const census = join(outputFolder, 'ward-list.csv');
    writeFileSync(census, ward7bCsv());
    await answerDialog(running.app, [census]);
    await page.getByRole('button', { name: 'Import ward list' }).click();
    await page.getByRole('button', { name: 'Choose files …' }).click();
    const use = page.getByRole('button', { name: 'Use this list: 24 patients' });
    await use.waitFor();
    await picture('census');
    await use.click();
    await page.getByRole('button', { name: /LINDQVIST/ }).first().waitFor();
    await picture('patients-before');
    await start.goTo('Start');
    await picture('ready');
    await start.declare({ role: 'Nurse in charge' }, picture);
    await page.waitForTimeout(500);
    await picture('checklist');
  } catch (cause) {
    await picture('stopped-here');
    throw cause;
  } finally {
    await running.close();
  }
}
