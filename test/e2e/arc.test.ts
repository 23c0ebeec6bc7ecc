import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaksIn } from '../support/leaks';
import { packagedApp } from '../support/packaged-app';
import { pdfFile } from '../support/paper/pdf-file';
import { patientMarkers, WARD_7B, ward7bCsv } from '../support/ward-7b';
import { WardPc } from '../support/ward-pc';

// A whole outage at one ward PC, as the people there live it: one chapter after the other, by visible words, without a
// network, on a profile nobody has used. Each chapter checks what somebody standing there would look at.

const HAILE = { name: 'R. Haile', passphrase: 'maple lantern orbit velvet' };
const MOREAU = { name: 'A. Moreau', role: 'nurse in charge', pin: '482915' };
const KOWALSKI = { name: 'J. Kowalski', role: 'nurse', pin: '730264' };
const PLACE = { site: 'St. Elsewhere', ward: '7B', workstation: 'WS-7B-02', manager: HAILE.name };
const LONGEST_MS = 15 * 60_000;

let pc: WardPc;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'downtime-box-arc-'));
  pc = await WardPc.start(packagedApp());
});

afterAll(async () => {
  await pc.remove();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'a ward comes through an outage on its own PC when the EHR and the network are gone',
  async () => {
    await setUpWithPeople();
    await takeWardListOver();
    await declareWithoutSignIn();
    await goOnAfterRestart();
    await workThroughRoleCard();
    const serial = await requestBloodTestAndCorrectIt();
    await printWardPack();
    await useBloodBankRunbook();
    await endTheDowntime();
    await enterItBackWithASecondPerson(serial);
    await handItOverAsFhir(serial);
    await handItOverAsCsv(serial);
    await checkEveryEntry();
    expect(await pc.strangers()).toEqual([]);
    expect(pc.errors()).toEqual([]);
    await pc.close();
    expect(leaksIn([pc.profile], [...patientMarkers(), HAILE.passphrase]).leaks).toEqual([]);
  },
  LONGEST_MS,
);

async function setUpWithPeople(): Promise<void> {
  const { start } = pc.screens;
  const recoveryCode = await start.setUp({ ...PLACE, passphrase: HAILE.passphrase });
  expect(recoveryCode.length).toBeGreaterThan(25);
  await start.addPerson(MOREAU);
  await start.addPerson(KOWALSKI);
  await start.goTo('Start');
  expect(await start.line('Sign-in without network')).toContain('2 people with PIN');
  expect(await start.strip()).toContain('No EHR data on this PC');
}

async function takeWardListOver(): Promise<void> {
  const { start, census } = pc.screens;
  const list = join(folder, 'ward-list.csv');
  writeFileSync(list, ward7bCsv({ 'Hospital No.': 'K-Ident', Consultant: 'OA', 'Reason for admission': 'Memo 3' }));
  await census.open(list);
  // Guessed by its values, and shown; what cannot be guessed is not used until somebody says what it is.
  expect(await census.meaningOf('K-Ident')).toBe('MRN');
  expect(await census.meaningOf('Memo 3')).toBe('Not used');
  await census.means('Memo 3', 'Diagnosis');
  await census.use(WARD_7B.length);
  expect(await start.strip()).toMatch(/EHR data as at \d\d:\d\d/);
  const { patients } = pc.screens;
  expect(await patients.row('LINDQVIST')).toMatch(/7B-1-3.*30-Jan-1939.*9000152.*LATEX, NUTS/);

  await start.goTo('Start');
  await census.open(list);
  expect(await census.howKnown('Memo 3')).toBe('as last time');
}

async function declareWithoutSignIn(): Promise<void> {
  await pc.lock();
  const { start, checklist } = pc.screens;
  await start.goTo('Start');
  await start.declare({ role: 'Nurse in charge', since: clockBefore(25) });
  expect((await start.downtimeClock()).minutes).toBeGreaterThanOrEqual(25);
  await checklist.tick();
  await checklist.tick();
}

async function goOnAfterRestart(): Promise<void> {
  const before = await pc.screens.start.downtimeClock();
  await pc.restart();
  const { start, checklist } = pc.screens;
  const after = await start.downtimeClock();
  expect(after.since).toBe(before.since);
  expect(after.minutes).toBeGreaterThanOrEqual(before.minutes);
  await start.goTo('My tasks');
  await expect.poll(() => checklist.stepsThat('done').count()).toBe(2);
}

async function workThroughRoleCard(): Promise<void> {
  const { start, checklist } = pc.screens;
  await start.signIn(MOREAU);
  await start.goTo('My tasks');
  await checklist.tick();
  await checklist.notApplicable('Another team does it');
  await expect.poll(() => checklist.stepsThat('not applicable').count()).toBe(1);
  await checklist.undo();
  await expect.poll(() => checklist.stepsThat('not applicable').count()).toBe(0);
  // Who did it, for whoever takes the card over.
  expect(await checklist.stepsThat('done').nth(2).innerText()).toMatch(/\d\d:\d\d AM$/);
}

async function requestBloodTestAndCorrectIt(): Promise<string> {
  const { start, forms } = pc.screens;
  await start.goTo('Forms');
  await forms.begin(/Laboratory request/, /LINDQVIST/);
  await forms.fillLabRequest('Hip fracture day 2, febrile');
  const serial = await forms.sign(MOREAU.pin);
  expect(serial).toMatch(/^DT-WS7B02-\d{4}-/);
  await forms.correctDetails('Hip fracture day 2, febrile 38.9', 'Temperature left out', MOREAU.pin);
  expect(await forms.answer('Clinical details')).toMatch(
    /changed Hip fracture day 2, febrile Hip fracture day 2, febrile 38\.9$/,
  );
  expect(await forms.signatures()).toEqual([
    expect.stringMatching(/^Original A\. Moreau: “I wrote this”, signed .* with PIN$/),
    expect.stringMatching(/^Correction 1 A\. Moreau: .* because: Temperature left out$/),
  ]);
  return serial;
}

async function printWardPack(): Promise<void> {
  const { start, print } = pc.screens;
  await start.goTo('Print');
  const path = join(folder, 'ward-pack.pdf');
  const pages = await print.saveWardPack(path);
  const pack = pdfFile(path);
  expect(pack.pages).toBe(pages);
  const everyPage = await pack.everyPagesCodes();
  // What lies in the pack stands on its cover.
  const covers = everyPage.filter(({ matrix: [code = ''] }) => code.split('|')[1] === 'COVER').length;
  expect(covers).toBeGreaterThan(0);
  for (const { mrn } of WARD_7B) expect(coverText(pack, covers)).toContain(mrn);
  expect(pack.text(covers + 1)).toContain('GARCÍA');

  const codes = everyPage.slice(covers);
  expect(codes).toHaveLength(pages - covers);
  expect(codes.filter(({ linear, matrix }) => linear.length !== 1 || matrix.length !== 1)).toEqual([]);
  // Bar code: the patient. Square code: which page of which sheet of which form.
  const sheets = new Map<string, number[]>();
  for (const { linear, matrix } of codes) {
    const [mark, form, , , page] = (matrix[0] ?? '').split('|');
    expect(mark).toBe('DT');
    const sheet = `${linear[0]} ${form}`;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), Number(page)]);
  }
  const wanted = WARD_7B.flatMap(({ mrn }) => ['F04', 'F06', 'F10'].map((form) => `${mrn} ${form}`));
  expect([...sheets.keys()].toSorted()).toEqual(wanted.toSorted());
  for (const numbers of sheets.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
}

function coverText(pack: ReturnType<typeof pdfFile>, covers: number): string {
  return Array.from({ length: covers }, (_, index) => pack.text(index + 1)).join('\n');
}

async function useBloodBankRunbook(): Promise<void> {
  const { start, runbooks, print } = pc.screens;
  await start.goTo('Runbooks');
  await runbooks.open('Blood bank');
  await runbooks.part(/^\W*A Request and sample/);
  expect(await runbooks.lines().count()).toBeGreaterThan(3);
  await runbooks.use();
  await runbooks.tick();
  await runbooks.print();
  const path = join(folder, 'blood-bank.pdf');
  const pages = await print.savePdf(path);
  const paper = pdfFile(path);
  expect(paper.pages).toBe(pages);
  expect(paper.text(1)).toContain('Blood bank');
}

async function endTheDowntime(): Promise<void> {
  const { start, manage } = pc.screens;
  await start.goTo('Manage');
  await manage.endDowntime();
  await expect.poll(() => start.strip()).toContain('EHR UP');
}

async function enterItBackWithASecondPerson(serial: string): Promise<void> {
  const first = pc.screens;
  await first.start.goTo('Reconcile');
  await first.reconcile.owner('Laboratory');
  await expect.poll(() => first.reconcile.progress('Laboratory')).toBe('0 of 2');
  await first.reconcile.entered('LAB-4711');
  await first.reconcile.entered('LAB-4712');
  await first.reconcile.stage('To check · 2').click();
  // Nobody checks their own entry.
  expect(await first.reconcile.detail()).toContain('A second person checks it in the EHR, not you.');

  await pc.lock();
  const second = pc.screens;
  await second.start.signIn(KOWALSKI);
  await second.start.goTo('Reconcile');
  await second.reconcile.owner('Laboratory');
  await second.reconcile.stage('To check · 2').click();
  expect(await second.reconcile.detail()).toContain(serial);
  await second.reconcile.checked();
  await second.reconcile.checked();
  await expect.poll(() => second.reconcile.progress('Laboratory')).toBe('2 of 2');
}

async function handItOverAsFhir(serial: string): Promise<void> {
  const { start } = pc.screens;
  await start.goTo('Export');
  await pc.screens.export.save('FHIR R4', join(folder, 'fhir'));
  const files = checkedFiles(join(folder, 'fhir'));
  const bundle = JSON.parse(files.get('outage.fhir.json') ?? '') as {
    readonly type: string;
    readonly entry: readonly { readonly resource: { readonly resourceType: string; readonly status?: string } }[];
  };
  expect(bundle.type).toBe('transaction');
  const resources = bundle.entry.map(({ resource }) => resource);
  const orders = resources.filter(({ resourceType }) => resourceType === 'ServiceRequest');
  expect(orders).toHaveLength(2);
  // The form as it was signed first, and beside it as it was corrected.
  const versions = resources.filter(({ resourceType }) => resourceType === 'QuestionnaireResponse');
  expect(versions.map(({ status }) => status)).toEqual(['completed', 'amended']);
  const [original, correction] = versions.map((version) => JSON.stringify(version));
  expect(original).not.toContain('febrile 38.9');
  expect(correction).toContain('febrile 38.9');
  expect(correction).toContain(serial);
}

async function handItOverAsCsv(serial: string): Promise<void> {
  await pc.screens.export.save('CSV', join(folder, 'csv'));
  const files = checkedFiles(join(folder, 'csv'));
  const lines = (files.get('back-entry.csv') ?? '').split(/\r?\n/).filter((line) => line.includes(serial));
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/LINDQVIST.*verified.*A\. Moreau,LAB-471[12].*J\. Kowalski\b/);
}

async function checkEveryEntry(): Promise<void> {
  const { start, manage } = pc.screens;
  await start.goTo('Manage');
  expect(await manage.checkEveryEntry()).toMatch(/^\d+ entries: chain whole, both copies equal$/);
}

/** The files of an export, each checked against the manifest's hash; the manifest names every one of them. */
function checkedFiles(folderOfExport: string): ReadonlyMap<string, string> {
  const names = readdirSync(folderOfExport).toSorted();
  const manifest = JSON.parse(readFileSync(join(folderOfExport, 'manifest.json'), 'utf8')) as {
    readonly files: readonly { readonly name: string; readonly sha256: string }[];
  };
  expect(['manifest.json', ...manifest.files.map(({ name }) => name)].toSorted()).toEqual(names);
  return new Map(
    manifest.files.map(({ name, sha256 }) => {
      const bytes = readFileSync(join(folderOfExport, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      return [name, bytes.toString('utf8')];
    }),
  );
}

/** So many minutes ago, as somebody types it. */
function clockBefore(minutes: number): string {
  const then = new Date(Date.now() - minutes * 60_000);
  return `${String(then.getHours()).padStart(2, '0')}:${String(then.getMinutes()).padStart(2, '0')}`;
}
