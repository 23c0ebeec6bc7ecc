import {
  HL7_VERSIONS,
  parseExportSettings,
  type ExportSettings,
  type Hl7Version,
} from '../../../domain/workstation/export-settings';
import type { ExportFormat } from '../../use-export';
import {
  type BatchAnswer,
  type BatchCommand,
  type BatchContext,
  done,
  EXIT,
  jsonBytes,
  readJson,
  refusedInput,
  usage,
} from '../command';

const FORMATS = ['fhir', 'ndjson', 'hl7v2', 'csv', 'xlsx', 'pdf'];

/** What a site may say about every export, for this once. */
const SETTING_OPTIONS = {
  settings: { value: 'FILE', about: 'JSON laid over what the site has set, for this run (see export-settings)' },
  'hl7-version': { value: 'V', oneOf: HL7_VERSIONS, about: 'version of HL7 v2' },
  test: { value: '', flag: true, about: 'marked as test: MSH-11 T, other message ids' },
  'no-documents': { value: '', flag: true, about: 'without the PDF of each patient in FHIR and HL7 v2' },
  charges: { value: '', flag: true, about: 'HL7 v2: DFT^P03 for doses given and tests' },
} as const;

/** The outage for others. */
export const exportOutage: BatchCommand = {
  words: ['export'],
  about: 'writes the outage for other systems, with manifest.json',
  options: {
    format: { value: 'F', required: true, oneOf: FORMATS, about: FORMATS.join(', ') },
    out: { value: 'DIR', about: 'folder; made when missing. Needed unless --dry-run' },
    since: { value: 'TOKEN', about: 'only what changed since the export that answered this token' },
    changes: { value: '', flag: true, about: 'only what changed since the last export of this format' },
    'dry-run': { value: '', flag: true, about: 'says what would be written, writes nothing' },
    bom: { value: '', flag: true, about: 'CSV with a byte order mark, for spreadsheets' },
    'zip-password-file': { value: 'FILE', about: 'one AES-256 archive under the first line of this file' },
    ...SETTING_OPTIONS,
  },
  needs: 'vault',
  json: '{files:[{name, sha256, records}], unmapped:[…], token, counts, written}',
  async run(context) {
    const { box } = context;
    const format = context.option('format') as ExportFormat;
    const out = context.option('out');
    const isDry = context.flag('dry-run');
    if (out === undefined && !isDry) throw usage('export: --out DIR is needed', '--out');
    if (context.flag('changes') && context.option('since') !== undefined)
      throw usage('--changes and --since exclude each other', '--changes');
    const since = context.flag('changes') ? box.exports.lastToken(format) : context.option('since');
    const password = await passwordOf(context);
    const made = await box.exports.make({
      format,
      settings: { ...(await settingsOf(context)), ...(context.flag('bom') ? { csvBom: true } : {}) },
      ...(since === undefined ? {} : { since }),
      ...(password === undefined ? {} : { zipPassword: password }),
      ...(out === undefined ? {} : { to: out }),
    });
    if (!made.ok) throw refusedInput(made.error);
    if (!isDry) {
      // The manifest is the last: a folder without it is no whole export.
      for (const file of made.value.files) await context.writeOutput(file.name, file.bytes);
      await box.exports.wrote(made.value, out);
    }
    const { files, unmapped, token, counts } = made.value;
    const listed = files.map(({ name, sha256, records }) => ({ name, sha256, records }));
    return done({ files: listed, unmapped, token, counts, written: !isDry });
  },
};

/** Sends the outage to the interface engine. */
export const exportSend: BatchCommand = {
  words: ['send'],
  about: 'sends the outage as HL7 v2 over MLLP to the interface engine; goes on where it stopped',
  options: {
    to: { value: 'HOST:PORT', about: 'the interface engine, kept for later; a policy of IT goes before it' },
    'dry-run': { value: '', flag: true, about: 'says how the messages stand, sends nothing' },
    ...SETTING_OPTIONS,
  },
  needs: 'vault',
  json: '{accepted, rejected, held, waiting, sent, marked, refusals:[{control, kind, code, reason}], stopped}',
  async run(context): Promise<BatchAnswer> {
    const { box } = context;
    await setReceiver(context);
    const settings = await settingsOf(context);
    const outcome = context.flag('dry-run')
      ? await box.sending.look(settings)
      : await box.sending.send(settings, (at, of) => {
          if (at % 100 === 0) context.progress(`${at} of ${of} messages`);
        });
    if (!outcome.ok) throw refusedInput(outcome.error);
    const isWhole = outcome.value.rejected + outcome.value.held + outcome.value.waiting === 0;
    return { exit: isWhole || context.flag('dry-run') ? EXIT.done : EXIT.refused, json: { ...outcome.value } };
  },
};

/** What the site has set for its exports. */
export const exportSettings: BatchCommand = {
  words: ['export-settings'],
  about: 'shows how exports are written; with --file it is set anew, whole',
  options: {
    file: {
      value: 'FILE',
      about:
        'JSON: {mrnSystem, mrnAuthority, sender, receiver, hl7Version, test, csvBom, documents, charges, dictionaries:{locations, providers, tests, units}}',
    },
    out: { value: 'FILE', about: 'writes what is set, to be edited' },
  },
  needs: 'vault',
  json: '{settings}',
  async run(context) {
    const { box } = context;
    const file = context.option('file');
    if (file !== undefined) {
      const set = await box.exports.configure(await readJson(context, file));
      if (!set.ok) throw refusedInput({ ...set.error, where: `${file}: ${set.error.where ?? ''}` });
    }
    const settings = box.exports.settings();
    if (context.option('out') !== undefined) await context.writeOutput(null, jsonBytes(settings));
    return done({ settings });
  },
};

async function settingsOf(context: BatchContext): Promise<ExportSettings> {
  const file = context.option('settings');
  const given = file === undefined ? undefined : parseExportSettings(await readJson(context, file));
  if (given !== undefined && !given.ok) {
    const [first] = given.error;
    throw refusedInput({
      code: 'bad-export-settings',
      where: `${file ?? ''}: ${first?.where ?? ''}`,
      message: `${first?.where ?? ''} ${first?.message ?? ''}`,
      problems: given.error,
    });
  }
  const version = context.option('hl7-version');
  return {
    ...given?.value,
    ...(version === undefined ? {} : { hl7Version: version as Hl7Version }),
    ...(context.flag('test') ? { test: true } : {}),
    ...(context.flag('no-documents') ? { documents: false } : {}),
    ...(context.flag('charges') ? { charges: true } : {}),
  };
}

async function passwordOf(context: BatchContext): Promise<string | undefined> {
  const path = context.option('zip-password-file');
  if (path === undefined) return undefined;
  const [file] = await context.readInput(path);
  return new TextDecoder().decode(file?.bytes ?? new Uint8Array()).split(/\r?\n/, 1)[0] ?? '';
}

async function setReceiver(context: BatchContext): Promise<void> {
  const to = context.option('to');
  if (to === undefined) return;
  const refused = await context.box.sending.setReceiver(to);
  if (!refused.ok) throw refusedInput(refused.error);
}
