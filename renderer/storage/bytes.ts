/** Bytes that own their memory, as WebCrypto and IndexedDB want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

interface NativeBase64 {
  toBase64(): string;
}

interface NativeBase64Reader {
  fromBase64(text: string): Bytes;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const CHUNK = 0x8000;

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Throws where the bytes are not UTF-8: damage must not turn into replacement characters in a clinical text. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

// Uint8Array.toBase64 came with Chromium 140; the oldest engine the product runs on is 130.
export function toBase64(bytes: Uint8Array): string {
  if ('toBase64' in bytes) return (bytes as unknown as NativeBase64).toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Throws on anything that is not base64. */
export function fromBase64(text: string): Bytes {
  if ('fromBase64' in Uint8Array) return (Uint8Array as unknown as NativeBase64Reader).fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
