import { describe, expect, test } from 'vitest';
import type { SignedCheckpoint } from '../../../electron/ipc/contract';
import { readSealedLine } from '../../../renderer/storage/ledger/sealed-line';
import {
  families,
  newWorkstation,
  PASSPHRASE,
  patientAdded,
  start,
  type Started,
  startUnlocked,
  type Workstation,
} from './workbench';

/** What the main process would have signed now; it looks at the journal only. */
function sign({ disk }: Workstation, signature: SignedCheckpoint['signature'] = 'good'): void {
  const { checkpoints, problems } = disk.checkpoints ?? { checkpoints: [], problems: [] };
  const last = disk.journal.map(({ text }) => readSealedLine(text)).at(-1);
  if (!last) throw new Error('nothing to sign');
  const { device, seq, hash } = last;
  const next = {
    n: checkpoints.length + 1,
    at: '2026-11-22T05:27:00.000Z',
    heads: [{ device, seq, hash }],
    signature,
  };
  disk.checkpoints = { checkpoints: [...checkpoints, next], signed: next.n, problems };
}

async function threePatients(): Promise<{ workstation: Workstation; started: Started; device: string }> {
  const workstation = newWorkstation();
  const started = await startUnlocked(workstation);
  for (const family of ['Okafor', 'Lindqvist', 'Haddad']) await started.ledger.append([patientAdded(family)]);
  return { workstation, started, device: started.vault.keyring.device ?? '' };
}

async function cutDatabase({ database }: Started, fromSeq: number): Promise<void> {
  const { entries } = database.tables();
  await entries.filter(({ seq }) => seq >= fromSeq).delete();
}

function cutJournal({ disk }: Workstation, fromSeq: number): void {
  disk.journal = disk.journal.filter(({ text }) => (readSealedLine(text)?.seq ?? 0) < fromSeq);
}

/** Starts the app again; `open` of the ledger says what it found. */
async function again(workstation: Workstation, before: Started) {
  before.database.close();
  const started = start(workstation);
  await started.vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  return { started, state: await started.ledger.open() };
}

const notes = async ({ ledger }: Started) =>
  (await ledger.readAll()).entries.flatMap((entry) => (entry.type === 'record.doubted' ? [entry.payload] : []));

describe('a record that ends before what was signed of it', () => {
  test('is noticed at start, noted once, and named by verify when both copies were cut', async () => {
    const { workstation, started, device } = await threePatients();
    sign(workstation);
    await cutDatabase(started, 3);
    cutJournal(workstation, 3);

    const next = await again(workstation, started);

    const wrong = { device, seq: 3, lastSeq: 2, at: '2026-11-22T05:27:00.000Z' };
    expect(next.state.doubt).toMatchObject({ state: 'ends-before', wrong });
    expect((await next.started.ledger.verify()).checkpoints).toMatchObject({ state: 'ends-before', wrong });
    await next.started.ledger.append([patientAdded('Nakamura')]);
    await next.started.ledger.append([patientAdded('Silva')]);
    expect(await notes(next.started)).toEqual([{ why: 'ends-before', ...wrong }]);
  });

  test('is named for ever when the record went on past that place, and noted no second time', async () => {
    const { workstation, started, device } = await threePatients();
    sign(workstation);
    await cutDatabase(started, 3);
    cutJournal(workstation, 3);
    const second = (await again(workstation, started)).started;
    await second.ledger.append([patientAdded('Nakamura')]);
    sign(workstation);

    const third = await again(workstation, second);

    expect(third.state.doubt).toMatchObject({ state: 'differs', wrong: { device, seq: 3 } });
    await third.started.ledger.append([patientAdded('Silva')]);
    const fourth = await again(workstation, third.started);
    await fourth.started.ledger.append([patientAdded('Weber')]);
    expect((await notes(fourth.started)).map(({ why, seq }) => [why, seq])).toEqual([
      ['ends-before', 3],
      ['differs', 3],
    ]);
  });
});

describe('a record that holds what was signed', () => {
  test('raises no doubt when the journal was replaced by an older copy: the database mends it', async () => {
    const { workstation, started } = await threePatients();
    sign(workstation);
    cutJournal(workstation, 2);
    const next = await again(workstation, started);
    expect(next.state.doubt).toBeUndefined();
    expect(await families(next.started)).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(await next.started.ledger.verify()).toMatchObject({
      chain: 'whole',
      copies: 'equal',
      checkpoints: { state: 'good', signed: 1, last: { seq: 3 } },
    });
  });

  test('raises no doubt when the database was lost', async () => {
    const { workstation, started } = await threePatients();
    sign(workstation);
    await cutDatabase(started, 1);
    const next = await again(workstation, started);
    expect(next.state).toMatchObject({ recovered: { from: 'journal', entries: 3 } });
    expect(next.state.doubt).toBeUndefined();
  });

  test('raises no doubt when nothing was ever signed', async () => {
    const { workstation, started } = await threePatients();
    const next = await again(workstation, started);
    expect(next.state.doubt).toBeUndefined();
    expect((await next.started.ledger.verify()).checkpoints).toEqual({ state: 'none', signed: 0, unknownKey: 0 });
  });

  test('says so when it was signed by a key this PC no longer has', async () => {
    const { workstation, started } = await threePatients();
    sign(workstation, 'unknown-key');
    expect((await started.ledger.verify()).checkpoints).toMatchObject({ state: 'good', unknownKey: 1 });
  });
});

describe('the signed list itself', () => {
  test('is an alarm when a signature in it is wrong', async () => {
    const { workstation, started } = await threePatients();
    sign(workstation, 'bad');
    expect((await started.ledger.verify()).checkpoints).toMatchObject({ state: 'bad-signature', wrong: { seq: 3 } });
  });

  test('is an alarm when it is gone though there was one', async () => {
    const { workstation, started } = await threePatients();
    sign(workstation);
    const second = await again(workstation, started);
    delete workstation.disk.checkpoints;
    const third = await again(workstation, second.started);
    expect(third.state.doubt).toMatchObject({ state: 'list-cut', signed: 0 });
  });

  test('keeps nobody from the record when it cannot be asked for', async () => {
    const { workstation, started } = await threePatients();
    sign(workstation);
    started.fake.fail('checkpoints.read', { when: 'before', code: 'not-writable' });
    expect((await started.ledger.open()).doubt).toBeUndefined();
    expect(await started.ledger.verify()).toMatchObject({ chain: 'whole', checkpoints: { state: 'unread' } });
  });
});

describe('the code on a paper', () => {
  test('is found at its entry, also after the record went on', async () => {
    const { started, device } = await threePatients();
    const printed = started.ledger.headCode();
    expect(await started.ledger.findHead(printed)).toMatchObject([{ device, seq: 3, newest: true }]);
    await started.ledger.append([patientAdded('Nakamura')]);
    const typed = printed.toLowerCase().replace('-', ' ');
    expect(await started.ledger.findHead(typed)).toMatchObject([
      { device, seq: 3, type: 'patient.added', newest: false },
    ]);
  });

  test.each(['', '12', 'G123-4567', '1234-5678-9'])('is found nowhere when it is no code: "%s"', async (code) => {
    const { started } = await threePatients();
    expect(await started.ledger.findHead(code)).toEqual([]);
  });
});
