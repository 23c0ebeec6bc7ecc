import type { Box } from '../box';
import type { Refused } from '../refusal';

/** Exit codes of the batch contract. */
export const EXIT = {
  done: 0,
  internal: 1,
  usage: 2,
  refused: 3,
  locked: 4,
  damaged: 5,
  notWritten: 6,
  inUse: 7,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command answers: the one JSON object and how the process ends. */
export interface BatchAnswer {
  readonly exit: ExitCode;
  readonly json: Readonly<Record<string, unknown>>;
}

/** An option of a command. */
export interface OptionSpec {
  readonly value: string;
  readonly required?: boolean;
  /** May be given more than once; values are also split at commas. */
  readonly many?: boolean;
  /** Takes no value. */
  readonly flag?: boolean;
  readonly oneOf?: readonly string[];
  readonly about: string;
}

/** An input file, read by the shell because its path stood on the command line. */
export interface InputFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a command works with. */
export interface BatchContext {
  readonly box: Box;
  readonly positionals: readonly string[];
  option(name: string): string | undefined;
  options(name: string): readonly string[];
  flag(name: string): boolean;
  readInput(path: string): Promise<readonly InputFile[]>;
  /** Writes the --out file itself (name null) or a file in the --out folder; answers its path. */
  writeOutput(name: string | null, bytes: Uint8Array): Promise<string>;
  progress(text: string): void;
  readonly passphrase: string | undefined;
}

/** One command of the contract. */
export interface BatchCommand {
  readonly words: readonly string[];
  readonly about: string;
  readonly positionals?: { readonly name: string; readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** `vault`: unlocked with --passphrase-file before it runs. */
  readonly needs: 'nothing' | 'vault';
  /** Runs without the profile's data being opened: for when it cannot be. */
  readonly standsAlone?: true;
  readonly json: string;
  run(context: BatchContext): Promise<BatchAnswer>;
}

/** Stops a command with a refusal and an exit code. */
export class BatchRefusal extends Error {
  override readonly name = 'BatchRefusal';
  constructor(
    readonly exit: ExitCode,
    readonly refused: Refused & { readonly message: string },
  ) {
    super(refused.code);
  }
}

/** A refusal for wrong words or options, exit 2. */
export function usage(message: string, where = ''): BatchRefusal {
  return new BatchRefusal(EXIT.usage, { code: 'usage', message, where });
}

/** A refusal of the input, exit 3. */
export function refusedInput(refused: Refused, message?: string): BatchRefusal {
  return new BatchRefusal(EXIT.refused, { where: '', ...refused, message: refused.message ?? message ?? refused.code });
}

/** Done. */
export function done(json: Readonly<Record<string, unknown>>): BatchAnswer {
  return { exit: EXIT.done, json };
}

/** Bytes of a JSON value, readable. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** Reads one input file as JSON; a refusal names the file and, where the engine tells it, the place. */
export async function readJson(context: BatchContext, path: string): Promise<unknown> {
  const [file] = await context.readInput(path);
  if (!file) throw refusedInput({ code: 'not-found', where: path }, 'no such file');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes).replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? cause.message.replace(/"[^"]*"/g, '…') : 'not UTF-8 text';
    throw refusedInput({ code: 'not-json', where: path }, `not a JSON file: ${why}`);
  }
}
