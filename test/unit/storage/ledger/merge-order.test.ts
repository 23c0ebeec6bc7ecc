import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryHead } from '../../../../renderer/domain/ledger/entry';
import { compareEntries, mergeEntries } from '../../../../renderer/domain/ledger/order';

const DEVICES = ['a', 'b', 'c'] as const;

type Step = { readonly on: number } | { readonly from: number; readonly to: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ on: fc.nat({ max: 2 }) }),
  fc.record({ from: fc.nat({ max: 2 }), to: fc.nat({ max: 2 }) }),
);

// Three devices write, and now and then one hears everything another one knows.
function play(steps: readonly Step[]): readonly (readonly EntryHead[])[] {
  const known: EntryHead[][] = [[], [], []];
  for (const one of steps) {
    if ('on' in one) {
      const mine = known[one.on] ?? [];
      const device = DEVICES[one.on] ?? 'a';
      const seq = mine.filter((entry) => entry.device === device).length + 1;
      const lamport = Math.max(0, ...mine.map((entry) => entry.lamport)) + 1;
      mine.push({ id: `${device}${seq}`, device, seq, lamport } as EntryHead);
    } else {
      known[one.to] = mergeEntries(known[one.to] ?? [], known[one.from] ?? []);
    }
  }
  return known;
}

test('merging gives one order, whichever way round, when three devices wrote and exchanged at random', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), ([...steps]) => {
      const [a = [], b = [], c = []] = play(steps);
      const merged = mergeEntries(a, b, c);
      expect(mergeEntries(c, mergeEntries(b, a), b)).toEqual(merged);
      expect(merged).toEqual([...merged].sort(compareEntries));
      for (const device of DEVICES) {
        const seqs = merged.filter((entry) => entry.device === device).map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      }
    }),
    { numRuns: 2000 },
  );
});
