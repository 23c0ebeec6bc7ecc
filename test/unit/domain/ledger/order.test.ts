import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_PREV, type EntryHead } from '../../../../renderer/domain/ledger/entry';
import { compareEntries, mergeEntries } from '../../../../renderer/domain/ledger/order';
import { headText } from '../../../../renderer/domain/ledger/sealed-text';

const heads = fc
  .uniqueArray(
    fc.record({
      device: fc.constantFrom('a', 'b', 'c'),
      seq: fc.integer({ min: 1, max: 40 }),
      lamport: fc.integer({ min: 1, max: 9 }),
    }),
    {
      selector: (h) => `${h.device}${h.seq}`,
    },
  )
  .map((list) =>
    list.map((h): EntryHead => ({
      ...h,
      id: `${h.device}-${h.seq}`,
      book: 'o',
      subject: 's',
      at: '2026-11-22T05:27:00Z',
      by: '-',
      type: 't',
      v: 1,
      prev: FIRST_PREV,
    })),
  );

describe('mergeEntries', () => {
  it('answers one order whatever the order and overlap of the copies', () => {
    fc.assert(
      fc.property(heads, fc.array(fc.nat(), { maxLength: 60 }), (all, picks) => {
        const some = picks.flatMap((n) => (all.length > 0 ? [all[n % all.length] as EntryHead] : []));
        const rest = all.filter((h) => !some.includes(h));
        const merged = mergeEntries(some, [...rest].reverse(), some);
        expect(merged).toEqual([...all].sort(compareEntries));
      }),
    );
  });

  it('ignores the wall clock when a PC runs behind', () => {
    const base = { book: 'o', subject: 's', by: '-', type: 't', v: 1, prev: FIRST_PREV };
    const first = { ...base, id: '1', device: 'a', seq: 1, lamport: 1, at: '2026-11-22T09:00:00Z' };
    const then = { ...base, id: '2', device: 'b', seq: 1, lamport: 2, at: '2026-11-22T04:00:00Z' };
    expect(mergeEntries([then], [first]).map((h) => h.id)).toEqual(['1', '2']);
  });
});

describe('headText', () => {
  it('changes when any head field changes', () => {
    const h: EntryHead = {
      id: 'i',
      book: 'b',
      subject: 's',
      device: 'd',
      seq: 1,
      lamport: 1,
      at: 'a',
      by: '-',
      type: 't',
      v: 1,
      prev: FIRST_PREV,
    };
    const variants: EntryHead[] = [
      { ...h, id: 'x' },
      { ...h, book: 'x' },
      { ...h, subject: 'x' },
      { ...h, device: 'x' },
      { ...h, seq: 2 },
      { ...h, lamport: 2 },
      { ...h, at: 'x' },
      { ...h, by: 'x' },
      { ...h, type: 'x' },
      { ...h, v: 2 },
      { ...h, corrects: 'x' },
      { ...h, prev: 'x' },
      { ...h, content: { id: 'F10', version: '1' } },
    ];
    const texts = new Set([h, ...variants].map(headText));
    expect(texts.size).toBe(variants.length + 1);
  });
});
