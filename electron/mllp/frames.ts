/** The three bytes of a frame (HL7 "Minimal Lower Layer Protocol"): start, end, and what follows the end. */
export const FRAME = { start: 0x0b, end: 0x1c, after: 0x0d } as const;

/** What came out of the bytes of a connection. Only `message` carries content. */
export type FrameEvent =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  /** A frame began inside another: the first never ended. It was not answered, so its sender sends it again. */
  | { readonly kind: 'cut-off' }
  /** Bytes outside any frame, other than line ends. */
  | { readonly kind: 'noise' }
  /** Longer than allowed; the rest of it is skipped up to its end. */
  | { readonly kind: 'too-large' };

/** A message as it goes over the wire. */
export function framed(message: Uint8Array): Uint8Array {
  const out = new Uint8Array(message.length + 3);
  out[0] = FRAME.start;
  out.set(message, 1);
  out[message.length + 1] = FRAME.end;
  out[message.length + 2] = FRAME.after;
  return out;
}

/** Takes a stream of bytes apart, wherever the network cut it: one message in many packets, many messages in one. */
export class FrameDecoder {
  readonly #maxBytes: number;
  #state: 'outside' | 'inside' | 'skipping' = 'outside';
  #parts: Uint8Array[] = [];
  #length = 0;
  #noise = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** True while a frame has begun and not ended: whoever closes now loses it. */
  get isOpen(): boolean {
    return this.#state !== 'outside';
  }

  push(chunk: Uint8Array): readonly FrameEvent[] {
    const events: FrameEvent[] = [];
    let at = 0;
    while (at < chunk.length)
      at = this.#state === 'outside' ? this.#seek(chunk, at, events) : this.#take(chunk, at, events);
    return events;
  }

  #seek(chunk: Uint8Array, from: number, events: FrameEvent[]): number {
    const start = chunk.indexOf(FRAME.start, from);
    const end = start < 0 ? chunk.length : start;
    // The CR behind a frame, and the line ends that some senders add, are no noise. One report until the next frame.
    const noisy = chunk.subarray(from, end).some((byte) => byte !== 0x0d && byte !== 0x0a);
    if (noisy && !this.#noise) events.push({ kind: 'noise' });
    this.#noise ||= noisy;
    if (start < 0) return chunk.length;
    this.#begin();
    return start + 1;
  }

  #take(chunk: Uint8Array, from: number, events: FrameEvent[]): number {
    let at = from;
    // Neither byte can be part of text, in any character set that HL7 allows over MLLP.
    while (at < chunk.length && chunk[at] !== FRAME.end && chunk[at] !== FRAME.start) at++;
    if (this.#state === 'inside') this.#keep(chunk.subarray(from, at), events);
    if (at === chunk.length) return at;
    if (chunk[at] === FRAME.start) {
      events.push({ kind: 'cut-off' });
      this.#begin();
      return at + 1;
    }
    if (this.#state === 'inside') events.push({ kind: 'message', bytes: joined(this.#parts, this.#length) });
    this.#drop();
    this.#state = 'outside';
    return at + 1;
  }

  #keep(part: Uint8Array, events: FrameEvent[]): void {
    if (this.#length + part.length > this.#maxBytes) {
      events.push({ kind: 'too-large' });
      this.#drop();
      this.#state = 'skipping';
      return;
    }
    // A copy: the socket may use its buffer again.
    this.#parts.push(part.slice());
    this.#length += part.length;
  }

  #begin(): void {
    this.#drop();
    this.#noise = false;
    this.#state = 'inside';
  }

  #drop(): void {
    this.#parts = [];
    this.#length = 0;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
