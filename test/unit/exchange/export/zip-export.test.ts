import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterAll, expect, test } from 'vitest';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import type { ExportManifest } from '../../../../renderer/exchange/export/manifest';
import { encryptedZip } from '../../../../renderer/exchange/export/zip-export';
import { outage, sha256 } from './outage';

const folder = mkdtempSync(join(tmpdir(), 'zip-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = 'Ünder the bridge 42';

test('7-Zip opens the archive with the password, file by file as the manifest says, and with no other', async ({
  skip,
}) => {
  const seven = ['7z', '7za', '7zz'].find((name) => spawnSync(name, ['i']).status === 0);
  if (seven === undefined) return skip('there is no 7-Zip here');
  const { files } = await buildExport('csv', outage(), sha256);
  const path = join(folder, 'a.zip');
  writeFileSync(path, await encryptedZip(files, PASSWORD));
  const listing = execFileSync(seven, ['l', '-slt', path], { encoding: 'utf8' });
  expect(listing).toContain('AES-256');
  execFileSync(seven, ['x', '-y', `-p${PASSWORD}`, `-o${join(folder, 'out')}`, path]);
  const read = new Map(readdirSync(join(folder, 'out')).map((name) => [name, readFileSync(join(folder, 'out', name))]));
  const manifest = JSON.parse(read.get('manifest.json')?.toString() ?? '{}') as ExportManifest;
  expect(manifest.files.length).toBe(read.size - 1);
  for (const { name, sha256: hash } of manifest.files)
    expect(
      createHash('sha256')
        .update(read.get(name) ?? '')
        .digest('hex'),
    ).toBe(hash);
  expect(spawnSync(seven, ['t', '-pwrong password', path]).status).not.toBe(0);
});

test('nothing of a patient is to be read in the archive, names of files included', async () => {
  const { files } = await buildExport('fhir', outage(), sha256);
  const bytes = await encryptedZip(files, PASSWORD);
  const text = Buffer.from(bytes).toString('latin1');
  for (const secret of ['GARC', 'Ana', '0009000131', 'Penicillin', 'p-ana']) expect(text).not.toContain(secret);
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)]))).getEntries();
  expect(entries.every((entry) => entry.encrypted)).toBe(true);
  const [first] = entries;
  const open = (password: string) =>
    first === undefined || first.directory ? undefined : first.getData(new Uint8ArrayWriter(), { password });
  await expect(open('something else')).rejects.toThrow('Invalid password');
});

test('the manifest counts per kind and per patient without naming anybody', async () => {
  const { manifest } = await buildExport('csv', outage({ to: 'usb-stick', settings: { test: true } }), sha256);
  expect(manifest).toMatchObject({
    exportedBy: 'A. Moreau',
    exportedTo: 'usb-stick',
    test: true,
    counts: { patients: 2, forms: 4 },
    perPatient: { '001': { forms: 3 }, '002': { forms: 1 } },
  });
  expect(JSON.stringify(manifest)).not.toMatch(/GARC|0009000131|p-ana/);
});
