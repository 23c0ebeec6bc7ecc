import { app } from 'electron';
import type { BatchCommandLine } from './command-line';
import { isHeldByBatch, markBatch, unmarkBatch } from './batch/batch-mark';
import { BatchRun } from './batch/batch-run';
import { readRequest } from './batch/passphrase';
import { refusalJson, writeStdout } from './batch/stdout';
import type { Profile } from './profile';
import { takeProfile, waitForProfile } from './single-instance';

const usageExitCode = 2;
const notWritableExitCode = 6;
const inUseExitCode = 7;

/** Ends a batch start that cannot begin, with its one JSON object. */
export function refuseBatch(code: 'usage' | 'in-use' | 'not-writable', message: string, where: string): void {
  writeStdout(refusalJson(code, message, where));
  app.exit(code === 'usage' ? usageExitCode : code === 'in-use' ? inUseExitCode : notWritableExitCode);
}

/** Takes the profile for one batch command; undefined when it was refused and the app is ending. */
export function startBatch(commandLine: BatchCommandLine, profile: Profile, cwd: string): BatchRun | undefined {
  const reading = readRequest(commandLine, cwd);
  if (!reading.ok) {
    refuseBatch('usage', 'the passphrase file cannot be read or is empty', reading.where);
    return undefined;
  }
  if (!takeProfile(() => undefined)) {
    refuseBatch('in-use', 'Downtime Box is open on this profile', profile.root);
    return undefined;
  }
  markBatch(profile.root);
  return new BatchRun(reading.request, cwd, (code) => {
    unmarkBatch(profile.root);
    app.exit(code);
  });
}

/** Takes the profile for the window; a batch command that holds it is waited for. */
export async function startWindowed(profile: Profile, onSecond: () => void): Promise<boolean> {
  return waitForProfile(onSecond, () => isHeldByBatch(profile.root));
}
