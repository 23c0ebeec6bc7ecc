import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const markIn = (root: string) => join(root, 'batch-running');

/** Notes in the profile that a batch command, not a window, holds it. */
export function markBatch(root: string): void {
  try {
    writeFileSync(markIn(root), String(process.pid), { mode: 0o600 });
  } catch {
    // A full disk: the command that frees it or reads from it must still run. A window that starts meanwhile says "in use".
  }
}

/** Takes the note away. */
export function unmarkBatch(root: string): void {
  rmSync(markIn(root), { force: true });
}

/** Whether a batch command that is still alive left its note. */
export function isHeldByBatch(root: string): boolean {
  try {
    process.kill(Number(readFileSync(markIn(root), 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
