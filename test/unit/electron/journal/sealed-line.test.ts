import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSealedLine, sealedText } from '../../../../electron/journal/sealed-line';
import type { SealedEntry } from '../../../../renderer/domain/ledger/entry';
import { sealedText as domainSealedText } from '../../../../renderer/domain/ledger/sealed-text';
import { sealedEntry } from './sealed-lines';

const anyEntry = fc.record(
  {
    id: fc.string(),
    book: fc.string({ unit: 'binary' }),
    subject: fc.string({ unit: 'grapheme' }),
    device: fc.string(),
    seq: fc.nat(),
    lamport: fc.nat(),
    at: fc.string(),
    by: fc.string(),
    type: fc.string(),
    v: fc.nat(),
    content: fc.record({ version: fc.string(), id: fc.string() }),
    corrects: fc.string(),
    prev: fc.string(),
    epoch: fc.nat(),
    iv: fc.base64String(),
    ct: fc.base64String(),
    hash: fc.string(),
    unknown: fc.jsonValue(),
  },
  {
    requiredKeys: [
      'id',
      'book',
      'subject',
      'device',
      'seq',
      'lamport',
      'at',
      'by',
      'type',
      'v',
      'prev',
      'epoch',
      'iv',
      'ct',
    ],
  },
);

describe('sealed line', () => {
  test('the text that is hashed is the same as in the domain, for any entry', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(sealedText(entry)).toBe(domainSealedText(entry as unknown as SealedEntry));
      }),
    );
  });

  test('a head member of any JSON value is written the same way', () => {
    fc.assert(
      fc.property(anyEntry, fc.jsonValue(), (entry, content) => {
        const odd = { ...entry, content };
        expect(sealedText(odd)).toBe(domainSealedText(odd as unknown as SealedEntry));
      }),
    );
  });

  test('is read when it is whole', () => {
    const entry = sealedEntry('ward-pc', 3, 'a'.repeat(64));
    expect(readSealedLine(JSON.stringify(entry))).toEqual({
      ok: true,
      line: { device: 'ward-pc', seq: 3, prev: 'a'.repeat(64), hash: entry.hash },
    });
  });

  test('is refused when any one byte of it is changed', () => {
    const text = JSON.stringify(sealedEntry('ward-pc', 1, '0'.repeat(64)));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        fc.pre(changed !== text);
        expect(readSealedLine(changed).ok).toBe(false);
      }),
    );
  });

  test.each(['', '{}', '[]', 'null', '"text"', '{"seq":1}', '{"device":"../x","seq":1}'])(
    '%s is unreadable',
    (text) => {
      expect(readSealedLine(text)).toEqual({ ok: false, why: 'unreadable' });
    },
  );
});
