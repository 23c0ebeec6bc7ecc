import type { Ids } from '../app/ports';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/**
 * ULIDs that rise within this process even inside one millisecond and when the clock steps back, so that ids made
 * one after the other also sort that way.
 */
export function createIds({
  nowMs = Date.now,
  random = randomBytes,
}: { nowMs?: () => number; random?: (count: number) => Uint8Array } = {}): Ids {
  let lastMs = -1;
  let tail: number[] = [];
  return {
    newId() {
      const ms = nowMs();
      if (ms > lastMs) {
        lastMs = ms;
        tail = Array.from(random(RANDOM_CHARS), (byte) => byte & 31);
      } else {
        tail = plusOne(tail);
      }
      return timeChars(lastMs) + tail.map((digit) => ALPHABET[digit]).join('');
    },
  };
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function timeChars(ms: number): string {
  let text = '';
  for (let rest = ms, at = 0; at < TIME_CHARS; at += 1, rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
  return text;
}

function plusOne(digits: readonly number[]): number[] {
  const next = [...digits];
  for (let at = next.length - 1; at >= 0; at -= 1) {
    next[at] = ((next[at] ?? 0) + 1) % 32;
    if (next[at] !== 0) break;
  }
  return next;
}
