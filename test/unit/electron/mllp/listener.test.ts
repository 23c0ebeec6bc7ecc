import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Client, { Message } from 'node-hl7-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { build } from 'vite';
import { type Inbox, openInbox } from '../../../../electron/intake/inbox';
import { MllpListener } from '../../../../electron/mllp/listener';
import { makeIntakeKeys } from '../../../support/intake-box';
import { admission, connectSender } from '../../../support/mllp-sender';
import { temporaryFolder } from '../temporary-folder';

// 10,000 as the product promises: `MLLP_MESSAGES=10000`.
const MANY = Number(process.env['MLLP_MESSAGES'] ?? 1_500);
const soon = { timeout: 60_000, interval: 20 };

async function listening(
  change: Partial<ConstructorParameters<typeof MllpListener>[0]> & { readonly around?: (inbox: Inbox) => Inbox } = {},
) {
  const keys = await makeIntakeKeys();
  const opened = await openInbox(await temporaryFolder());
  await opened.useKey(keys.publicKey);
  const { around, ...options } = change;
  const inbox = around?.(opened) ?? opened;
  const logged: string[] = [];
  const listener = new MllpListener({
    address: '127.0.0.1',
    port: 0,
    senders: ['127.0.0.1'],
    keep: (messages) =>
      inbox.put(
        messages.map((bytes) => ({ source: 'feed', at: 'now', files: [{ name: 'm', modifiedAt: 'now', bytes }] })),
      ),
    now: () => new Date('2026-11-22T04:27:00Z'),
    changed: () => undefined,
    log: (code) => void logged.push(code),
    ...options,
  });
  await listener.start();
  onTestFinished(() => listener.stop());
  const textsOf = async () =>
    Promise.all(
      inbox.next(1e9).map(async ({ box }) => new TextDecoder().decode((await keys.open(box)).files[0]?.bytes)),
    );
  return { listener, inbox, port: listener.port ?? 0, textsOf, logged };
}

test('a sender written by others is acknowledged, and its message is kept as it was sent', async () => {
  const { port, textsOf } = await listening();
  const client = new Client({ host: '127.0.0.1', version: '2.5.1' });
  const answers: string[] = [];
  const connection = client.createConnection({ port, version: '2.5.1' }, async (response) => {
    const answer = response.getMessage();
    answers.push(`${answer.get('MSA.1').toString()} ${answer.get('MSA.2').toString()}`);
  });
  onTestFinished(() => connection.close());
  const text = Buffer.from(admission(7)).subarray(1, -2).toString();
  await connection.sendMessage(new Message({ text }));
  await vi.waitFor(() => expect(answers).toEqual(['AA M7']), soon);
  expect((await textsOf())[0]?.trim()).toBe(text.trim());
});

test('many messages in one packet and one message in many packets are all acknowledged in their order', async () => {
  const { port, inbox } = await listening();
  const sender = connectSender(port);
  const stream = Buffer.concat(Array.from({ length: 50 }, (_, n) => admission(n)));
  sender.write(stream);
  await vi.waitFor(() => expect(sender.answers).toHaveLength(50), soon);
  for (const byte of admission(50)) sender.write(Uint8Array.of(byte));
  await vi.waitFor(() => expect(sender.answers).toHaveLength(51), soon);
  expect(sender.answers).toEqual(Array.from({ length: 51 }, (_, n) => ({ code: 'AA', controlId: `M${n}` })));
  expect(inbox.waiting).toBe(51);
  sender.close();
});

test('nothing is acknowledged before it is on disk', async () => {
  let release = (): void => undefined;
  const disk = new Promise<void>((done) => (release = done));
  const { port } = await listening({ keep: () => disk });
  const sender = connectSender(port);
  sender.write(admission(1));
  await new Promise((done) => setTimeout(done, 150));
  expect(sender.answers).toEqual([]);
  release();
  await vi.waitFor(() => expect(sender.answers).toEqual([{ code: 'AA', controlId: 'M1' }]), soon);
  sender.close();
});

test('a sender is told to send again when the disk is full, and to stop when the message is not for us', async () => {
  const { port, listener } = await listening({ keep: () => Promise.reject(new Error('full')) });
  const sender = connectSender(port);
  sender.write(Buffer.concat([admission(1), admission(2, 'ORU^R01'), Buffer.from('\u000bGET / \u001c\r')]));
  await vi.waitFor(() => expect(sender.answers.map((one) => one.code)).toEqual(['AE', 'AR', 'AR']), soon);
  expect(listener.state).toMatchObject({ taken: 0, refused: 3 });
  sender.close();
});

test('an address that is not on the list is cut off before a byte is read', async () => {
  const { port, inbox, logged } = await listening({ senders: ['10.0.0.1'] });
  const sender = connectSender(port);
  sender.write(admission(1));
  await sender.closed;
  expect([sender.answers, inbox.waiting, logged.includes('mllp.sender-not-allowed')]).toEqual([[], 0, true]);
});

test('the packets wait in the network while the disk is slow, they do not pile up here', async () => {
  let most = 0;
  let now = 0;
  const { port } = await listening({
    keep: async (messages) => {
      now += messages.length;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      now -= messages.length;
    },
  });
  const sender = connectSender(port);
  for (let n = 0; n < 6_000; n++) sender.write(admission(n));
  await vi.waitFor(() => expect(sender.answers).toHaveLength(6_000), soon);
  // A packet or two of 64 KiB at a time, never the whole megabyte.
  expect(most).toBeLessThan(2_500);
  sender.close();
});

test('an address that is taken is said and does not stop the app', async () => {
  const { port } = await listening();
  const { listener } = await listening({ port });
  expect(listener.state).toMatchObject({ listening: false, problem: 'EADDRINUSE' });
});

/** The listener in a process of its own, which can be killed. */
async function startProcess(script: string, folder: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(script, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}

test('none is lost and none is kept twice when the receiver is killed in the middle', async () => {
  const root = resolve(import.meta.dirname, '../../../..');
  const [folder, out] = [await temporaryFolder(), await temporaryFolder()];
  const keys = await makeIntakeKeys();
  const first = await openInbox(folder);
  await first.useKey(keys.publicKey);
  await first.close();
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      ssr: join(root, 'test/support/mllp-process.ts'),
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'receiver.mjs' } },
    },
  });
  const script = join(out, 'receiver.mjs');
  const confirmed = new Set<string>();
  let killed = 0;
  while (confirmed.size < MANY) {
    const { child, port } = await startProcess(script, folder);
    const sender = connectSender(port);
    // Whoever got no answer sends again, in order; sixteen on their way at once.
    const open = Array.from({ length: MANY }, (_, n) => n).filter((n) => !confirmed.has(`M${n}`));
    const stopAt = killed < 3 ? Math.ceil(open.length / 3) : open.length;
    let sent = 0;
    while (sender.answers.length < stopAt) {
      while (sent < open.length && sent - sender.answers.length < 16) sender.write(admission(open[sent++] ?? 0));
      await new Promise((done) => setImmediate(done));
    }
    child.kill('SIGKILL');
    killed++;
    await once(child, 'exit');
    await sender.closed;
    for (const { code, controlId } of sender.answers) if (code === 'AA') confirmed.add(controlId);
  }
  const inbox = await openInbox(folder);
  const texts = await Promise.all(
    inbox.next(1e9).map(async ({ box }) => new TextDecoder().decode((await keys.open(box)).files[0]?.bytes)),
  );
  const ids = texts.map((text) => /\|(M\d+)\|/.exec(text)?.[1]);
  expect(killed).toBeGreaterThan(3);
  expect(ids).toHaveLength(MANY);
  expect(new Set(ids).size).toBe(MANY);
}, 600_000);
