import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { searchFiles } from '../../support/search-files';

const folder = mkdtempSync(join(tmpdir(), 'leak-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('searchFiles', () => {
  it.each([
    ['utf-8', Buffer.from('xx KOWALCZYK yy')],
    ['utf-16le', Buffer.from('a KOWALCZYK', 'utf16le')],
    ['base64', Buffer.from(Buffer.from('{"family":"KOWALCZYK"}').toString('base64'))],
    ['base64 shifted', Buffer.from(Buffer.from('{"familys":"KOWALCZYK"}').toString('base64'))],
    ['base64 shifted twice', Buffer.from(Buffer.from('{"familyss":"KOWALCZYK"}').toString('base64'))],
    ['lower case', Buffer.from('kowalczyk')],
    ['hex', Buffer.from(Buffer.from('KOWALCZYK').toString('hex'))],
  ])('finds a name when it lies in a file as %s', (_name, content) => {
    writeFileSync(join(folder, 'f.bin'), content);
    expect(searchFiles([folder], ['KOWALCZYK']).hits).not.toEqual([]);
  });

  it('finds nothing when no file holds the name', () => {
    writeFileSync(join(folder, 'f.bin'), Buffer.from('KOWALCZIK and KOWALCZY K'));
    expect(searchFiles([folder], ['KOWALCZYK']).hits).toEqual([]);
  });

  it('finds a name with accents when it is JSON-escaped', () => {
    writeFileSync(join(folder, 'f.bin'), '"M\\u00dcLLER"');
    expect(searchFiles([folder], ['MÜLLER']).hits.map((hit) => hit.encoding)).toContain('json-escaped');
  });
});
