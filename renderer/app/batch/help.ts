import type { BatchCommand } from './command';

/** Every command with its options, as the one JSON object of `--help`. */
export function batchHelp(commands: readonly BatchCommand[]): Readonly<Record<string, unknown>> {
  return {
    usage: 'downtime-box --batch COMMAND [options]',
    options: {
      '--profile DIR': 'data folder',
      '--passphrase-file FILE': "a manager's passphrase; nothing secret stands on the command line",
      '--help': 'this page',
    },
    exit: {
      0: 'done',
      1: 'defect in the program',
      2: 'usage',
      3: 'input refused, in part or whole',
      4: 'locked or wrong key',
      5: 'data damaged or copies differ',
      6: 'could not write',
      7: 'in use',
    },
    commands: commands.map((command) => ({
      command: [...command.words, ...(command.positionals ? [command.positionals.name] : [])].join(' '),
      about: command.about,
      options: Object.fromEntries(
        Object.entries(command.options).map(([name, spec]) => [
          `--${name}${spec.flag ? '' : ` ${spec.value}`}`,
          `${spec.about}${spec.required ? ' (needed)' : ''}`,
        ]),
      ),
      answers: command.json,
    })),
  };
}
