import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journal, openJournal } from '../../../../electron/journal/journal';
import type { SealedEntry } from '../../../../renderer/domain/ledger/entry';
import { createIds } from '../../../../renderer/storage/ids';
import { compareCopies } from '../../../../renderer/storage/ledger/compare-copies';
import type { DatabaseCopy } from '../../../../renderer/storage/ledger/database-copy';
import { advance } from '../../../../renderer/storage/ledger/heads';
import { createJournalMirror, type JournalMirror } from '../../../../renderer/storage/ledger/journal-mirror';
import { sealBatch } from '../../../../renderer/storage/ledger/seal-batch';
import type { Shell } from '../../../../renderer/storage/shell';

// The main process's own journal under the page's mirror of it: what each was tested with alone must fit together.

let folder: string;
let journal: Journal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downtime-box-journal-'));
  journal = open();
});

afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true, force: true });
});

function open(): Journal {
  return openJournal({
    folder,
    now: () => new Date('2026-11-22T05:27:00+01:00'),
    header: () => Promise.resolve({ vault: 'v' }),
  });
}

function mirror(): JournalMirror {
  const call = (channel: string, args: { lines: string[]; cursor?: string }): Promise<unknown> => {
    if (channel === 'journal.summary') return journal.summary();
    return channel === 'journal.append' ? journal.append(args.lines) : journal.read(args.cursor);
  };
  return createJournalMirror({ call } as unknown as Shell);
}

async function entries(count: number): Promise<readonly SealedEntry[]> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const keyring = { vault: 'v', device: 'WS-7B-02', epoch: 1, key: () => key };
  const clock = { now: () => '2026-11-22T05:27:00.000+01:00' };
  const one = (step: number) =>
    ({
      book: 'o',
      subject: 'r',
      by: '-',
      type: 'step.done',
      payload: { step: `Übergabe ${step}`, round: 1 },
      content: { id: 'c', version: '1' },
    }) as const;
  const wanted = Array.from({ length: count }, (_, index) => one(index));
  return (await sealBatch(wanted, { heads: new Map(), maxLamport: 0, keyring, clock, ids: createIds() })).sealed;
}

function memoryDatabase(rows: SealedEntry[]): DatabaseCopy {
  return {
    heads: () =>
      Promise.resolve({
        heads: advance(new Map(), rows),
        maxLamport: Math.max(0, ...rows.map(({ lamport }) => lamport)),
      }),
    add: (batch) => {
      rows.push(...batch);
      rows.sort((a, b) => a.seq - b.seq);
      return Promise.resolve();
    },
    at: (wanted) => Promise.resolve(wanted.map(({ seq }) => rows.find((row) => row.seq === seq))),
    async *pages() {
      yield await Promise.resolve(rows);
    },
  };
}

test('entries come back as they were written', async () => {
  const all = await entries(20);
  await mirror().append(all);
  const read: SealedEntry[] = [];
  for await (const page of mirror().pages()) read.push(...page);
  expect(read).toEqual(all);
});

test('a database that is behind is filled when the journal has more', async () => {
  const all = await entries(8);
  await mirror().append(all);
  const rows = all.slice(0, 3);
  expect(await compareCopies(mirror(), memoryDatabase(rows))).toMatchObject({
    toDatabase: 5,
    toJournal: 0,
    equal: true,
    journalFollows: true,
  });
  expect(rows).toEqual(all);
});

test('a new journal is filled when its folder was emptied', async () => {
  const all = await entries(8);
  expect(await compareCopies(mirror(), memoryDatabase([...all]))).toMatchObject({
    toJournal: 8,
    equal: true,
    databaseWasEmpty: false,
  });
  expect((await journal.summary()).devices).toMatchObject([{ entries: 8, lastSeq: 8, lastHash: all[7]?.hash }]);
});

test('a hole is mended from the database when lines in the middle were broken', async () => {
  const all = await entries(9);
  await mirror().append(all);
  await journal.close();
  const [name = ''] = await readdir(folder);
  const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
  // The first line is the header.
  lines[4] = 'x'.repeat(40);
  lines.splice(5, 1);
  await writeFile(join(folder, name), lines.join('\n'));
  journal = open();
  expect((await journal.summary()).brokenLines).not.toEqual([]);

  expect(await compareCopies(mirror(), memoryDatabase([...all]))).toMatchObject({
    toJournal: 2,
    toDatabase: 0,
    equal: true,
  });

  const read = new Set<string>();
  for await (const page of mirror().pages()) for (const { hash } of page) read.add(hash);
  expect(read).toEqual(new Set(all.map(({ hash }) => hash)));
});

test('a changed row never reaches the journal when the database is ahead', async () => {
  const all = await entries(6);
  await mirror().append(all.slice(0, 2));
  const rows = all.map((entry, index) => (index === 3 ? { ...entry, subject: 'another' } : entry));
  expect(await compareCopies(mirror(), memoryDatabase(rows))).toMatchObject({
    toJournal: 1,
    equal: false,
    journalFollows: false,
  });
  expect((await journal.summary()).devices).toMatchObject([{ lastSeq: 3 }]);
});
