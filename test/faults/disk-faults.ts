import { mkdirSync } from 'node:fs';
import { startApp } from '../support/app-driver';
import { batchOn } from '../support/batch-runner';
import { PASSPHRASE, SET_UP } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { idsInJournal } from '../support/profile-files';
import { mountSmallDisk } from '../support/small-disk';
import { notPlayed, type Play } from './fault-row';
import type { Stage } from './stage';

const FAULT = 'disk filled to the last byte and freed';
const PIN = '48291736';

/** On a disk of its own: writing is refused, reading and signing in by PIN go on, and all is there when there is room. */
export const playFullDisk: Play<Stage> = {
  fault: FAULT,
  async run({ command, ward, say }) {
    const profile = ward.out('small-disk');
    mkdirSync(profile);
    const disk = mountSmallDisk(profile, 200);
    if (!disk) return notPlayed(FAULT, 'mounting needs Linux and root');
    const env = { DOWNTIME_BOX_POLICY: ward.given('tight.json', { lowSpaceMegabytes: 60, ballastMegabytes: 40 }) };
    const app = { ...command, env: { ...command.env, ...env } };
    const batch = batchOn(app, { profile, passphraseFile: ward.out('passphrase') });
    const person = ward.given('somebody.json', { alias: 'Unknown', sex: 'female' });
    const add = () => batch.run('patient', 'add', '--file', person);
    try {
      await batch.run(...SET_UP);
      await batch.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
      const nurse = await enrolNurse(app, profile);
      await add();
      const acknowledged = idsInJournal(profile);
      disk.fillTo(0);
      const refused = await add();
      const opened = await signInByPin(app, profile, nurse);
      say(`full disk: ${disk.free()} bytes free, ${refused.json.code}, PIN ${opened}`);
      disk.empty();
      const again = await add();
      const { exit, json } = await batch.run('verify');
      const there = new Set(idsInJournal(profile));
      return {
        fault: FAULT,
        tries: 1,
        acknowledged: acknowledged.length,
        lost: acknowledged.filter((id) => !there.has(id)).length,
        noticed: refused.json.code === 'disk-full' ? 1 : 0,
        toNotice: 1,
        how: `${refused.json.code}; PIN sign-in meanwhile: ${opened}`,
        works: again.exit === 0 && exit === 0 && json.copies === 'equal' && opened === 'ok',
      };
    } finally {
      disk.unmount();
    }
  },
};

async function enrolNurse(app: Stage['command'], profile: string): Promise<string> {
  const { page, close } = await startApp(app, { profile });
  await boxRunning(page);
  await signIn(page, PASSPHRASE);
  const person = await page.evaluate(async (pin) => {
    const made = await window.__downtimeBoxTest?.box.enrol({ name: 'Nora Nurse', role: 'nurse', pin });
    return made?.ok ? made.value.person : '';
  }, PIN);
  await close();
  return person;
}

/** `ok`, or why not. */
async function signInByPin(app: Stage['command'], profile: string, person: string): Promise<string> {
  const { page, close } = await startApp(app, { profile });
  try {
    await boxRunning(page);
    return await page.evaluate(
      async ([who, pin]) => {
        const answer = await window.__downtimeBoxTest?.box.signIn({ kind: 'pin', person: who, secret: pin });
        return answer?.ok ? 'ok' : (answer?.error.code ?? 'no box');
      },
      [person, PIN] as const,
    );
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 120) : 'failed';
  } finally {
    await close();
  }
}
