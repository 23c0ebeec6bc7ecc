import { expect, test } from 'vitest';
import { createIds } from '../../../renderer/storage/ids';

test('an id holds its time in the first ten characters', () => {
  const ids = createIds({ nowMs: () => 1_469_918_176_385, random: (count) => new Uint8Array(count) });
  expect(ids.newId()).toBe('01ARYZ6S410000000000000000');
});

test('ids rise when the clock stands still or steps back, and stay unique at the end of the random part', () => {
  let now = 2_000_000;
  const ids = createIds({ nowMs: () => now, random: (count) => new Uint8Array(count).fill(255) });
  const made = [ids.newId(), ids.newId()];
  now = 1_000_000;
  made.push(ids.newId());
  expect(new Set(made).size).toBe(3);
  const plain = createIds({ nowMs: () => now });
  const many = Array.from({ length: 5000 }, () => ((now -= 1), plain.newId()));
  expect(many).toEqual([...many].sort());
  expect(new Set(many).size).toBe(5000);
});
