import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from '../../../../electron/journal/journal';
import type { SealedEntry } from '../../../../renderer/domain/ledger/entry';
import { createIds } from '../../../../renderer/storage/ids';
import { compareCopies } from '../../../../renderer/storage/ledger/compare-copies';
import type { DatabaseCopy } from '../../../../renderer/storage/ledger/database-copy';
import { advance } from '../../../../renderer/storage/ledger/heads';
import { createJournalMirror } from '../../../../renderer/storage/ledger/journal-mirror';
import { sealBatch } from '../../../../renderer/storage/ledger/seal-batch';
import { verifyCopies } from '../../../../renderer/storage/ledger/verify-copies';
import type { Shell } from '../../../../renderer/storage/shell';

// Somebody edits a file of the real journal; the next start mends it from the database, and verify still says so.

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downtime-box-damage-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function entries(count: number): Promise<readonly SealedEntry[]> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const keyring = { vault: 'v', device: 'WS-7B-02', epoch: 1, key: () => key };
  const clock = { now: () => '2026-11-22T05:27:00.000+01:00' };
  const content = { id: 'c', version: '1' };
  const step = (index: number) => ({ type: 'step.done', payload: { step: `s-${index}`, round: 1 }, content }) as const;
  const wanted = Array.from({ length: count }, (_, index) => ({ book: 'o', subject: 'r', by: '-', ...step(index) }));
  return (await sealBatch(wanted, { heads: new Map(), maxLamport: 0, keyring, clock, ids: createIds() })).sealed;
}

function databaseOf(rows: readonly SealedEntry[]): DatabaseCopy {
  return {
    heads: () => Promise.resolve({ heads: advance(new Map(), rows), maxLamport: rows.length }),
    add: () => Promise.resolve(),
    at: (wanted) => Promise.resolve(wanted.map(({ seq }) => rows.find((row) => row.seq === seq))),
    async *pages() {
      yield await Promise.resolve(rows);
    },
  };
}

/** One start of the app: both copies compared and mended, then verified. */
async function startAndVerify(rows: readonly SealedEntry[], write: readonly SealedEntry[] = []) {
  const now = (): Date => new Date('2026-11-22T05:27:00+01:00');
  const journal = openJournal({ folder, now, header: () => Promise.resolve({ vault: 'v' }) });
  const call = (channel: string, args: { lines: string[]; cursor?: string }): Promise<unknown> => {
    if (channel === 'journal.summary') return journal.summary();
    return channel === 'journal.append' ? journal.append(args.lines) : journal.read(args.cursor);
  };
  const mirror = createJournalMirror({ call } as unknown as Shell);
  if (write.length > 0) await mirror.append(write);
  const database = databaseOf(rows);
  await compareCopies(mirror, database);
  const report = await verifyCopies({ journal: mirror, database }, []);
  await journal.close();
  return report;
}

test.each([
  [
    'a byte of an entry is changed',
    'wrong-hash',
    (lines: string[]) => (lines[4] = (lines[4] ?? '').replace('"ct":"', '"ct":"A')),
  ],
  ['a line is removed', 'gap', (lines: string[]) => lines.splice(4, 1)],
])('verify names the line, also after it was mended, when %s', async (_what, why, edit) => {
  const all = await entries(8);
  expect(await startAndVerify(all, all)).toMatchObject({ chain: 'whole', copies: 'equal', journalDamage: [] });
  const [name = ''] = await readdir(folder);
  const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
  edit(lines);
  await writeFile(join(folder, name), lines.join('\n'));

  const damage = { file: name, line: 5, why };
  // The start that mends it, and every start after it.
  for (const mended of [false, true, true])
    expect(await startAndVerify(all)).toMatchObject({
      chain: 'whole',
      copies: 'equal',
      journalDamage: [{ ...damage, mended }],
    });
});

test('verify names the lines as broken when two were swapped', async () => {
  const all = await entries(8);
  await startAndVerify(all, all);
  const [name = ''] = await readdir(folder);
  const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
  [lines[4], lines[5]] = [lines[5] ?? '', lines[4] ?? ''];
  await writeFile(join(folder, name), lines.join('\n'));

  const { journalDamage } = await startAndVerify(all);
  expect(journalDamage?.map(({ line, why, mended }) => [line, why, mended])).toContainEqual([6, 'out-of-place', false]);
});
