import { expect, test } from 'vitest';
import { readScan } from '../../../../renderer/exchange/scan/read-scan';

const addresses = import.meta.glob<string>('../../../support/scans/*.{tif,jpg,png,pdf}', {
  eager: true,
  query: '?url',
  import: 'default',
});

async function file(name: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const address = addresses[`../../../support/scans/${name}`];
  if (address === undefined) throw new Error(`no file ${name}`);
  return { name, bytes: new Uint8Array(await (await fetch(address)).arrayBuffer()) };
}

const PAGE_1 = { form: 'F10', version: '0.1.0', serial: 'DT-7B-0005-K', page: 1 };

test.each([
  'g3.tif',
  'lzw.tif',
  'zip.tif',
  'packbits.tif',
  'jpeg.tif',
  'page.jpg',
  'turned.png',
  'jpeg.pdf',
  'flate.pdf',
  'g4.pdf',
])('reads the corner code of %s as another program wrote it', async (name) => {
  const read = await readScan(await file(name));
  expect(read.ok ? read.value.map((page) => page.code) : read.error).toEqual([PAGE_1]);
});

test('reads every page of a file of several', async () => {
  const read = await readScan(await file('g4.tif'));
  expect(read.ok ? read.value.map((page) => page.code?.page) : read.error).toEqual([1, 2]);
});

test('keeps a picture as it came, and what was unpacked as PNG', async () => {
  const given = await file('page.jpg');
  const [jpeg, fax] = await Promise.all([readScan(given), file('g3.tif').then(readScan)]);
  expect(jpeg.ok && jpeg.value[0]?.picture).toEqual({ type: 'image/jpeg', bytes: given.bytes });
  expect(fax.ok && [...(fax.value[0]?.picture.bytes.subarray(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
});

test('refuses what is no scan, names file and page, and loses nothing else', async () => {
  const text = { name: 'list.csv', bytes: new TextEncoder().encode('bed;name') };
  expect(await readScan(text)).toMatchObject({ ok: false, error: { code: 'not-a-scan', file: 'list.csv' } });
  expect(await readScan(await file('text.pdf'))).toMatchObject({
    ok: false,
    error: { code: 'scan-not-supported', file: 'text.pdf', where: 'page 1' },
  });
});

test.each(['page.jpg', 'turned.png', 'g4.tif', 'lzw.tif', 'flate.pdf'])(
  'refuses or reads %s in a time that ends when it was cut or bytes were changed',
  async (name) => {
    const { bytes } = await file(name);
    const serials: (string | undefined)[] = [];
    for (const cut of [0.2, 0.6, 0.9]) {
      const read = await readScan({ name, bytes: bytes.slice(0, Math.floor(bytes.length * cut)) });
      serials.push(...(read.ok ? read.value.map(({ code }) => code?.serial) : []));
    }
    // Never a page that was not printed: the code carries its own check.
    expect(serials.filter((serial) => serial !== undefined && serial !== PAGE_1.serial)).toEqual([]);
  },
);
