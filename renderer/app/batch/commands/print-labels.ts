import type { LabelPrintRequest } from '../../label-plan';
import type { Paper } from '../../ports';
import { type BatchAnswer, type BatchCommand, type BatchContext, done, EXIT, refusedInput, usage } from '../command';
import { onePatient } from './census';
import { whole } from './print';

/** Sheets by the names on their boxes, with the labels on each. */
const SHEETS: Readonly<Record<string, { readonly paper: Paper; readonly labels: number }>> = {
  'a4-3x7': { paper: 'A4', labels: 21 },
  l7160: { paper: 'A4', labels: 21 },
  'letter-3x10': { paper: 'Letter', labels: 30 },
  '5160': { paper: 'Letter', labels: 30 },
};

const KINDS = ['patient', 'specimen', 'wristband', 'medicine', 'document'] as const;

/** Labels for patients, on label sheets or for a label printer. */
export const printLabels: BatchCommand = {
  words: ['print', 'labels'],
  about: 'labels of one kind, in bed order; a specimen label per laboratory request signed so far',
  options: {
    patients: { value: 'all|MRN,…', required: true, many: true, about: 'by MRN or downtime number; all: the board' },
    ward: { value: 'W', about: 'with --patients all: only this ward' },
    kind: { value: 'K', oneOf: KINDS, about: 'what they are stuck on; patient when left out' },
    stock: {
      value: 'S',
      about: 'A4-3x7 (L7160) or Letter-3x10 (5160); left out: by --paper. With --zpl WxH of the label in mm (50x25)',
    },
    paper: {
      value: 'P',
      oneOf: ['A4', 'Letter'],
      about: 'A4 (default) or Letter; as the stock says when one is named',
    },
    copies: { value: 'N', about: 'of each label (1)' },
    first: { value: 'N', about: 'first free label of a sheet in use, counted from 1' },
    zpl: { value: '', flag: true, about: 'writes ZPL for a label printer in place of a PDF' },
    out: { value: 'FILE', required: true, about: 'where to: FILE.pdf, or FILE.zpl with --zpl' },
  },
  needs: 'vault',
  json: '{file, pages, sheets:[{form, version, serial, patient, page, of, place}], overflow:[…], ms}',
  async run(context) {
    const started = performance.now();
    const zpl = context.flag('zpl');
    const sheet = zpl ? { paper: 'A4' as const, labels: 21 } : sheetOf(context);
    if (zpl && context.option('first') !== undefined) throw usage('a roll has no first label', '--first');
    const request: LabelPrintRequest = {
      kind: 'labels',
      label: KINDS.find((kind) => kind === context.option('kind')) ?? 'patient',
      patients: patientsOf(context),
      copies: context.option('copies') === undefined ? 1 : whole(context, 'copies', 1, 200),
      ...(context.option('first') === undefined ? {} : { first: whole(context, 'first', 1, sheet.labels) }),
      paper: sheet.paper,
    };
    return zpl ? writeZpl(context, request, started) : writePdf(context, request, started);
  },
};

function sheetOf(context: BatchContext): (typeof SHEETS)[string] {
  const stock = context.option('stock');
  const paper = context.option('paper');
  const byPaper = SHEETS[paper === 'Letter' ? 'letter-3x10' : 'a4-3x7'];
  const sheet = stock === undefined ? byPaper : SHEETS[stock.toLowerCase()];
  if (!sheet)
    throw usage('--stock: A4-3x7, L7160, Letter-3x10 or 5160; with --zpl the size in mm, as 50x25', '--stock');
  if (stock !== undefined && paper !== undefined && paper !== sheet.paper)
    throw usage(`--stock ${stock} is on ${sheet.paper}, not on ${paper}: leave --paper out`, '--paper');
  return sheet;
}

function patientsOf(context: BatchContext): readonly string[] {
  const named = context.options('patients');
  const ward = context.option('ward');
  const all = named.length === 1 && named[0] === 'all';
  if (!all && ward !== undefined) throw usage('--ward goes with --patients all', '--ward');
  if (!all) return named.map((name) => onePatient(context.box.patients.named(name), name).id);
  const here = context.box.patients
    .board()
    .filter((one) => (one.presence === 'present' || one.presence === 'off-unit') && (ward ?? one.ward) === one.ward);
  if (here.length === 0)
    throw refusedInput(
      { code: 'no-patients', where: ward === undefined ? '--patients' : '--ward' },
      'nobody to print a label for is on the board',
    );
  return here.map((one) => one.id);
}

async function writePdf(context: BatchContext, request: LabelPrintRequest, started: number): Promise<BatchAnswer> {
  const { box } = context;
  const plan = await box.print.plan(request);
  if (!plan.ok) throw refusedInput(plan.error);
  context.progress(`${plan.value.labels?.length ?? 0} labels`);
  const printed = await box.print.toPdf(plan.value);
  if (!printed.ok) return { exit: EXIT.refused, json: { ...printed.error, file: null, pages: 0, sheets: [] } };
  const file = await context.writeOutput(null, printed.value.pdf);
  const { pages } = printed.value;
  const numbers = new Map(box.patients.board().map((one) => [one.id, one.mrn ?? one.downtimeNumber ?? null]));
  const sheets = (plan.value.labels ?? []).map(({ patient, accession, page, place }) => ({
    form: 'F29',
    version: request.label,
    serial: accession ?? null,
    patient: numbers.get(patient) ?? null,
    page,
    of: pages,
    place,
  }));
  return done({
    file,
    pages,
    labels: sheets.length,
    sheets,
    overflow: [],
    ms: Math.round(performance.now() - started),
  });
}

async function writeZpl(context: BatchContext, request: LabelPrintRequest, started: number): Promise<BatchAnswer> {
  const made = await context.box.print.toZpl(request, zplStock(context));
  if (!made.ok) throw refusedInput(made.error);
  const file = await context.writeOutput(null, new TextEncoder().encode(made.value.zpl));
  const { labels } = made.value;
  return done({ file, pages: 0, labels, sheets: [], overflow: [], ms: Math.round(performance.now() - started) });
}

function zplStock(context: BatchContext): {
  readonly width: number;
  readonly height: number;
  readonly dotsPerMm: number;
} {
  const size = /^(\d{2,3})x(\d{2,3})$/i.exec(context.option('stock') ?? '50x25');
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  if (!size || width < 40 || width > 110 || height < 20 || height > 200)
    throw usage('--stock with --zpl: WxH of the label in mm, 40x20 to 110x200', '--stock');
  return { width, height, dotsPerMm: 8 };
}
