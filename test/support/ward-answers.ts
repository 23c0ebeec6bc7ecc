import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An answer or several, children included, as FHIR writes them. */
type Answer = Readonly<Record<string, unknown>>;

interface Item {
  readonly linkId: string;
  readonly text?: string;
  readonly answer?: readonly Answer[];
  readonly item?: readonly Item[];
}

interface Question {
  readonly linkId: string;
  readonly answerOption?: readonly { readonly valueCoding?: { readonly code?: string } }[];
  readonly item?: readonly Question[];
}

const forms = join(import.meta.dirname, '..', '..', 'renderer', 'content', 'library', 'forms');

/** A shipped form's file, as another program would read it. */
export function shippedForm(id: string): {
  readonly id: string;
  readonly version: string;
  readonly url: string;
  readonly item: readonly Question[];
} {
  return JSON.parse(readFileSync(join(forms, `${id}.json`), 'utf8')) as ReturnType<typeof shippedForm>;
}

const group = (linkId: string, ...item: readonly Item[]): Item => ({ linkId, item });
const says = (linkId: string, ...answer: readonly Answer[]): Item => ({ linkId, answer });
const text = (linkId: string, valueString: string): Item => says(linkId, { valueString });
const whole = (linkId: string, valueInteger: number): Item => says(linkId, { valueInteger });
const moment = (linkId: string, valueDateTime: string): Item => says(linkId, { valueDateTime });

/** The form's own coding: a program that answers a form takes it from there. */
function coded(form: string, linkId: string, ...codes: readonly string[]): Item {
  const find = (items: readonly Question[]): Question | undefined =>
    items.flatMap((each) => (each.linkId === linkId ? [each] : (find(each.item ?? []) ?? [])))[0];
  const options = find(shippedForm(form).item)?.answerOption ?? [];
  return says(
    linkId,
    ...codes.map((code) => {
      const valueCoding = options.find((option) => option.valueCoding?.code === code)?.valueCoding;
      if (!valueCoding) throw new Error(`${form}: no option ${code} in ${linkId}`);
      return { valueCoding };
    }),
  );
}

function response(form: string, ...item: readonly Item[]) {
  const { url, version } = shippedForm(form);
  return { resourceType: 'QuestionnaireResponse', questionnaire: `${url}|${version}`, status: 'completed', item };
}

/** F10: an urgent laboratory request with a sentence of free text; `at` is when the specimen was taken. */
export function labRequest(at: string, details: string) {
  return response(
    'F10',
    group('request', coded('F10', 'priority', 'urgent')),
    group('tests-section', coded('F10', 'tests', 'fbc', 'u-and-e')),
    group(
      'clinical',
      text('clinical-details', details),
      text('requester', 'DR OKAFOR, registrar'),
      text('contact', 'bleep 4412'),
      text('result-to', 'Ward 7B, 5512'),
    ),
    group(
      'specimen-section',
      moment('collected-at', at),
      text('collected-by', 'A. NURSE'),
      coded('F10', 'specimen', 'venous'),
      text('two-ids', 'AN'),
    ),
  );
}

/** F21: the head of a ward's issue log, nothing wrong yet. */
export function issueLog(unit: string) {
  return response('F21', group('sheet', text('unit', unit)));
}

/** F06: one set of vital signs of a patient who is unwell; parts of it may be replaced to break it. */
export function vitalSigns(at: string, more: { readonly pulse?: number; readonly diastolic?: number } = {}) {
  return response(
    'F06',
    group('place', moment('obs-at', at)),
    group(
      'breathing',
      whole('rr', 24),
      whole('spo2', 94),
      coded('F06', 'spo2-scale', '1'),
      coded('F06', 'o2-device', 'air'),
    ),
    group(
      'circulation',
      whole('hr', more.pulse ?? 112),
      whole('bp-sys', 104),
      whole('bp-dia', more.diastolic ?? 61),
      says('temp', { valueDecimal: 38.4 }),
    ),
    group('disability', coded('F06', 'acvpu', 'A')),
  );
}

/** F04: one regular medicine with a dose given. */
export function medicationRecord(givenAt: string, drug: string) {
  return response(
    'F04',
    group(
      'regular',
      text('regular-drug', drug),
      text('regular-dose', '1 g'),
      text('regular-route', 'PO'),
      text('regular-frequency', 'four times a day'),
      text('regular-prescriber', 'DR OKAFOR'),
      group(
        'regular-doses',
        moment('regular-due', givenAt),
        coded('F04', 'regular-code', 'G'),
        moment('regular-given-at', givenAt),
        text('regular-dose-given', '1 g'),
        text('regular-by', 'AN'),
      ),
    ),
  );
}
