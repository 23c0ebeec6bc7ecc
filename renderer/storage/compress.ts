import type { Bytes } from './bytes';

/** Gzip by the engine's own streams. */
export function compress(parts: readonly BlobPart[]): Promise<Bytes> {
  return pipe(new Blob([...parts]), new CompressionStream('gzip'));
}

/** Throws where the bytes are not gzip. */
export function expand(bytes: Bytes): Promise<Bytes> {
  return pipe(new Blob([bytes]), new DecompressionStream('gzip'));
}

async function pipe(blob: Blob, through: CompressionStream | DecompressionStream): Promise<Bytes> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(through)).arrayBuffer());
}
