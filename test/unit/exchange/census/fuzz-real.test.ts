import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHl7, writeHl7 } from '../../../../renderer/exchange/hl7v2/codec';
import { read } from './reading';

// The long run is `FUZZ_RUNS=10000`; alone on a machine it also holds the limit of the product: 2 s for any file.
const long = process.env['FUZZ_RUNS'] !== undefined;
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100);
const LIMIT_MS = long ? 2_000 : 30_000;
const LARGEST = 16_000;

const data = resolve(import.meta.dirname, '../../../../../shared/data');
const filesOf = (folder: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] =>
  readdirSync(resolve(data, folder)).map((name) => {
    const bytes = new Uint8Array(readFileSync(resolve(data, folder, name)));
    // The beginning of a long file is as good for mutation as the whole, and a thousand times as quick.
    return { name, bytes: bytes.subarray(0, LARGEST) };
  });

/** One damage of a real file's bytes. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'double', 'insert', 'end', 'swap' as const),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(400),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
});

function damaged(bytes: Uint8Array, damages: readonly (typeof damage extends fc.Arbitrary<infer T> ? T : never)[]) {
  let out = bytes;
  for (const { kind, at, length, bytes: put } of damages) {
    const from = Math.floor(at * out.length);
    const [head, middle, tail] = [
      out.subarray(0, from),
      out.subarray(from, from + length),
      out.subarray(from + length),
    ];
    const parts = {
      cut: [head, tail],
      flip: [head, put, out.subarray(from + put.length)],
      double: [head, middle, middle, tail],
      insert: [head, put, middle, tail],
      end: [head],
      swap: [tail, middle, head],
    }[kind];
    out = new Uint8Array(Buffer.concat(parts));
  }
  return out;
}

const cases = [
  ['fhir', 'census/fhir-ndjson'],
  ['csv', 'census/synthea-csv'],
  ['hl7v2', 'hl7v2'],
] as const;

describe.skipIf(!existsSync(data)).each(cases)('a real %s file that was damaged', (format, folder) => {
  test('is read or refused with a place and a reason, and never takes the reader down', () => {
    const files = filesOf(folder);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 4 }), (file, damages) => {
        const bytes = damaged(file.bytes, damages);
        const started = performance.now();
        const reading = read([{ name: file.name, bytes }], { format });
        expect(performance.now() - started).toBeLessThan(LIMIT_MS);
        for (const { code, message, where } of reading.refused) {
          expect(code).toMatch(/^[a-z][a-z0-9-]+$/);
          expect(message.length).toBeGreaterThan(10);
          expect(where.file).not.toBe('');
        }
        for (const patient of reading.patients)
          expect(patient.allergies.length > 0).toBe(patient.allergyStatus === 'listed');
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});

test.skipIf(!existsSync(data))('a damaged HL7 file is still written back sign by sign', () => {
  fc.assert(
    fc.property(fc.constantFrom(...filesOf('hl7v2')), fc.array(damage, { minLength: 1 }), (file, damages) => {
      const text = new TextDecoder('latin1').decode(damaged(file.bytes, damages));
      expect(writeHl7(parseHl7(text))).toBe(text);
    }),
    { numRuns: RUNS },
  );
});
