import type { BatchRequest } from '../../../electron/ipc/contract';
import type { Box } from '../box';
import { PortFailure, type PortFailureCode } from '../ports';
import {
  type BatchAnswer,
  type BatchCommand,
  type BatchContext,
  BatchRefusal,
  EXIT,
  type ExitCode,
  type InputFile,
  refusedInput,
  type OptionSpec,
  usage,
} from './command';
import { batchHelp } from './help';

/** What the shell does for a batch command. */
export interface BatchShell {
  readInput(path: string): Promise<readonly InputFile[]>;
  writeOutput(name: string | null, bytes: Uint8Array): Promise<string>;
  progress(text: string): void;
}

/** Options every command takes; the shell has dealt with them already. */
const GLOBAL_OPTIONS: readonly string[] = ['profile', 'passphrase-file', 'help', 'batch'];

const EXIT_OF_FAILURE: Partial<Record<PortFailureCode, ExitCode>> = {
  'disk-full': EXIT.notWritten,
  'not-writable': EXIT.notWritten,
  locked: EXIT.locked,
  'wrong-key': EXIT.locked,
  'device-secret-missing': EXIT.locked,
  'keyring-unsafe': EXIT.locked,
  'slot-closed': EXIT.locked,
  damaged: EXIT.damaged,
  'journal-damaged': EXIT.damaged,
  'database-unopenable': EXIT.damaged,
  'fewer-than-journal': EXIT.damaged,
  'newer-version': EXIT.damaged,
  'not-found': EXIT.refused,
  'not-allowed': EXIT.usage,
  'too-large': EXIT.refused,
};

/** Opens the box and runs one command of the batch contract; never throws: a run without an answer would hang unseen. */
export async function runBatch(
  box: Box & { open(): Promise<void> },
  commands: readonly BatchCommand[],
  request: BatchRequest,
  shell: BatchShell,
): Promise<BatchAnswer> {
  try {
    if (request.words.length === 0 || request.words[0] === 'help' || request.options['help'])
      return {
        exit: request.words.length === 0 && !request.options['help'] ? EXIT.usage : EXIT.done,
        json: batchHelp(commands),
      };
    const command = commandFor(commands, request);
    if (!command) throw usage(`unknown command: ${request.words.slice(0, 2).join(' ')}. --help lists all`);
    const context = contextOf(box, command, request, shell);
    if (!command.standsAlone) await box.open();
    const failure = box.state.get().failure;
    if (failure && failure.code !== 'internal') throw new PortFailure(failure.code, 'the box could not open');
    if (command.needs === 'vault') await unlock(box, request);
    return await command.run(context);
  } catch (cause) {
    return answerOf(cause);
  }
}

/** The command a request names. */
function commandFor(commands: readonly BatchCommand[], request: BatchRequest): BatchCommand | undefined {
  return commands.find((c) => c.words.every((word, i) => request.words[i] === word));
}

async function unlock(box: Box, request: BatchRequest): Promise<void> {
  if (!box.state.get().vault?.exists)
    throw new BatchRefusal(EXIT.locked, {
      code: 'no-vault',
      message: 'no vault in this profile yet: run init first',
      where: '--profile',
    });
  if (request.passphrase === undefined) throw usage('this command needs --passphrase-file FILE', '--passphrase-file');
  const signedIn = await box.signIn({ secret: request.passphrase, kind: 'passphrase' });
  if (!signedIn.ok)
    throw new BatchRefusal(EXIT.locked, {
      ...signedIn.error,
      message: 'the passphrase does not open this vault',
      where: '--passphrase-file',
    });
}

function contextOf(box: Box, command: BatchCommand, request: BatchRequest, shell: BatchShell): BatchContext {
  const positionals = request.words.slice(command.words.length);
  const { min, max, name } = command.positionals ?? { min: 0, max: 0, name: '' };
  if (positionals.length < min) throw usage(`${command.words.join(' ')}: ${name} missing`, name);
  if (positionals.length > max) throw usage(`${command.words.join(' ')}: too many words`, positionals[max] ?? '');
  const valuesOf = (option: string, spec: OptionSpec | undefined): readonly string[] => {
    const given = request.options[option] ?? [];
    return spec?.many ? given.flatMap((value) => value.split(',')).filter((value) => value !== '') : given;
  };
  for (const [option, values] of Object.entries(request.options)) {
    if (GLOBAL_OPTIONS.includes(option)) continue;
    const spec = command.options[option];
    if (!spec) throw usage(`${command.words.join(' ')}: unknown option --${option}`, `--${option}`);
    if (!spec.many && values.length > 1) throw usage(`--${option} given more than once`, `--${option}`);
    if (!spec.flag && values.includes('')) throw usage(`--${option} needs a value: ${spec.value}`, `--${option}`);
    const wrong = spec.oneOf && valuesOf(option, spec).find((value) => !spec.oneOf?.includes(value));
    if (wrong !== undefined) throw usage(`--${option}: one of ${spec.oneOf?.join(', ')}`, `--${option}`);
  }
  for (const [option, spec] of Object.entries(command.options))
    if (spec.required && !request.options[option]) throw usage(`--${option} ${spec.value} is needed`, `--${option}`);
  return {
    box,
    positionals,
    option: (option) => request.options[option]?.[0],
    options: (option) => valuesOf(option, command.options[option]),
    flag: (option) => request.options[option] !== undefined,
    readInput: (path) => readInput(shell, path),
    writeOutput: shell.writeOutput,
    progress: shell.progress,
    passphrase: request.passphrase,
  };
}

async function readInput(shell: BatchShell, path: string): Promise<readonly InputFile[]> {
  try {
    return await shell.readInput(path);
  } catch (cause) {
    if (!(cause instanceof PortFailure) || cause.code !== 'not-found') throw cause;
    throw refusedInput({ code: 'not-found', where: path }, 'there is no such file or folder');
  }
}

function answerOf(cause: unknown): BatchAnswer {
  if (cause instanceof BatchRefusal) return { exit: cause.exit, json: { ...cause.refused } };
  if (cause instanceof PortFailure)
    return {
      exit: EXIT_OF_FAILURE[cause.code] ?? EXIT.internal,
      json: { code: cause.code, message: cause.message, where: '' },
    };
  // A bug: name and stack place only, since a message may carry what somebody typed.
  const name = cause instanceof Error ? cause.name : 'unknown';
  const place = cause instanceof Error ? (cause.stack?.split('\n')[1]?.trim() ?? '') : '';
  return {
    exit: EXIT.internal,
    json: { code: 'internal', message: `defect in the program: ${name} ${place}`, where: '' },
  };
}
