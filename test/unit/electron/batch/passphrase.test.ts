import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRequest } from '../../../../electron/batch/passphrase';
import { temporaryFolder } from '../temporary-folder';

const line = { words: ['init'], options: {} };

test.each([
  ['one line end', 'a long passphrase\n', 'a long passphrase'],
  ['a Windows line end and a byte order mark', '\uFEFFa long passphrase\r\n', 'a long passphrase'],
  ['spaces that belong to it', ' a  b \n', ' a  b '],
])('%s is handled', async (_name, content, passphrase) => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'p.txt'), content);
  expect(readRequest({ ...line, passphraseFile: 'p.txt' }, cwd)).toEqual({
    ok: true,
    request: { ...line, passphrase },
  });
});

test('an empty or missing file is refused with its path', async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'empty'), '\n');
  expect(readRequest({ ...line, passphraseFile: 'empty' }, cwd)).toEqual({ ok: false, where: 'empty' });
  expect(readRequest({ ...line, passphraseFile: 'none' }, cwd)).toEqual({ ok: false, where: 'none' });
});

test('no passphrase is asked for when no file is given', () => {
  expect(readRequest(line, '/')).toEqual({ ok: true, request: line });
});
