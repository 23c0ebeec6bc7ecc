import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '../../../../electron/journal/journal';
import { localInstant } from '../../../../electron/journal/second/local-instant';
import { openSecondJournal, secondFolderName } from '../../../../electron/journal/second/second-journal';
import { vaultFromSecond } from '../../../../electron/journal/second/vault-copy';
import { openVaultFile } from '../../../../electron/keys/vault-file';
import { takeBack } from '../../../../electron/journal/second/take-back';
import { temporaryFolder } from '../temporary-folder';
import { sealedLines } from './sealed-lines';

const now = () => new Date(2026, 10, 22, 8, 0);
const log = () => undefined;

/** A PC with a journal and a place beside it, like a share. */
async function pcWithShare() {
  const root = await temporaryFolder();
  const share = join(root, 'share');
  await mkdir(share);
  const profile = join(root, 'profile');
  const [source, notePath] = [join(profile, 'journal'), join(profile, 'second-journal.json')];
  const keys = join(profile, 'keys');
  const open = (policyFolder: string | null = null) => {
    const journal = openJournal({
      folder: source,
      now,
      header: async () => ({}),
      before: () => takeBack({ folder: source, notePath, log }),
      onAppended: () => second.nudge(),
    });
    const second = openSecondJournal({
      source,
      keys,
      profile,
      notePath,
      policyFolder,
      committed: () => journal.committed(),
      now,
      tell: () => undefined,
      log,
    });
    onTestFinished(() => journal.close());
    return { journal, second };
  };
  const openVault = () =>
    openVaultFile({
      folder: keys,
      now,
      log,
      spare: () => vaultFromSecond({ notePath, folderName: secondFolderName, log }),
    });
  return { root, profile, share, source, keys, there: join(share, secondFolderName), open, openVault };
}

async function linesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').slice(1).filter(Boolean));
}

test('every entry is in the second place after a while, and state says so', async () => {
  const { share, there, open } = await pcWithShare();
  const { journal, second } = open();
  const lines = sealedLines('ward-pc', 5);
  await journal.append(lines.slice(0, 3));
  expect(await second.use(share)).toMatchObject({ folder: share, behind: 3, unreachableSince: null });
  await second.settle(5000);
  expect(await linesIn(there)).toEqual(lines.slice(0, 3));
  await journal.append(lines.slice(3));
  await second.settle(5000);
  expect(await linesIn(there)).toEqual(lines);
  expect(await second.state()).toMatchObject({ behind: 0, sameDisk: true, lastAt: localInstant(now()) });
});

test('saving goes on, the gap is counted, and it catches up when the place was gone for a while', async () => {
  const { root, share, there, open } = await pcWithShare();
  const { journal, second } = open();
  const lines = sealedLines('ward-pc', 6);
  await second.use(share);
  await journal.append(lines.slice(0, 2));
  await second.settle(5000);
  await rename(share, join(root, 'unplugged'));
  await journal.append(lines.slice(2));
  await second.settle(5000);
  expect(await second.state()).toMatchObject({ behind: 4, unreachableSince: localInstant(now()) });
  // An empty folder where the share was mounted is not the share.
  await mkdir(share);
  const again = open();
  await again.second.settle(5000);
  expect(await again.second.state()).toMatchObject({ behind: 4, unreachableSince: localInstant(now()) });
  expect(await readdir(share)).toEqual([]);
  await rm(share, { recursive: true });
  await rename(join(root, 'unplugged'), share);
  const back = open();
  await back.second.settle(5000);
  expect(await linesIn(there)).toEqual(lines);
  expect(await back.second.state()).toMatchObject({ behind: 0, unreachableSince: null });
});

test('half a line that a cut connection left behind is completed', async () => {
  const { share, source, there, open } = await pcWithShare();
  const { journal, second } = open();
  await journal.append(sealedLines('ward-pc', 4));
  const [name = ''] = await readdir(source);
  const whole = await readFile(join(source, name));
  await mkdir(there);
  await writeFile(join(there, name), whole.subarray(0, whole.length - 100));
  await second.use(share);
  await second.settle(5000);
  expect(await readFile(join(there, name))).toEqual(whole);
});

test('a copy that was changed is kept aside and written anew', async () => {
  const { share, source, there, open } = await pcWithShare();
  const first = open();
  await first.journal.append(sealedLines('ward-pc', 2));
  await first.second.use(share);
  await first.second.settle(5000);
  const [name = ''] = await readdir(source);
  const whole = await readFile(join(source, name), 'utf8');
  await writeFile(join(there, name), whole.replace('c2VhbGVk', 'c2VhbGVl'));
  const again = open();
  await again.second.settle(5000);
  expect(await readFile(join(there, name), 'utf8')).toBe(whole);
  expect((await readdir(there)).filter((each) => each.includes('differs'))).toHaveLength(1);
});

test('the journal is taken back when its folder was emptied, without the files of other PCs', async () => {
  const { share, source, there, open } = await pcWithShare();
  const first = open();
  const lines = sealedLines('ward-pc', 3);
  await first.journal.append(lines);
  await first.second.use(share);
  await first.second.settle(5000);
  await first.journal.close();
  await writeFile(join(there, '2026-11-22.other-pc.1.jsonl'), 'of another PC\n');
  await rm(source, { recursive: true });
  const again = open();
  expect(await again.journal.summary()).toMatchObject({
    devices: [{ device: 'ward-pc', lastSeq: 3 }],
    brokenLines: [],
  });
  expect((await again.journal.read(undefined)).lines).toEqual(lines);
});

test('a folder inside the data folder is refused, and so is any change of what IT set', async () => {
  const { share, profile, open } = await pcWithShare();
  const { second } = open();
  await expect(second.use(join(profile, 'journal'))).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(second.use(join(share, 'typo'))).rejects.toMatchObject({ code: 'not-found' });
  await writeFile(join(share, 'file'), '');
  await expect(second.use(join(share, 'file'))).rejects.toMatchObject({ code: 'not-writable' });
  const set = open(share).second;
  expect(await set.state()).toMatchObject({ folder: share, byPolicy: true });
  await expect(set.drop()).rejects.toMatchObject({ code: 'not-allowed' });
});

test('nothing more is copied after the place was dropped, and what lies there stays', async () => {
  const { share, there, open } = await pcWithShare();
  const { journal, second } = open();
  const lines = sealedLines('ward-pc', 3);
  await journal.append(lines.slice(0, 1));
  await second.use(share);
  await second.settle(5000);
  expect(await second.drop()).toMatchObject({ folder: null, behind: 0 });
  await journal.append(lines.slice(1));
  await second.settle(5000);
  expect(await linesIn(there)).toEqual(lines.slice(0, 1));
});

test('state is still told when the journal itself does not open', async () => {
  const { source, profile, share } = await pcWithShare();
  const second = openSecondJournal({
    source,
    keys: source,
    profile,
    notePath: join(profile, 'second-journal.json'),
    policyFolder: null,
    committed: () => Promise.reject(new Error('no journal')),
    now,
    tell: () => undefined,
    log,
  });
  expect(await second.use(share)).toMatchObject({ folder: share, behind: 0 });
  await second.settle(2000);
  expect((await second.state()).unreachableSince).not.toBeNull();
});

test('the key slots lie beside it, always the newest, in one file', async () => {
  const { share, there, open, openVault } = await pcWithShare();
  const { journal, second } = open();
  const vault = openVault();
  await journal.append(sealedLines('ward-pc', 1));
  await vault.write('{"slots":1}');
  await second.use(share);
  await second.settle(5000);
  await vault.write('{"slots":2}');
  second.nudge();
  await second.settle(5000);
  const copies = (await readdir(there)).filter((name) => name.startsWith('vault.'));
  expect(copies).toHaveLength(1);
  const copy = JSON.parse(await readFile(join(there, copies[0] ?? ''), 'utf8')) as { file: string };
  expect(copy.file).toBe('{"slots":2}');
});

test.each(['damaged', 'gone'])(
  'the key slots come back from there when both copies in the profile are %s',
  async (how) => {
    const { share, keys, open, openVault } = await pcWithShare();
    const { journal, second } = open();
    await journal.append(sealedLines('ward-pc', 1));
    await openVault().write('{"slots":1}');
    await second.use(share);
    await second.settle(5000);
    for (const name of ['vault.a.json', 'vault.b.json'])
      await (how === 'gone' ? rm(join(keys, name)) : writeFile(join(keys, name), '{"format":1'));
    expect(await openVault().read()).toBe('{"slots":1}');
    // Both are whole again, and what was damaged is kept.
    await rm(share, { recursive: true });
    expect(await openVault().read()).toBe('{"slots":1}');
    expect((await readdir(keys)).filter((name) => name.includes('damaged'))).toHaveLength(how === 'gone' ? 0 : 2);
  },
);

test('a damaged vault file stays an error when the copy in the second place is damaged too', async () => {
  const { share, keys, there, open, openVault } = await pcWithShare();
  const { journal, second } = open();
  await journal.append(sealedLines('ward-pc', 1));
  await openVault().write('{"slots":1}');
  await second.use(share);
  await second.settle(5000);
  const [copy = ''] = (await readdir(there)).filter((name) => name.startsWith('vault.'));
  for (const path of [join(keys, 'vault.a.json'), join(keys, 'vault.b.json'), join(there, copy)])
    await writeFile(path, '{"format":1,"counter":1,"sha256":"x","file":"{}"}');
  await expect(openVault().read()).rejects.toMatchObject({ code: 'damaged' });
});
