import { writeSync } from 'node:fs';
import { errnoOf } from '../disk/shell-failure';

const retryMs = 5;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all of `text` to standard output before it returns: the app ends right after, and an asynchronous write to a
 * pipe would be cut. A reader who went away is no failure of ours.
 */
export function writeStdout(text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (errnoOf(error) !== 'EAGAIN') return;
      // The reader is slow and the pipe is full.
      Atomics.wait(sleeper, 0, 0, retryMs);
    }
  }
}

/** A refusal as batch prints it. */
export function refusalJson(code: string, message: string, where: string | null): string {
  return `${JSON.stringify({ code, message, where })}\n`;
}
