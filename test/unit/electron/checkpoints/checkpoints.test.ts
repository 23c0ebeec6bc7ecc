import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openCheckpoints } from '../../../../electron/checkpoints/checkpoints';
import { checkpointKey } from '../../../../electron/keys/checkpoint-key';
import { temporaryFolder } from '../temporary-folder';

const seed = (byte: number): Buffer => Buffer.alloc(32, byte);
const hashOf = (seq: number): string => String(seq).padStart(64, '0');

/** One PC: its folders, its key, and where its only chain ends. */
async function newPc() {
  const root = await temporaryFolder();
  const pc = {
    list: join(root, 'checkpoints', 'signed.jsonl'),
    copy: join(root, 'keys', 'checkpoint.json'),
    seed: seed(7) as Buffer | undefined,
    seq: 0,
    logged: [] as string[],
    open: () =>
      openCheckpoints({
        folder: join(root, 'checkpoints'),
        copyPath: pc.copy,
        key: async () => pc.seed && checkpointKey(pc.seed),
        heads: async () => [{ device: 'ward-pc', seq: pc.seq, hash: hashOf(pc.seq) }],
        now: () => new Date('2026-11-22T05:27:00Z'),
        log: (code) => pc.logged.push(code),
      }),
    async signUpTo(...seqs: readonly number[]) {
      const checkpoints = pc.open();
      for (const seq of seqs) {
        checkpoints.appended(seq - pc.seq);
        pc.seq = seq;
        await checkpoints.settle();
      }
      return checkpoints;
    },
  };
  return pc;
}

describe('the end of the chain is signed', () => {
  test('by itself when a hundred entries were appended', async () => {
    const pc = await newPc();
    const checkpoints = pc.open();
    pc.seq = 100;
    checkpoints.appended(60);
    checkpoints.appended(40);
    await vi.waitFor(async () => expect((await checkpoints.read()).signed).toBe(1));
    expect((await checkpoints.read()).checkpoints).toEqual([
      {
        n: 1,
        at: '2026-11-22T05:27:00.000Z',
        heads: [{ device: 'ward-pc', seq: 100, hash: hashOf(100) }],
        signature: 'good',
      },
    ]);
  });

  test('by itself when a minute has passed since one entry', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const pc = await newPc();
      const checkpoints = pc.open();
      pc.seq = 1;
      checkpoints.appended(1);
      await vi.advanceTimersByTimeAsync(59_000);
      expect((await checkpoints.read()).signed).toBe(0);
      await vi.advanceTimersByTimeAsync(1_000);
      await checkpoints.settle();
      expect((await checkpoints.read()).signed).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('not again when nothing was appended', async () => {
    const checkpoints = await (await newPc()).signUpTo(3);
    await checkpoints.settle();
    expect((await checkpoints.read()).signed).toBe(1);
  });

  test('not while this PC has no secret, and nothing fails', async () => {
    const pc = await newPc();
    pc.seed = undefined;
    const checkpoints = await pc.signUpTo(3);
    expect(await checkpoints.read()).toEqual({ checkpoints: [], signed: 0, problems: [] });
    pc.seed = seed(7);
    await checkpoints.settle();
    expect((await checkpoints.read()).signed).toBe(1);
  });
});

describe('what was done to the list is told', () => {
  test('when its last line is gone: the copy still has it', async () => {
    const pc = await newPc();
    await pc.signUpTo(3, 5, 8);
    const lines = (await readFile(pc.list, 'utf8')).trimEnd().split('\n');
    await writeFile(pc.list, `${lines.slice(0, 1).join('\n')}\n`);

    const reading = await pc.open().read();

    expect(reading.problems).toEqual(['list-cut']);
    expect(reading.checkpoints.map(({ heads, signature }) => [heads[0]?.seq, signature])).toEqual([
      [3, 'good'],
      [8, 'good'],
    ]);
  });

  test('for ever, also when more was signed since', async () => {
    const pc = await newPc();
    await pc.signUpTo(3, 5, 8);
    await writeFile(pc.list, '');
    await pc.signUpTo(9);
    expect(await pc.open().read()).toMatchObject({ problems: ['list-changed'], checkpoints: [{ n: 4 }] });
  });

  test('when a line was taken out of its middle', async () => {
    const pc = await newPc();
    await pc.signUpTo(3, 5, 8);
    const [first, , third] = (await readFile(pc.list, 'utf8')).split('\n');
    await writeFile(pc.list, `${first}\n${third}\n`);
    expect((await pc.open().read()).problems).toEqual(['list-changed']);
  });

  test('when a signed line was changed', async () => {
    const pc = await newPc();
    await pc.signUpTo(3, 5);
    await writeFile(pc.list, (await readFile(pc.list, 'utf8')).replaceAll('"seq":5', '"seq":4'));
    await writeFile(pc.copy, (await readFile(pc.copy, 'utf8')).replace('"seq":5', '"seq":4'));
    expect((await pc.open().read()).checkpoints.map(({ signature }) => signature)).toEqual(['good', 'bad']);
  });

  test('when somebody signed with a key of their own', async () => {
    const pc = await newPc();
    pc.seed = seed(9);
    await pc.signUpTo(3);
    pc.seed = seed(7);
    expect((await pc.open().read()).checkpoints[0]?.signature).toBe('unknown-key');
  });
});

test('a line the power cut short is no damage, and the next one is whole', async () => {
  const pc = await newPc();
  await pc.signUpTo(3);
  await appendFile(pc.list, '{"format":1,"n":2,"at"');
  await pc.signUpTo(8);
  const reading = await pc.open().read();
  expect(reading).toMatchObject({ signed: 2, problems: [] });
  expect(reading.checkpoints.map(({ signature }) => signature)).toEqual(['good', 'good']);
});

test('only the newest are answered when only they are asked for', async () => {
  const pc = await newPc();
  await pc.signUpTo(1, 2, 3);
  expect(await pc.open().read(2)).toMatchObject({ signed: 3, checkpoints: [{ n: 2 }, { n: 3 }] });
});

test('a key signs the same after each start, and nobody else does', () => {
  const text = 'the end of the record';
  const signature = checkpointKey(seed(7)).sign(text);
  expect(checkpointKey(seed(7)).verify(text, signature)).toBe(true);
  expect(checkpointKey(seed(7)).verify(`${text}.`, signature)).toBe(false);
  expect(checkpointKey(seed(8)).verify(text, signature)).toBe(false);
});
