import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, type Handlers } from '../../../../electron/ipc/answer';
import { type Channel, contract } from '../../../../electron/ipc/contract';
import { BadArgument } from '../../../../electron/ipc/parse';
import { ShellFailure } from '../../../../electron/disk/shell-failure';

const channels = Object.keys(contract) as Channel[];

/** One argument each channel takes; the compiler keeps the list complete. */
const good: { readonly [C in Channel]: unknown } = {
  'shell.info': undefined,
  'journal.summary': undefined,
  'journal.append': { lines: ['{}'] },
  'journal.read': { cursor: 'x@0' },
  'checkpoints.read': { last: 50 },
  'journal.second': undefined,
  'journal.chooseSecond': undefined,
  'journal.dropSecond': undefined,
  'vault.read': undefined,
  'vault.write': { file: '{}', wipe: true },
  'vault.deviceSecret': { slot: 'S' },
  'vault.attemptSucceeded': { slot: 'S' },
  'vault.strikes': { slot: 'S' },
  'blob.write': { name: 'a', bytes: new Uint8Array(1) },
  'blob.read': { name: 'a' },
  'blob.list': undefined,
  'blob.remove': { name: 'a' },
  'database.moveAside': undefined,
  'settings.read': undefined,
  'settings.write': { json: '{}' },
  'print.toPdf': { documents: ['<p>'], paper: 'A4', tagged: true },
  'print.printers': undefined,
  'print.labelPrinter': undefined,
  'print.labels': { zpl: '^XA^XZ' },
  'print.toPrinter': { documents: ['<p>'], paper: 'Letter', printer: 'P', copies: 1 },
  'files.choose': { kind: 'census' },
  'files.save': { name: 'a', bytes: new Uint8Array(1) },
  'files.saveFolder': { files: [{ name: 'a', bytes: new Uint8Array(1) }] },
  'intake.state': undefined,
  'intake.useKey': { publicKey: new Uint8Array(65) },
  'intake.next': undefined,
  'intake.settle': { n: 1 },
  'batch.readInput': { path: 'a' },
  'batch.writeOutput': { name: 'a', bytes: new Uint8Array(1) },
  'batch.useSecond': { path: 'a' },
  'batch.progress': { text: 'a' },
  'batch.finish': { json: '{}', exitCode: 0 },
  'receiver.address': undefined,
  'receiver.exchange': { text: 'MSH|' },
  'shell.lock': undefined,
  'clock.read': undefined,
  'shell.freeBytes': undefined,
  'shell.space': undefined,
  'log.write': { level: 'info', code: 'a', detail: 'ms=1' },
};

const parse = (channel: Channel, value: unknown) => contract[channel].args(value, channel);

function verdict(channel: Channel, value: unknown): string {
  try {
    parse(channel, value);
    return 'taken';
  } catch (error) {
    return error instanceof BadArgument ? 'refused' : String(error);
  }
}

describe.each(channels)('%s', (channel) => {
  test('takes its own argument', () => {
    expect(() => parse(channel, good[channel])).not.toThrow();
  });

  test('answers any other value with BadArgument, never with another error', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withTypedArray: true, withBigInt: true, withNullPrototype: true }),
        (value) => {
          expect(['taken', 'refused']).toContain(verdict(channel, value));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('refuses its own argument when one member is garbage, or one too many', () => {
    const base = good[channel] ?? {};
    expect(() => parse(channel, { ...base, extra: 1 })).toThrow(BadArgument);
    expect(() => parse(channel, [base])).toThrow(BadArgument);
    for (const member of Object.keys(base)) {
      for (const garbage of [Symbol('x'), () => 1, 1n, Number.NaN, { toString: () => 'a' }, [[]], new Map()]) {
        expect(() => parse(channel, { ...base, [member]: garbage })).toThrow(BadArgument);
      }
    }
  });
});

test.each([
  ['journal.append', { lines: ['x'.repeat(4 * 1024 * 1024 + 1)] }],
  ['journal.append', { lines: Array.from({ length: 5001 }, () => '') }],
  ['blob.write', { name: 'x'.repeat(101), bytes: new Uint8Array(1) }],
  ['batch.progress', { text: 'x'.repeat(2001) }],
  ['print.toPrinter', { documents: [], paper: 'A4', printer: 'P', copies: 100 }],
] as const)('%s refuses what is too large', (channel, value) => {
  expect(() => parse(channel, value)).toThrow(BadArgument);
});

describe('an answer', () => {
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => void logged.push(line);
  const handlers = (work: () => unknown) => ({ 'blob.read': work }) as unknown as Handlers;

  test('is the value when the work succeeds', async () => {
    expect(
      await answer(
        handlers(() => 7),
        'blob.read',
        { name: 'a' },
        log,
      ),
    ).toEqual({ ok: true, value: 7 });
  });

  test('is bad-argument, and no work is done, when the argument is refused', async () => {
    let called = false;
    const work = () => {
      called = true;
    };
    expect(await answer(handlers(work), 'blob.read', { name: 1 }, log)).toEqual({ ok: false, code: 'bad-argument' });
    expect(called).toBe(false);
  });

  test('is the failure code when the disk is full', async () => {
    const work = () => Promise.reject(new ShellFailure('disk-full', 'x'));
    expect(await answer(handlers(work), 'blob.read', { name: 'a' }, log)).toEqual({ ok: false, code: 'disk-full' });
  });

  test('is internal, and the message reaches neither page nor log, when something unexpected is thrown', async () => {
    const work = () => {
      throw new TypeError('Anna Example, born 1950');
    };
    expect(await answer(handlers(work), 'blob.read', { name: 'a' }, log)).toEqual({ ok: false, code: 'internal' });
    expect(JSON.stringify(logged)).not.toContain('Anna');
    expect(JSON.stringify(logged)).toContain('TypeError');
  });
});
