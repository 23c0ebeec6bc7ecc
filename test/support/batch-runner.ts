import { spawn } from 'node:child_process';
import type { AppCommand } from './app-driver';
import type { BatchJson } from './batch-answer';

/** How one batch command ended. */
export interface BatchOutcome {
  readonly exit: number | null;
  /** The one JSON object on standard output. */
  readonly json: BatchJson;
  readonly stderr: string;
  readonly ms: number;
}

/** Runs batch commands on one profile. */
export interface BatchRunner {
  readonly profile: string;
  /** With the passphrase. */
  run(...words: readonly string[]): Promise<BatchOutcome>;
  /** Without it. */
  locked(...words: readonly string[]): Promise<BatchOutcome>;
}

/** No name resolves: batch has to do without a network as well. */
const NO_NETWORK = ['--host-resolver-rules=MAP * ~NOTFOUND'];
const LONGEST_MS = 60_000;

/** Batch commands as a scheduler starts them: the packaged app, its standard output read as exactly one JSON object. */
export function batchOn(
  command: AppCommand,
  options: {
    readonly profile: string;
    readonly passphraseFile: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly release?: boolean;
  },
): BatchRunner {
  const { profile, passphraseFile } = options;
  const start = (words: readonly string[]): Promise<BatchOutcome> => {
    const args = [...command.args, ...(options.release ? [] : NO_NETWORK), '--batch', ...words, '--profile', profile];
    return runBatchProcess(command.file, args, { ...command.env, ...options.env });
  };
  return {
    profile,
    run: (...words) => start([...words, '--passphrase-file', passphraseFile]),
    locked: (...words) => start(words),
  };
}

function runBatchProcess(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<BatchOutcome> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (exit) => {
      const stderr = Buffer.concat(errors).toString('utf8');
      const stdout = Buffer.concat(out).toString('utf8');
      const ms = Math.round(performance.now() - started);
      try {
        resolve({ exit, json: oneJsonObject(stdout), stderr, ms });
      } catch (cause) {
        const said = `standard output: ${JSON.stringify(stdout.slice(0, 300))}\nstandard error: ${stderr.slice(-1500)}`;
        reject(new Error(`not one JSON object after ${ms} ms, exit ${exit}\n${said}`, { cause }));
      }
    });
  });
}

/** The contract: exactly one JSON object, nothing before it and nothing behind it. */
function oneJsonObject(stdout: string): BatchJson {
  const value: unknown = JSON.parse(stdout);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return value as BatchJson;
}
