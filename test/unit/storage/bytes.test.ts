import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, fromUtf8, toBase64, toHex, utf8 } from '../../../renderer/storage/bytes';

test('base64 is what Node makes of it and reads back, at every length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    }),
  );
});

test('base64 of several chunks is whole', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

test('broken text is refused, not mended', () => {
  expect(() => fromBase64('not base64!')).toThrow(/base64|correctly encoded|character/iu);
  expect(() => fromUtf8(new Uint8Array([0xc3, 0x28]))).toThrow(TypeError);
  expect(fromUtf8(utf8('Ægir Ólafsdóttir 王'))).toBe('Ægir Ólafsdóttir 王');
});
