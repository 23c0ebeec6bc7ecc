import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framed, FrameDecoder, type FrameEvent } from '../../../../electron/mllp/frames';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (event: FrameEvent): string =>
  event.kind === 'message' ? new TextDecoder().decode(event.bytes) : `<${event.kind}>`;

function decode(stream: Uint8Array, cuts: readonly number[] = [], max = 10_000): readonly string[] {
  const decoder = new FrameDecoder(max);
  const places = [...cuts, stream.length].toSorted((a, b) => a - b);
  let from = 0;
  return places.flatMap((to) => {
    const events = decoder.push(stream.subarray(from, to));
    from = Math.max(from, to);
    return events.map(textOf);
  });
}

function streamOf(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

test('messages come out whole and in order when the packets are cut anywhere', () => {
  const message = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\u000b\u001c]/.test(text));
  fc.assert(
    fc.property(
      fc.array(message, { maxLength: 8 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      (texts, cuts) => {
        const stream = streamOf(...texts.map((text) => framed(bytesOf(text))));
        expect(
          decode(
            stream,
            cuts.map((cut) => Math.floor(cut * stream.length)),
          ),
        ).toEqual(texts);
      },
    ),
  );
});

test('a frame without the CR behind it is read when the sender leaves it out', () => {
  expect(decode(bytesOf('\u000bone\u001c\u000btwo\u001c\r\n'))).toEqual(['one', 'two']);
});

test('a frame that never ended is dropped and said when the next one begins', () => {
  expect(decode(bytesOf('\u000bMSH|cut\u000bMSH|whole\u001c\r'))).toEqual(['<cut-off>', 'MSH|whole']);
});

test('noise is said once and skipped when a health check talks between frames', () => {
  expect(decode(bytesOf('GET / HTTP/1.1\r\n\r\n\u000bone\u001c\rxx\u000btwo\u001c\r'), [4, 9])).toEqual([
    '<noise>',
    'one',
    '<noise>',
    'two',
  ]);
});

test('a message beyond the limit is refused once and the next one is read when it was too large', () => {
  const stream = streamOf(framed(bytesOf('x'.repeat(50))), framed(bytesOf('small')));
  expect(decode(stream, [5, 20, 21], 20)).toEqual(['<too-large>', 'small']);
});

test('the decoder knows that a message is on its way when the connection ends in the middle', () => {
  const decoder = new FrameDecoder(100);
  decoder.push(bytesOf('\u000bMSH|half'));
  expect(decoder.isOpen).toBe(true);
  decoder.push(bytesOf('\u001c'));
  expect(decoder.isOpen).toBe(false);
});
