import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { BatchJson } from '../support/batch-answer';
import { batchOn } from '../support/batch-runner';
import { type BatchWard, openBatchWard, SET_UP } from '../support/batch-ward';
import { packagedApp } from '../support/packaged-app';
import { ward7bCsv } from '../support/ward-7b';
import { labRequest, medicationRecord, vitalSigns } from '../support/ward-answers';

// What a ward wrote with any version that was ever shipped opens in this one and means the same. How to add a version:
// test/ledgers/README.md.

const ledgers = join(import.meta.dirname, '..', 'ledgers');
const versions = readdirSync(ledgers).filter((name) => /^\d/.test(name));
const wards: BatchWard[] = [];

afterEach(() => {
  for (const ward of wards.splice(0)) ward.remove();
});

interface SavedFacts {
  readonly backEntry: readonly { readonly serial: string; readonly item: string }[];
}

function openWard(): BatchWard {
  const ward = openBatchWard();
  wards.push(ward);
  return ward;
}

/** What somebody would look at afterwards: the event, the people, the back-entry, the ledger itself. */
async function factsOf(run: (...words: readonly string[]) => Promise<{ readonly json: BatchJson }>) {
  const { chain, copies, quarantined, entries, devices } = (await run('verify')).json;
  const { outage: _id, ...event } = (await run('outage', 'status')).json;
  return {
    ledger: { chain, copies, quarantined, entries, devices },
    event,
    patients: (await run('census', 'list')).json.patients,
    backEntry: (await run('reconcile', 'list')).json.items,
  };
}

test.each(versions)('a ward written with version %s opens and means the same', async (version) => {
  const ward = openWard();
  const restored = await ward.run('restore', join(ledgers, version, 'ward.dtbox'));
  expect(restored).toMatchObject({ exit: 0, json: { chain: 'whole', copies: 'equal' } });
  const saved = JSON.parse(readFileSync(join(ledgers, version, 'facts.json'), 'utf8')) as SavedFacts;
  const { backEntry: savedLines, ...savedRest } = saved;
  const { backEntry, ...rest } = await factsOf(ward.run);
  // A later version may say more about the same; it may not say anything else.
  expect(rest).toMatchObject(savedRest);
  // It may also ask for more (a downtime note per chart), but for all of this, in this order.
  const known = new Set(savedLines.map(({ serial, item }) => `${serial}/${item}`));
  const lines = backEntry as SavedFacts['backEntry'];
  expect(lines.filter(({ serial, item }) => known.has(`${serial}/${item}`))).toMatchObject(savedLines);
});

test.runIf(process.env['DOWNTIME_BOX_NEW_LEDGER'])('writes the ledger of a new version', async () => {
  const folder = join(ledgers, process.env['DOWNTIME_BOX_NEW_LEDGER'] ?? '');
  expect(existsSync(folder), 'a ledger that was shipped is never written anew').toBe(false);
  const ward = openWard();
  await writeNight(ward);
  expect((await ward.run('backup', '--out', ward.out('ward.dtbox'))).exit).toBe(0);
  const again = batchOn(packagedApp(), { profile: ward.out('again'), passphraseFile: ward.out('passphrase') });
  expect((await again.run('restore', ward.out('ward.dtbox'))).exit).toBe(0);
  const facts = await factsOf(again.run);
  mkdirSync(folder);
  copyFileSync(ward.out('ward.dtbox'), join(folder, 'ward.dtbox'));
  writeFileSync(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
});

/** One of everything batch can write, on synthetic people. */
async function writeNight(ward: BatchWard): Promise<void> {
  const act = async (...words: readonly string[]) => {
    const { exit, json } = await ward.run(...words);
    if (exit !== 0) throw new Error(`${words.join(' ')}: exit ${exit} ${JSON.stringify(json).slice(0, 300)}`);
    return json;
  };
  const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
  const sign = ['--sign-as', 'Mary Manager'];
  const save = (form: string, patient: string, answers: unknown) =>
    act(
      'form',
      'save',
      '--form',
      form,
      '--patient',
      patient,
      '--answers',
      ward.given(`${form}.json`, answers),
      ...sign,
    );
  await act(...SET_UP);
  await act('census', 'import', ward.given('ward.csv', ward7bCsv()));
  await act('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr,lis', '--at', ago(180));
  const unknown = await act(
    'patient',
    'add',
    '--file',
    ward.given('unknown.json', { family: 'Nightingale', sex: 'male' }),
  );
  const lab = await save('F10', '9000131', labRequest(ago(150), 'Third day of fever'));
  await save('F06', '9000148', vitalSigns(ago(120)));
  await save('F04', '9000160', medicationRecord(ago(100), 'Paracetamol'));
  const better = ward.given('better.json', labRequest(ago(150), 'Fourth day of fever'));
  await act('form', 'amend', '--serial', lab.serial, '--answers', better, '--reason', 'Wrong day', ...sign);
  await act('print', 'form', 'F10', '--blank', '--out', ward.out('blank.pdf'));
  await act('patient', 'link', '--downtime-number', unknown.downtimeNumber, '--mrn', '9000777');
  await act('outage', 'end', '--at', ago(10));
  const mark = ['--serial', lab.serial, '--item', 'tests:fbc', '--by', 'Mary Manager'];
  await act('reconcile', 'mark', ...mark, '--as', 'entered', '--ref', 'A-4711');
}
