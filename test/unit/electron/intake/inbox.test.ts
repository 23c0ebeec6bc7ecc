import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInbox } from '../../../../electron/intake/inbox';
import { makeIntakeKeys } from '../../../support/intake-box';
import { temporaryFolder } from '../temporary-folder';

const message = (text: string, at = '2026-11-22T05:00:00.000Z') => ({
  source: 'feed' as const,
  at,
  files: [{ name: 'message.hl7', modifiedAt: at, bytes: new TextEncoder().encode(text) }],
});

async function filled(texts: readonly string[]) {
  const folder = await temporaryFolder();
  const keys = await makeIntakeKeys();
  const inbox = await openInbox(folder);
  await inbox.useKey(keys.publicKey);
  for (const text of texts) await inbox.put([message(text)]);
  const textsOf = async (of = inbox) =>
    Promise.all(of.next(1e9).map(async ({ box }) => new TextDecoder().decode((await keys.open(box)).files[0]?.bytes)));
  return { folder, keys, inbox, textsOf };
}

test('nothing is taken before somebody signed in once, because nobody could open it', async () => {
  const inbox = await openInbox(await temporaryFolder());
  await expect(inbox.put([message('MSH|1')])).rejects.toMatchObject({ code: 'not-allowed' });
});

test('what was put is there again in its order when the shell died without closing', async () => {
  const { folder, textsOf } = await filled(['MSH|1', 'MSH|2', 'MSH|3']);
  expect(await textsOf(await openInbox(folder))).toEqual(['MSH|1', 'MSH|2', 'MSH|3']);
});

test('no word of a patient stands on the disk when messages wait', async () => {
  const { folder } = await filled(['MSH|^~\\&|PID|||77||GARCIA^ANA']);
  const bytes = await readFile(join(folder, 'inbox.jsonl'), 'latin1');
  expect(bytes).not.toContain('GARCIA');
  expect(bytes).not.toContain(Buffer.from('GARCIA').toString('base64').slice(0, 6));
});

test('the same message is kept once when its sender got no answer and sends it again, even after it was worked off', async () => {
  const { inbox, textsOf, folder } = await filled(['MSH|1', 'MSH|2', 'MSH|1']);
  expect(await textsOf()).toEqual(['MSH|1', 'MSH|2']);
  await inbox.settle(2);
  const again = await openInbox(folder);
  await again.put([message('MSH|2')]);
  expect([again.waiting, inbox.waiting]).toEqual([0, 0]);
});

test('a torn last line is left out and the next message fits behind it when the power went', async () => {
  const { folder, textsOf } = await filled(['MSH|1']);
  await appendFile(join(folder, 'inbox.jsonl'), '{"n":2,"key":"x","at":"2026');
  const inbox = await openInbox(folder);
  await inbox.put([message('MSH|2')]);
  expect(await textsOf(await openInbox(folder))).toEqual(['MSH|1', 'MSH|2']);
});

test('the file begins anew when all is worked off, and numbers go on', async () => {
  const { inbox, folder, textsOf } = await filled(['x'.repeat(900_000), 'MSH|2']);
  await inbox.settle(2);
  await inbox.put([message('MSH|3')]);
  expect(inbox.next(1).map((item) => item.n)).toEqual([3]);
  expect((await readFile(join(folder, 'inbox.jsonl'))).length).toBeLessThan(10_000);
  expect(await textsOf(await openInbox(folder))).toEqual(['MSH|3']);
});

test('a key that is none is refused and the old one stays', async () => {
  const { inbox, textsOf } = await filled(['MSH|1']);
  await expect(inbox.useKey(new Uint8Array(65))).rejects.toMatchObject({ code: 'bad-argument' });
  expect(await textsOf()).toEqual(['MSH|1']);
});
