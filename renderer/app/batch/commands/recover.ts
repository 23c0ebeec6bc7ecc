import {
  type BatchCommand,
  type BatchContext,
  BatchRefusal,
  EXIT,
  type ExitCode,
  type InputFile,
  refusedInput,
  usage,
} from '../command';

const MESSAGES: Readonly<Record<string, readonly [ExitCode, string, string]>> = {
  'vault-file-damaged': [
    EXIT.damaged,
    '--vault',
    'this is no readable vault file; there are two copies in the folder keys of the profile, and one in every backup',
  ],
  'newer-format': [EXIT.refused, '--journal', 'these files were written by a newer version; use that version'],
  'no-journal': [EXIT.refused, '--journal', 'no journal file in this folder; give the folder journal of the profile'],
  'other-vault': [EXIT.refused, '--journal', 'this journal belongs to another vault than the vault file'],
  'wrong-passphrase': [
    EXIT.locked,
    '--passphrase-file',
    'the passphrase file holds neither a passphrase nor the recovery code of this vault',
  ],
};

/** Every readable record out of a journal, when the app itself will not start. */
export const recover: BatchCommand = {
  words: ['recover'],
  about:
    'writes every readable record of a journal folder as CSV, in plain text, without the database; --profile may be any empty folder',
  options: {
    journal: {
      value: 'DIR',
      required: true,
      about: 'folder journal of the profile, its second place, or a copy of either',
    },
    vault: { value: 'FILE', required: true, about: 'keys/vault.a.json or vault.b.json of the profile, or a backup' },
    sealed: {
      value: 'DIR',
      about: 'folder sealed of the profile: the last known patients, whom the journal only names by id',
    },
    out: { value: 'DIR', required: true, about: 'folder for the CSV files' },
  },
  needs: 'nothing',
  standsAlone: true,
  json: '{entries, outages, patients, vault, unreadable:[{file, line, device, seq, type, why}], files:[{name, records}]}',
  async run(context) {
    const { box, passphrase } = context;
    if (passphrase === undefined)
      throw usage('recover needs --passphrase-file FILE with a passphrase or the recovery code', '--passphrase-file');
    const [vault, second] = await given(context, 'vault');
    if (!vault || second) throw refusedInput({ code: 'not-a-file', where: '--vault' }, 'give one file');
    const read = await box.recovery.read({
      journal: await given(context, 'journal'),
      vault: vault.bytes,
      snapshots: await given(context, 'sealed'),
      secret: passphrase,
    });
    if (!read.ok) {
      const [exit, where, message] = MESSAGES[read.error.code] ?? [EXIT.refused, '', read.error.code];
      throw new BatchRefusal(exit, { ...read.error, message, where });
    }
    const { files, ...facts } = read.value;
    context.progress('the files hold patients in plain text: keep them where patients may be kept');
    for (const file of files) await context.writeOutput(file.name, file.bytes);
    return {
      exit: facts.unreadable.length === 0 ? EXIT.done : EXIT.damaged,
      json: { ...facts, files: files.map(({ name, records }) => ({ name, records })) },
    };
  },
};

async function given(context: BatchContext, option: string): Promise<readonly InputFile[]> {
  const path = context.option(option);
  return path === undefined ? [] : context.readInput(path);
}
