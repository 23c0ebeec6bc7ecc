import type { Paper } from '../../ports';
import type { PrintPlan, PrintRequest } from '../../print-plan';
import {
  type BatchAnswer,
  type BatchCommand,
  type BatchContext,
  BatchRefusal,
  done,
  EXIT,
  refusedInput,
  usage,
} from '../command';
import { onePatient } from './census';

/** The paper option of everything that prints. */
export const PAPER = { paper: { value: 'P', oneOf: ['A4', 'Letter'], about: 'A4 (default) or Letter' } } as const;
const OUT = { out: { value: 'FILE.pdf', required: true, about: 'where to' } } as const;
const ANSWER = '{file, pages, sheets:[{form, version, serial, patient, page, of}], overflow:[…], ms}';

/** Blank forms, or a signed form again. */
export const printForm: BatchCommand = {
  words: ['print', 'form'],
  about: 'blank forms to write on; with --patient the form prefilled for one patient',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: {
    ...PAPER,
    ...OUT,
    blank: { value: '', flag: true, about: 'empty, for hand-writing' },
    copies: { value: 'N', about: 'how many (1)' },
    rows: { value: 'N', about: 'empty writing rows of tables' },
    patient: { value: 'MRN|D', about: 'prefilled for this patient' },
  },
  needs: 'nothing',
  json: ANSWER,
  async run(context) {
    const forms = [context.positionals[0] ?? ''];
    const paper = paperOf(context);
    const named = context.option('patient');
    if (named === undefined) {
      if (!context.box.state.get().vault?.exists)
        throw new BatchRefusal(EXIT.locked, {
          code: 'no-vault',
          message: 'no vault in this profile yet: run init first',
          where: '--profile',
        });
      const rows = context.option('rows') === undefined ? {} : { rows: whole(context, 'rows', 1, 200) };
      return printRequest(context, {
        kind: 'blank',
        forms,
        paper,
        copies: context.option('copies') === undefined ? 1 : whole(context, 'copies', 1, 500),
        ...rows,
      });
    }
    await unlocked(context);
    const patient = onePatient(context.box.patients.named(named), named);
    return printRequest(context, { kind: 'patients', forms, patients: [patient.id], paper });
  },
};

/** Every form for every patient of a ward. */
export const printPack: BatchCommand = {
  words: ['print', 'pack'],
  about: 'forms for the patients of a ward, prefilled, in bed order',
  options: {
    ...PAPER,
    ...OUT,
    ward: { value: 'W', required: true, about: 'ward' },
    forms: { value: 'A,B', many: true, about: 'F04,F06,F10 when left out' },
    patients: { value: 'all|MRN,…', many: true, about: 'all when left out' },
  },
  needs: 'vault',
  json: ANSWER,
  run(context) {
    const { box } = context;
    const ward = context.option('ward');
    const named = context.options('patients');
    const forms = context.options('forms');
    const board = box.patients
      .board()
      .filter((one) => one.ward === ward && (one.presence === 'present' || one.presence === 'off-unit'));
    const all = named.length === 0 || (named.length === 1 && named[0] === 'all');
    const patients = all
      ? board.map((one) => one.id)
      : named.map((name) => onePatient(box.patients.named(name), name).id);
    if (patients.length === 0)
      throw refusedInput({ code: 'no-patients', where: '--ward' }, `nobody of ward ${ward ?? ''} is on the board`);
    return printRequest(context, {
      kind: 'patients',
      forms: forms.length === 0 ? ['F04', 'F06', 'F10'] : forms,
      patients,
      paper: paperOf(context),
    });
  },
};

/** The paper asked for; A4 when nobody says. */
export const paperOf = (context: BatchContext): Paper => (context.option('paper') === 'Letter' ? 'Letter' : 'A4');

/** A whole number of an option, within bounds; refused otherwise. */
export function whole(context: BatchContext, option: string, min: number, max: number): number {
  const value = Number(context.option(option));
  if (!Number.isInteger(value) || value < min || value > max)
    throw usage(`--${option}: a whole number from ${min} to ${max}`, `--${option}`);
  return value;
}

async function unlocked(context: BatchContext): Promise<void> {
  if (context.passphrase === undefined) throw usage('patients need --passphrase-file FILE', '--passphrase-file');
  const signedIn = await context.box.signIn({ secret: context.passphrase, kind: 'passphrase' });
  if (!signedIn.ok)
    throw new BatchRefusal(EXIT.locked, {
      ...signedIn.error,
      message: 'the passphrase does not open this vault',
      where: '--passphrase-file',
    });
}

/** Plans, prints to the --out file and answers what lies where. */
export async function printRequest(context: BatchContext, request: PrintRequest): Promise<BatchAnswer> {
  const started = performance.now();
  const plan = await context.box.print.plan(request);
  if (!plan.ok) {
    const form = typeof plan.error['form'] === 'string' ? plan.error['form'] : '';
    throw refusedInput(
      { ...plan.error, where: form },
      plan.error.code === 'unknown-form' ? `no form ${form} in the library; library list shows all` : plan.error.code,
    );
  }
  context.progress(`${plan.value.pages} pages`);
  const printed = await context.box.print.toPdf(plan.value);
  if (!printed.ok)
    return {
      exit: EXIT.refused,
      json: { ...printed.error, file: null, pages: 0, sheets: [], overflow: plan.value.overflow },
    };
  const file = await context.writeOutput(null, printed.value.pdf);
  return done({
    file,
    pages: printed.value.pages,
    sheets: sheetPages(context, plan.value),
    overflow: [],
    ms: Math.round(performance.now() - started),
  });
}

/** One line per page, as a finisher or a checker wants it. */
function sheetPages(context: BatchContext, plan: PrintPlan): readonly unknown[] {
  const numbers = new Map(context.box.patients.board().map((one) => [one.id, one.mrn ?? one.downtimeNumber ?? null]));
  return plan.sheets.flatMap((sheet) =>
    Array.from({ length: sheet.pages }, (_, i) => ({
      form: sheet.form,
      version: sheet.version,
      serial: sheet.serial,
      patient: sheet.patient === undefined ? null : (numbers.get(sheet.patient) ?? null),
      page: i + 1,
      of: sheet.pages,
    })),
  );
}
