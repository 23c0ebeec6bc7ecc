import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SERIALS, foldSerials, formatSerial, nextSerials, parseSerial } from '../../../../renderer/domain/form/serial';
import type { Entry } from '../../../../renderer/domain/ledger/entry';

const printed = (serials: readonly string[]): Entry =>
  ({
    id: 'e', book: 'o', subject: 'o', device: 'd', seq: 1, lamport: 1, at: '2026-11-22T05:27:00Z', by: 'p', type: 'pack.printed', v: 1, prev: '0',
    payload: { pages: serials.length, target: 'pdf', sheets: serials.map((serial) => ({ serial, form: 'F10', version: '1', pages: 1 })) },
  }) as Entry;

describe('serials', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,8}$/), fc.integer({ min: 1, max: 9_999_999 }), (workstation, sequence) => {
        expect(parseSerial(formatSerial(workstation, sequence))).toEqual({ workstation, sequence });
      }),
    );
  });

  it('refuses a serial when one character was mistyped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 9 }), (sequence, at, shift) => {
        const serial = formatSerial('7B02', sequence);
        const place = 'DT-7B02-'.length + at;
        const wrong = String((Number(serial[place]) + shift) % 10);
        expect(parseSerial(serial.slice(0, place) + wrong + serial.slice(place + 1))).toBeUndefined();
      }),
    );
  });

  it('never issues a serial twice when sheets were printed before', () => {
    const first = nextSerials(NO_SERIALS, '7B02', 3);
    const second = nextSerials(foldSerials(NO_SERIALS, printed(first)), '7B02', 3);
    expect(new Set([...first, ...second]).size).toBe(6);
    expect(nextSerials(foldSerials(NO_SERIALS, printed(first)), '7B03', 1)).toEqual([formatSerial('7B03', 1)]);
  });
});
