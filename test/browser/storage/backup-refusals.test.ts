import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../renderer/domain/basics/json';
import { sealedText } from '../../../renderer/domain/ledger/sealed-text';
import { writeBackupFile } from '../../../renderer/storage/backup/backup-file';
import { packContents } from '../../../renderer/storage/backup/contents';
import { sha256Hex } from '../../../renderer/storage/seal';
import { fromBase64, fromUtf8, utf8, concat, type Bytes } from '../../../renderer/storage/bytes';
import { allOf, filledWard, freshPc, refusalOf } from './filled-ward';
import { newWorkstation, patientAdded, start, startUnlocked } from './workbench';

type Header = Record<string, unknown>;

function cut(bytes: Uint8Array): { readonly lines: readonly [string, string, string]; readonly body: Bytes } {
  const whole = new Uint8Array(bytes);
  const ends: number[] = [];
  for (let at = whole.indexOf(10); ends.length < 3; at = whole.indexOf(10, at + 1)) ends.push(at);
  const [first = 0, second = 0, third = 0] = ends;
  const line = (from: number, to: number) => fromUtf8(whole.slice(from, to));
  return {
    lines: [line(0, first), line(first + 1, second), line(second + 1, third)],
    body: whole.slice(third + 1),
  };
}

/** A backup whose header was changed by somebody who knows the format, with its checksum put right. */
async function withHeader(bytes: Uint8Array, change: (header: Header) => Header): Promise<Bytes> {
  const { lines, body } = cut(bytes);
  const { checksum: _, ...header } = JSON.parse(lines[1]) as Header;
  const changed = change(header);
  const next = { ...changed, checksum: await sha256Hex(canonicalJson(changed)) };
  return concat(utf8(`${lines[0]}\n${JSON.stringify(next)}\n${lines[2]}\n`), body);
}

function replaceText(bytes: Uint8Array, from: string, to: string): Bytes {
  const at = fromUtf8(bytes.subarray(0, 600).filter((byte) => byte < 128)).indexOf(from);
  return concat(bytes.slice(0, at), utf8(to), bytes.slice(at + from.length));
}

describe('a restore is refused and changes nothing', () => {
  test.each([
    ['the file is something else', () => utf8('%PDF-1.7\nno backup'), { code: 'not-a-backup' }],
    ['the file is empty', () => new Uint8Array(), { code: 'not-a-backup' }],
    [
      'a newer version wrote it',
      (bytes: Uint8Array) => replaceText(replaceText(bytes, 'BACKUP 1', 'BACKUP 2'), '"format":1', '"format":2'),
      { code: 'newer-format', format: 2 },
    ],
    [
      'it is of an older format',
      (bytes: Uint8Array) => replaceText(replaceText(bytes, 'BACKUP 1', 'BACKUP 0'), '"format":1', '"format":0'),
      { code: 'older-format', format: 0 },
    ],
    [
      'only its first line says newer',
      (bytes: Uint8Array) => replaceText(bytes, 'BACKUP 1', 'BACKUP 2'),
      { code: 'backup-damaged', part: 'header' },
    ],
    ['it was cut short', (bytes: Uint8Array) => bytes.slice(0, -1), { code: 'backup-damaged', part: 'content' }],
    ['it was cut in its header', (bytes: Uint8Array) => bytes.slice(0, 60), { code: 'backup-damaged', part: 'header' }],
    [
      'something hangs on its end',
      (bytes: Uint8Array) => concat(bytes, utf8('x')),
      { code: 'backup-damaged', part: 'content' },
    ],
  ])('when %s', async (_, spoil, refusal) => {
    const { started: old } = await filledWard();
    const bytes = spoil((await old.backup.make()).bytes);
    const { workstation, started } = await freshPc();
    const before = await allOf(workstation, started);
    expect(await refusalOf(started, bytes)).toEqual(refusal);
    expect(await allOf(workstation, started)).toBe(before);
  });

  test('when any single byte of it is another', async () => {
    const { started: old } = await filledWard();
    const { bytes } = await old.backup.make();
    const { workstation, started } = await freshPc();
    const before = await allOf(workstation, started);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const spoilt = bytes.map((byte, index) => (index === at ? byte ^ flip : byte));
        expect((await refusalOf(started, spoilt)).code).toMatch(/^(not-a-backup|backup-damaged|newer-format)$/u);
      }),
      { numRuns: 60 },
    );
    expect(await allOf(workstation, started)).toBe(before);
  });

  test('when the passphrase or the recovery code is wrong', async () => {
    const { started: old, recoveryCode } = await filledWard();
    const { bytes } = await old.backup.make();
    const { workstation, started } = await freshPc();
    const before = await allOf(workstation, started);
    const otherCode = (recoveryCode.startsWith('A') ? 'B' : 'A') + recoveryCode.slice(1);
    for (const secret of ['some other long passphrase', otherCode, ''])
      expect(await refusalOf(started, bytes, secret)).toEqual({ code: 'wrong-passphrase' });
    expect(await allOf(workstation, started)).toBe(before);
  });

  test('when another vault is here', async () => {
    const { started: old } = await filledWard();
    const { bytes } = await old.backup.make();
    const workstation = newWorkstation();
    const started = await startUnlocked(workstation);
    await started.ledger.append([patientAdded('Nakamura')]);
    const before = await allOf(workstation, started);
    expect(await refusalOf(started, bytes)).toEqual({ code: 'other-vault' });
    expect(await allOf(workstation, started)).toBe(before);
  });

  test("when no vault file is here but another vault's entries are", async () => {
    const { started: old } = await filledWard();
    const { bytes } = await old.backup.make();
    const other = await filledWard();
    other.started.database.close();
    other.workstation.disk.vault = null;
    const started = start(other.workstation);
    await started.ledger.open();
    expect(await refusalOf(started, bytes)).toEqual({ code: 'other-vault' });
  });

  test('when an entry here is another at the same place', async () => {
    const ward = await filledWard();
    const { bytes } = await ward.started.backup.make();
    const { device = '' } = ward.started.vault.keyring;
    const { entries } = ward.started.database.tables();
    const row = await entries.get([device, 3]);
    if (!row) throw new Error('no third entry');
    const forged = { ...row, by: 'somebody else' };
    await entries.put({ ...forged, hash: await sha256Hex(sealedText(forged)) });
    const before = await allOf(ward.workstation, ward.started);
    expect(await refusalOf(ward.started, bytes)).toEqual({ code: 'backup-differs' });
    expect(await allOf(ward.workstation, ward.started)).toBe(before);
  });
});

describe('a backup changed by somebody who puts its checksums right is refused', () => {
  test.each([
    ['counts fewer entries', (header: Header) => ({ ...header, entries: 2 })],
    ['says it is younger', (header: Header) => ({ ...header, createdAt: '2027-01-01T00:00:00.000+01:00' })],
  ])('when its header %s', async (_, change) => {
    const { started: old } = await filledWard();
    const forged = await withHeader((await old.backup.make()).bytes, change);
    const { started } = await freshPc();
    expect(await refusalOf(started, forged)).toEqual({ code: 'backup-damaged', part: 'content' });
  });

  test('when its content was sealed with another key under the id of this vault', async () => {
    const { workstation, started } = await filledWard();
    const contents = { entries: [], snapshots: [], drafts: [], library: [] };
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const facts = {
      vault: started.vault.keyring.vault ?? '',
      createdAt: '2026-11-22T06:00:00.000+01:00',
      version: '9',
    };
    const counts = { entries: 0, snapshots: 0, drafts: 0, library: 0 };
    const packed = await packContents(contents);
    const forged = await writeBackupFile({ ...facts, ...counts }, workstation.disk.vault ?? '', packed, {
      epoch: 1,
      key,
    });
    expect(await refusalOf(started, forged)).toEqual({ code: 'other-vault' });
    expect(await started.ledger.verify()).toMatchObject({ entries: 3, chain: 'whole' });
  });
});

function readHeader(bytes: Uint8Array): { readonly header: Header } {
  return { header: JSON.parse(cut(bytes).lines[1]) as Header };
}

test('the IV of every backup is another', async () => {
  const { started } = await filledWard();
  const ivs = await Promise.all(
    [1, 2, 3].map(async () => readHeader((await started.backup.make()).bytes).header['iv']),
  );
  expect(new Set(ivs).size).toBe(3);
  expect(fromBase64(String(ivs[0]))).toHaveLength(12);
});
