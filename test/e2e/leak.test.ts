import { existsSync, mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app-driver';
import { type BatchWard, openBatchWard, PASSPHRASE, SET_UP } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { leaksIn } from '../support/leaks';
import { packagedApp } from '../support/packaged-app';
import { keepPassingFiles } from '../support/passing-files';
import { searchFiles } from '../support/search-files';
import { patientMarkers, ward7bCsv } from '../support/ward-7b';
import { labRequest, medicationRecord } from '../support/ward-answers';

// After a whole night, by batch and in the window, nothing of a patient and no secret lies in plain text on this PC:
// not in the profile with its journal, logs and crash folder, not in the second journal, a backup, the home folder, the
// folder for temporary files (nor was it there for a moment) or a print spool. What was asked for lies outside.

const PIN = '48291736';
const WRITTEN = ['Zinnoberrote Petechien', 'Quittengelee', 'Amendierte Vermutung', 'Entwurf Siebenschläfer'];
const [garcia, weiss] = ['9000131', '9000160'];

let ward: BatchWard;
let searched: readonly string[];
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const folders = { HOME: 'home', XDG_CONFIG_HOME: 'home/config', XDG_CACHE_HOME: 'home/cache', TMPDIR: 'tmp' };
  env = {};
  ward = openBatchWard({ env });
  for (const [name, folder] of Object.entries(folders)) {
    mkdirSync(ward.out(folder), { recursive: true });
    env[name] = ward.out(folder);
  }
  mkdirSync(ward.out('share'));
  const passing = keepPassingFiles(ward.out('tmp'), ward.out('passed-through-tmp'));
  // A spooler's folder is outside of what we can seal; what lies there would be found.
  const spools = ['/var/spool/cups', '/var/spool/lpd'].filter((folder) => existsSync(folder));
  const ours = ['profile', 'home', 'tmp', 'passed-through-tmp', 'share', 'sealed-backup'];
  searched = [...ours.map((name) => ward.out(name)), ...spools];
  await nightByBatch();
  await nightInTheWindow();
  passing.stop();
});

afterAll(() => ward.remove());

async function expectDone(...words: readonly string[]) {
  const { exit, json } = await ward.run(...words);
  if (exit !== 0) throw new Error(`${words.join(' ')}: exit ${exit} ${JSON.stringify(json).slice(0, 500)}`);
  return json;
}

async function nightByBatch(): Promise<void> {
  const [details = '', drug = '', amended = ''] = WRITTEN;
  const earlier = new Date(Date.now() - 30 * 60_000).toISOString();
  const sign = ['--sign-as', 'Mary Manager'];
  await expectDone(...SET_UP, '--second-journal', ward.out('share'));
  await expectDone('census', 'import', ward.given('ward.csv', ward7bCsv()));
  await expectDone('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr', '--at', earlier);
  const lab = ward.given('lab.json', labRequest(earlier, details));
  const { serial } = await expectDone('form', 'save', '--form', 'F10', '--patient', garcia, '--answers', lab, ...sign);
  const doses = ward.given('doses.json', medicationRecord(earlier, drug));
  await expectDone('form', 'save', '--form', 'F04', '--patient', weiss, '--answers', doses, ...sign);
  const better = ward.given('better.json', labRequest(earlier, amended));
  await expectDone('form', 'amend', '--serial', serial, '--answers', better, '--reason', `Not ${details}`, ...sign);
  await expectDone('print', 'pack', '--ward', '7B', '--forms', 'F10', '--out', ward.out('outside/pack.pdf'));
  await expectDone('export', '--format', 'csv', '--out', ward.out('outside/csv'));
  await expectDone('export', '--format', 'fhir', '--out', ward.out('outside/fhir'));
  await expectDone('backup', '--out', ward.out('sealed-backup/ward.backup'));
}

/** Patients on screen, a PIN made, a draft half typed, and the page's process dying over it. */
async function nightInTheWindow(): Promise<void> {
  const { file, args, env: inherited } = packagedApp();
  const running = await startApp({ file, args, env: { ...inherited, ...env } }, { profile: ward.profile });
  await boxRunning(running.page);
  await signIn(running.page, PASSPHRASE);
  await showPatients(running);
  await typeDraft(running);
  await running.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  // The shell puts a fresh page in its place; a dump, were there one, is written before that.
  await boxRunning(await running.freshPage());
  await running.close();
}

async function showPatients({ page }: RunningApp): Promise<void> {
  await page.evaluate(() => (location.hash = '#/patients'));
  await page.getByText('KOWALCZYK').first().waitFor();
  await page.screenshot();
}

async function typeDraft({ page }: RunningApp): Promise<void> {
  const problem = await page.evaluate(
    async ([mrn, text, pin]) => {
      const box = window.__downtimeBoxTest?.box;
      const patient = box?.patients.named(mrn)[0];
      if (!box || !patient) return 'no patient';
      const enrolled = await box.enrol({ name: 'Nora Nurse', role: 'nurse', pin });
      if (!enrolled.ok) return enrolled.error.code;
      const form = await box.forms.open({ form: 'F10', patient: patient.id });
      if (!form.ok) return form.error.code;
      const path = [
        { linkId: 'clinical', index: 0 },
        { linkId: 'clinical-details', index: 0 },
      ];
      form.value.setAnswers(path, [{ valueString: text }]);
      await form.value.flush();
      return box.state.get().drafts.length === 1 ? '' : 'the draft was not kept';
    },
    [garcia, WRITTEN[3] ?? '', PIN] as const,
  );
  if (problem !== '') throw new Error(problem);
}

test('nothing of a patient and no secret lies in plain text when the night is over', () => {
  const words = [...patientMarkers(), ...WRITTEN, PASSPHRASE, PIN];
  const { leaks, files, bytes } = leaksIn(searched, words);
  expect(leaks).toEqual([]);
  // It did look somewhere.
  expect(files).toBeGreaterThan(30);
  expect(bytes).toBeGreaterThan(1_000_000);
});

test('what was asked for does lie outside, so that the search is known to find', () => {
  const { hits } = searchFiles([ward.out('outside')], ['KOWALCZYK', garcia, ...WRITTEN.slice(1, 3)]);
  expect(new Set(hits.map(({ marker }) => marker)).size).toBe(4);
});
