import { UnreadablePage } from './raster';

/** Inflates zlib data with the engine's own decoder. */
export async function inflate(bytes: Uint8Array, where: string): Promise<Uint8Array> {
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new UnreadablePage('scan-damaged', where);
  }
}

/** PackBits (TIFF 6.0 section 9). */
export function unpackBits(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < data.length;) {
    const n = ((data[at] ?? 0) << 24) >> 24;
    at += 1;
    if (n >= 0) {
      for (let i = 0; i <= n && at < data.length; i += 1) out.push(data[at++] ?? 0);
    } else if (n !== -128) {
      const value = data[at++] ?? 0;
      for (let i = 0; i < 1 - n; i += 1) out.push(value);
    }
  }
  return Uint8Array.from(out);
}

/** LZW as TIFF writes it: most significant bit first, codes grow one early (TIFF 6.0 section 13). */
export function unLzw(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  const prefix = new Int32Array(4097);
  const suffix = new Uint8Array(4097);
  const stack: number[] = [];
  let [next, bits, hold, held, old, first] = [258, 9, 0, 0, -1, 0];
  for (const byte of data) {
    hold = ((hold << 8) | byte) & 0xff_ffff;
    held += 8;
    if (held < bits) continue;
    const code = (hold >> (held - bits)) & ((1 << bits) - 1);
    held -= bits;
    if (code === 257) break;
    if (code === 256) {
      [next, bits, old] = [258, 9, -1];
      continue;
    }
    if (code > next || (old === -1 && code > 255)) break;
    let at = code;
    if (code === next) {
      stack.push(first);
      at = old;
    }
    while (at > 257) {
      stack.push(suffix[at] ?? 0);
      at = prefix[at] ?? 0;
    }
    first = at;
    out.push(at);
    while (stack.length > 0) out.push(stack.pop() ?? 0);
    if (old !== -1 && next < 4096) {
      prefix[next] = old;
      suffix[next] = first;
      next += 1;
      if (next + 1 >= 1 << bits && bits < 12) bits += 1;
    }
    old = code;
  }
  return Uint8Array.from(out);
}
