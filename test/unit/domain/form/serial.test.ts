import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_SERIALS,
  foldSerials,
  formatSerial,
  highestSequence,
  parseSerial,
} from '../../../../renderer/domain/form/serial';
import type { Entry } from '../../../../renderer/domain/ledger/entry';

const printed = (serials: readonly string[]): Entry => ({
  id: 'e',
  book: 'o',
  subject: 'o',
  device: 'd',
  seq: 1,
  lamport: 1,
  at: '2026-11-22T05:27:00Z',
  by: 'p',
  type: 'pack.printed',
  v: 1,
  prev: '0',
  payload: {
    pages: serials.length,
    target: 'pdf',
    sheets: serials.map((serial) => ({ serial, form: 'F10', version: '1', pages: 1 })),
  },
});

describe('serials', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{1,8}$/),
        fc.integer({ min: 1, max: 9_999_999 }),
        (workstation, sequence) => {
          expect(parseSerial(formatSerial(workstation, sequence))).toEqual({ series: 'DT', workstation, sequence });
          expect(parseSerial(formatSerial(workstation, sequence, 'DTB'))).toEqual({
            series: 'DTB',
            workstation,
            sequence,
          });
        },
      ),
    );
  });

  it('refuses a serial when one character was mistyped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.nat({ max: 3 }),
        fc.integer({ min: 1, max: 9 }),
        (sequence, at, shift) => {
          const serial = formatSerial('7B02', sequence);
          const place = 'DT-7B02-'.length + at;
          const wrong = String((Number(serial[place]) + shift) % 10);
          expect(parseSerial(serial.slice(0, place) + wrong + serial.slice(place + 1))).toBeUndefined();
        },
      ),
    );
  });

  it('knows the highest serial of each series and workstation when sheets were printed', () => {
    const state = foldSerials(
      NO_SERIALS,
      printed([formatSerial('7B02', 3), formatSerial('7B02', 7), formatSerial('7B02', 40, 'DTB')]),
    );
    expect(highestSequence(state, '7B02', 'DT')).toBe(7);
    expect(highestSequence(state, '7B02', 'DTB')).toBe(40);
    expect(highestSequence(state, '7B03', 'DT')).toBe(0);
  });
});
