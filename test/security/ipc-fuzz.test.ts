import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../electron/ipc/contract';
import { type RunningApp, startApp } from '../support/app-driver';
import { packagedApp } from '../support/packaged-app';
import { triedTimes } from './tries';
import { allShapes, type ChannelShape, type Limit, refusal, withAt } from './channel-shapes';
import type {} from '../../renderer/globals';

// Oversized and malformed arguments for every channel, first at the parsers, then through the bridge of the running app.

const shapes = allShapes();
const BIGGEST_SENT = 5 * 1024 * 1024;
const RUNS_AT_PARSER = 300;
const RUNS_IN_APP = 25;

const anything = fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withBigInt: true });

/** A value one more than the limit allows. */
function oversized({ kind, most }: Limit): unknown {
  switch (kind) {
    case 'text':
      return 'x'.repeat(most + 1);
    case 'json':
      return '{"unfinished":';
    case 'list':
      return Array.from({ length: most + 1 }, () => 'x');
    case 'bytes':
      // The length is what is asked for; half a gigabyte of zeros would only slow the test down.
      return Object.defineProperty(new Uint8Array(1), 'byteLength', { value: most + 1 });
    case 'whole':
      return most + 1;
    case 'word':
      return 'another word';
    case 'flag':
      return 1;
  }
}

/** One part of a channel's own argument replaced by whatever fast-check thinks of. */
function malformed({ channel, good, limits }: ChannelShape, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const places = [[], ...limits.map(({ path }) => path)];
  const broken = fc.tuple(fc.constantFrom(...places), value).map(([path, part]) => withAt(good, path, part));
  const extended = fc.tuple(fc.string(), value).map(([name, part]) => ({ ...(good as object), [`z${name}`]: part }));
  return fc.oneof(broken, extended).filter((argument) => refusal(channel, argument) !== undefined);
}

describe.each(shapes)('the parser of $channel', (shape) => {
  test('takes its own argument, refuses every other and never fails in another way', (context) => {
    expect(refusal(shape.channel, shape.good)).toBeUndefined();
    fc.assert(
      fc.property(malformed(shape, anything), (argument) => refusal(shape.channel, argument) !== undefined),
      { numRuns: RUNS_AT_PARSER },
    );
    for (const limit of shape.limits)
      expect([limit, refusal(shape.channel, withAt(shape.good, limit.path, oversized(limit)))]).not.toContain(
        undefined,
      );
    triedTimes(context, RUNS_AT_PARSER + shape.limits.length + 1);
  });
});

describe('the bridge of the running app', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await startApp(packagedApp());
    page = running.page;
    await page.waitForLoadState('load');
  });
  afterAll(() => running.close());

  /** Codes of the answers to each argument; `thrown` where it does not even leave the page. */
  const ask = (channel: Channel, args: readonly unknown[]): Promise<readonly string[]> =>
    page.evaluate(
      async ([name, list]) => {
        const codes: string[] = [];
        for (const argument of list) {
          const reply = await window.downtimeBox
            .invoke(name as 'vault.strikes', argument as { slot: string })
            .catch(() => ({ ok: false as const, code: 'thrown' }));
          codes.push(reply.ok ? 'TAKEN' : reply.code);
        }
        return codes;
      },
      [channel, args] as const,
    );

  test('refuses malformed arguments on every channel', async (context) => {
    // What survives the way into the page; the rest is for the parsers above.
    const sendable = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, -0, 1n, new Date(0)));
    let tries = 0;
    for (const shape of shapes) {
      const args = fc.sample(malformed(shape, sendable), { numRuns: RUNS_IN_APP, seed: 20261122 });
      const codes = await ask(shape.channel, args);
      expect([shape.channel, [...new Set(codes)]]).toEqual([shape.channel, ['bad-argument']]);
      tries += codes.length;
    }
    triedTimes(context, tries);
  });

  test('refuses oversized arguments on every channel', async (context) => {
    let tries = 0;
    for (const { channel, good, limits } of shapes) {
      const args = limits
        .filter(({ kind, most }) => kind !== 'bytes' && most < BIGGEST_SENT)
        .map((limit) => withAt(good, limit.path, oversized(limit)));
      for (const code of await ask(channel, args)) expect([channel, code]).toEqual([channel, 'bad-argument']);
      tries += args.length;
    }
    triedTimes(context, tries);
  });

  test('lets no function, symbol or prototype through', async (context) => {
    const codes = await page.evaluate(
      async (names) => {
        const strange: unknown[] = [
          () => 1,
          Symbol('x'),
          new Proxy({}, { get: () => () => 1 }),
          JSON.parse('{"__proto__":{"lines":["x"]},"constructor":{"prototype":{"polluted":true}}}'),
          new Map([['slot', 'S']]),
          document,
        ];
        const codes = new Set<string>();
        for (const name of names)
          for (const argument of strange) {
            // The bridge throws at once where something cannot be copied.
            const reply = await Promise.resolve()
              .then(() => window.downtimeBox.invoke(name as 'vault.strikes', argument as { slot: string }))
              .catch(() => ({ ok: false as const, code: 'thrown' }));
            codes.add(reply.ok ? `TAKEN by ${name}` : reply.code);
          }
        return [...codes].toSorted();
      },
      shapes.filter(({ good }) => good !== undefined).map(({ channel }) => channel),
    );
    expect(codes).toEqual(['bad-argument', 'thrown']);
    expect(await running.app.evaluate(() => 'polluted' in {})).toBe(false);
    triedTimes(context, 6 * shapes.length);
  });

  test('works on afterwards', async () => {
    expect(await ask('shell.freeBytes', [undefined])).toEqual(['TAKEN']);
    expect(running.errors).toEqual([]);
  });
});
