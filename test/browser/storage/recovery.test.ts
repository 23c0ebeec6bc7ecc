import { describe, expect, test } from 'vitest';
import type { ReadJournal, RecoveryFile } from '../../../renderer/app/backup-port';
import { decodeEntry } from '../../../renderer/domain/ledger/decode';
import { utf8 } from '../../../renderer/storage/bytes';
import { createClock } from '../../../renderer/storage/clock';
import { readSealedLine } from '../../../renderer/storage/ledger/sealed-line';
import { createJournalReader } from '../../../renderer/storage/recovery/read-journal';
import { createShell } from '../../../renderer/storage/shell';
import { createFakeShell } from '../../support/fake-shell';
import { filledWard, type FilledWard, SNAPSHOT } from './filled-ward';
import { PASSPHRASE } from './workbench';

type Input = Parameters<ReadJournal>[0];

const file = (name: string, text: string | Uint8Array): RecoveryFile => ({
  name,
  path: `folder/${name}`,
  bytes: typeof text === 'string' ? utf8(text) : text,
});

/** The files of a profile as recovery gets them: the journal with its header, the vault file in its wrapper. */
function profileOf({ workstation: { disk }, started }: FilledWard) {
  const { vault, device = '' } = started.vault.keyring;
  const header = JSON.stringify({ format: 1, device, app: '0.1.0', vault });
  const lines = disk.journal.map(({ text }) => text);
  return {
    header,
    lines,
    device,
    input: (journal = [header, ...lines].join('\n')): Input => ({
      journal: [file(`2026-11-22.${device}.1.jsonl`, `${journal}\n`)],
      vault: utf8(JSON.stringify({ format: 1, counter: 3, sha256: 'x', file: disk.vault })),
      snapshots: [...disk.blobs].map(([name, bytes]) => file(name, bytes)),
      secret: PASSPHRASE,
    }),
  };
}

/** Another machine: no disk, no database, a shell that must never be asked for a key. */
function readElsewhere(input: Input): ReturnType<ReadJournal> {
  const fake = createFakeShell();
  fake.fail('vault.deviceSecret', { when: 'before', code: 'bad-argument' });
  return createJournalReader({ shell: createShell(fake.bridge), clock: createClock(), decode: decodeEntry })(input);
}

async function recovered(input: Input) {
  const read = await readElsewhere(input);
  if (!read.ok) throw new Error(read.error.code);
  const families = read.value.entries.flatMap((entry) =>
    entry.type === 'patient.added' ? [entry.payload.facts.family] : [],
  );
  return { ...read.value, families };
}

describe('recovery', () => {
  test('reads every record and the last known patients when the database is gone', async () => {
    const ward = await filledWard();
    const found = await recovered(profileOf(ward).input());
    expect(found.families).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(found).toMatchObject({ ward: 'Ward 7B', snapshot: SNAPSHOT, unreadable: [] });
    expect(found.people.map(({ name }) => name)).toEqual(['Alex Roe', 'Sam Doe']);
  });

  test('opens with the recovery code', async () => {
    const ward = await filledWard();
    expect(await readElsewhere({ ...profileOf(ward).input(), secret: ward.recoveryCode })).toMatchObject({ ok: true });
  });

  test.each(['the vault text alone', 'a backup'])('takes %s for the vault file', async (given) => {
    const ward = await filledWard();
    const text = utf8(ward.workstation.disk.vault ?? '');
    const vault = given === 'a backup' ? (await ward.started.backup.make()).bytes : text;
    expect(await readElsewhere({ ...profileOf(ward).input(), vault })).toMatchObject({ ok: true });
  });

  test('opens with a vault file whose checksum is wrong, as long as a slot of it opens', async () => {
    const ward = await filledWard();
    const vault = utf8((ward.workstation.disk.vault ?? '').replace('Ward 7B', 'Ward 7C'));
    expect((await recovered({ ...profileOf(ward).input(), vault })).families).toHaveLength(3);
  });

  test('reads the rest and names the line when one was changed, is no entry, or is missing', async () => {
    const ward = await filledWard();
    const { header, lines, device, input } = profileOf(ward);
    const [one = '', two = '', three = ''] = lines;
    const changed = two.replace(/"ct":"./u, (text) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`);
    expect(await recovered(input([header, one, changed, three].join('\n')))).toMatchObject({
      families: ['Okafor', 'Haddad'],
      unreadable: [{ line: 3, device, seq: 2, type: 'patient.added', why: 'damaged' }],
    });
    expect(await recovered(input([header, one, '\u0000\u0000', three].join('\n')))).toMatchObject({
      families: ['Okafor', 'Haddad'],
      unreadable: [
        { line: 3, why: 'no-entry' },
        { device, seq: 2, why: 'missing' },
      ],
    });
  });

  test('reads a torn last line as no entry, and a line that was written again once', async () => {
    const ward = await filledWard();
    const { header, lines, input } = profileOf(ward);
    const found = await recovered(input([header, ...lines, lines[0], (lines[2] ?? '').slice(0, 50)].join('\n')));
    expect(found.families).toEqual(['Okafor', 'Lindqvist', 'Haddad']);
    expect(found.unreadable).toMatchObject([{ line: 6, why: 'no-entry' }]);
  });

  test('reads a file without its header line', async () => {
    const { lines, input } = profileOf(await filledWard());
    expect((await recovered(input(lines.join('\n')))).families).toHaveLength(3);
  });

  test('leaves out a journal of another vault among its own and says so', async () => {
    const own = profileOf(await filledWard()).input();
    const other = profileOf(await filledWard()).input();
    const found = await recovered({ ...own, journal: [...own.journal, ...other.journal] });
    expect(found.families).toHaveLength(3);
    expect(found.unreadable).toMatchObject([{ file: other.journal[0]?.name, line: 0, why: 'other-vault' }]);
  });

  test('takes an older snapshot and names the newest when that one is damaged', async () => {
    const ward = await filledWard();
    await ward.started.snapshots.replace({ ...SNAPSHOT, id: 'snapshot-2' });
    const input = profileOf(ward).input();
    const newest = input.snapshots.map(({ name }) => name).findLast((name) => name.startsWith('snapshot-'));
    const snapshots = input.snapshots.map((one) =>
      one.name === newest ? file(one.name, one.bytes.slice(0, -1)) : one,
    );
    const found = await recovered({ ...input, snapshots });
    expect(found.snapshot).toEqual(SNAPSHOT);
    expect(found.unreadable).toEqual([{ file: newest, line: 0, why: 'damaged' }]);
  });

  test.each([
    ['wrong-passphrase', (input: Input): Input => ({ ...input, secret: 'some other long passphrase' })],
    ['no-journal', (input: Input): Input => ({ ...input, journal: [file('notes.txt', 'x')] })],
    ['vault-file-damaged', (input: Input): Input => ({ ...input, vault: utf8('{"format":1') })],
    [
      'other-vault',
      (input: Input): Input => ({
        ...input,
        journal: [file('a.jsonl', '{"format":1,"device":"d","vault":"other"}\n')],
      }),
    ],
    [
      'newer-format',
      (input: Input): Input => ({ ...input, journal: [file('a.jsonl', '{"format":2,"device":"d"}\n')] }),
    ],
    ['newer-format', (input: Input): Input => ({ ...input, vault: utf8('{"format":7}') })],
  ])('refuses with %s', async (code, spoil) => {
    const input = spoil(profileOf(await filledWard()).input());
    expect(await readElsewhere(input)).toMatchObject({ ok: false, error: { code } });
  });

  test('keeps both when two different entries stand at one place', async () => {
    const ward = await filledWard();
    const { header, lines, input } = profileOf(ward);
    const [first = ''] = lines;
    const entry = readSealedLine(first);
    if (!entry) throw new Error('no entry');
    const other = JSON.stringify({ ...entry, hash: '0'.repeat(64) });
    const found = await recovered(input([header, ...lines, other].join('\n')));
    expect(found.families).toEqual(['Okafor', 'Okafor', 'Lindqvist', 'Haddad']);
  });
});
