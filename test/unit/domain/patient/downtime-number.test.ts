import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDowntimeNumber,
  looksLikeDowntimeNumber,
  nextDowntimeNumber,
  NUMBERS_PER_WORKSTATION,
  parseDowntimeNumber,
  workstationCode,
} from '../../../../renderer/domain/patient/downtime-number';

const SIGNS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'];
const workstation = fc.string({ unit: fc.constantFrom(...SIGNS.slice(0, 36)), minLength: 1, maxLength: 8 });
const number = fc.record({ workstation, sequence: fc.integer({ min: 1, max: NUMBERS_PER_WORKSTATION }) });

describe('downtime number', () => {
  test('is read back as it was written, with or without hyphens, in any case', () => {
    fc.assert(
      fc.property(number, (value) => {
        const text = formatDowntimeNumber(value);
        for (const typed of [text, text.toLowerCase(), ` ${text} `, text.replaceAll('-', '')])
          expect(parseDowntimeNumber(typed)).toEqual({ ok: true, value });
      }),
    );
  });

  test('is refused when any one sign is wrong, hyphens included', () => {
    fc.assert(
      fc.property(number, (value) => {
        const text = formatDowntimeNumber(value);
        for (let at = 0; at < text.length; at++)
          for (const other of SIGNS)
            if (other !== text[at] && parseDowntimeNumber(text.slice(0, at) + other + text.slice(at + 1)).ok)
              return false;
        return true;
      }),
      { numRuns: 60 },
    );
  });

  test('is refused when two neighbours are swapped, hyphens included', () => {
    fc.assert(
      fc.property(number, (value) => {
        const text = formatDowntimeNumber(value);
        for (let at = 0; at + 1 < text.length; at++) {
          const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
          if (swapped !== text && parseDowntimeNumber(swapped).ok) return false;
        }
        return true;
      }),
    );
  });

  test('proposes the look-alike when O was typed for 0', () => {
    const text = formatDowntimeNumber({ workstation: '7B', sequence: 10 });
    const at = text.lastIndexOf('0');
    const wrong = text.slice(0, at) + 'O' + text.slice(at + 1);
    expect(parseDowntimeNumber(wrong)).toEqual({
      ok: false,
      error: { code: 'wrong-check-character', suggestion: text },
    });
  });

  test('never collides when 1,000 workstations issue 1,000 numbers each', () => {
    const all = new Set<string>();
    for (let ws = 0; ws < 1000; ws++) {
      const workstation = workstationCode(`Ward ${ws % 40} nurse station PC ${ws}`);
      for (let sequence = 1; sequence <= 1000; sequence++) all.add(formatDowntimeNumber({ workstation, sequence }));
    }
    expect(all.size).toBe(1_000_000);
  });

  test('goes on after the highest this workstation issued, whatever others did', () => {
    const issued = [
      formatDowntimeNumber({ workstation: '7B', sequence: 3 }),
      formatDowntimeNumber({ workstation: '7B', sequence: 1 }),
      formatDowntimeNumber({ workstation: '7A', sequence: 40 }),
    ];
    expect(nextDowntimeNumber('7B', issued)).toEqual({
      ok: true,
      value: formatDowntimeNumber({ workstation: '7B', sequence: 4 }),
    });
    expect(nextDowntimeNumber('ED', issued)).toEqual({
      ok: true,
      value: formatDowntimeNumber({ workstation: 'ED', sequence: 1 }),
    });
  });

  test('stops with a refusal when the block is used up', () => {
    const last = formatDowntimeNumber({ workstation: '7B', sequence: NUMBERS_PER_WORKSTATION });
    expect(nextDowntimeNumber('7B', [last])).toEqual({
      ok: false,
      error: { code: 'numbers-used-up', workstation: '7B' },
    });
  });

  test('is told from an MRN by its looks', () => {
    expect(looksLikeDowntimeNumber('D-7B-0001-K')).toBe(true);
    expect(looksLikeDowntimeNumber('4471293')).toBe(false);
    expect(looksLikeDowntimeNumber('D4471293')).toBe(false);
  });
});
