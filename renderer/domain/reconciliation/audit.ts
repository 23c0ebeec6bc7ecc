import type { Patient } from '../patient/patient';
import { dataClassOf } from './data-class';
import type { MissingPages } from './missing-pages';
import type { QueueItem, Reconciliation } from './queue';
import { SHEET } from './sheet-items';

/** What the completeness audit looks for (RB-C6 steps 29 to 36). */
export const AUDIT_CODES = [
  'order-without-result',
  'dose-without-order',
  'unsigned',
  'unlabelled',
  'missing-allergies',
  'number-not-linked',
  'page-not-seen',
  'sheet-not-seen',
] as const;

/** One of them. */
export type AuditCode = (typeof AUDIT_CODES)[number];

/** One thing that does not add up. */
export interface AuditFinding {
  readonly code: AuditCode;
  /** Opaque patient id, where it is about one. */
  readonly patient?: string;
  readonly serial?: string;
  readonly form?: string;
  /** The thing itself in words: a test, a medicine, a number. */
  readonly text: string;
  /** Pages of a sheet that were not seen, and of how many. */
  readonly pages?: { readonly missing: readonly number[]; readonly of: number };
}

/** What the audit compares. */
export interface AuditInput {
  readonly view: Reconciliation;
  /** Requests that still wait for a result. */
  readonly waiting: readonly {
    readonly serial: string;
    readonly form: string;
    readonly patient: string;
    readonly tests: readonly { readonly label: string }[];
  }[];
  readonly board: readonly Patient[];
  /** Drafts of every author that nobody signed. */
  readonly drafts: readonly { readonly form: string; readonly patient: string; readonly serial?: string }[];
  readonly missing: readonly MissingPages[];
  /** Serials of which a page came back. */
  readonly returned: ReadonlySet<string>;
}

/** Everything that does not add up, worst first; an empty list is the proof nobody offers on paper. */
export function completenessAudit(input: AuditInput): readonly AuditFinding[] {
  const { view, board } = input;
  const touched = new Set(view.items.map((item) => item.patient));
  const findings: AuditFinding[] = [
    ...dosesWithoutOrder(view, board),
    ...input.waiting.map(({ serial, form, patient, tests }): AuditFinding => ({
      code: 'order-without-result',
      patient,
      serial,
      form,
      text: tests.map(({ label }) => label).join(', '),
    })),
    ...board
      .filter((one) => one.allergyStatus === 'not-in-snapshot' && touched.has(one.id))
      .map((one): AuditFinding => ({ code: 'missing-allergies', patient: one.id, text: '' })),
    ...board
      .filter((one) => one.downtimeNumber !== undefined && one.mrn === undefined)
      .map((one): AuditFinding => ({ code: 'number-not-linked', patient: one.id, text: one.downtimeNumber ?? '' })),
    ...input.drafts.map(({ form, patient, serial }): AuditFinding => ({
      code: 'unsigned',
      patient,
      form,
      text: form,
      ...(serial === undefined ? {} : { serial }),
    })),
    ...unlabelled(view, input.returned),
    ...input.missing.map(({ serial, form, patient, pages, missing, whole }): AuditFinding => ({
      code: whole ? 'sheet-not-seen' : 'page-not-seen',
      patient,
      serial,
      form,
      text: form,
      pages: { missing, of: pages },
    })),
  ];
  return findings;
}

/** Paper that came back and says of nobody whom it is about. */
function unlabelled(view: Reconciliation, returned: ReadonlySet<string>): AuditFinding[] {
  return view.items.flatMap((item): AuditFinding[] =>
    item.item === SHEET && item.patient === '-' && item.ward === undefined && returned.has(item.serial) && !item.mark
      ? [{ code: 'unlabelled', serial: item.serial, form: item.form, text: item.form }]
      : [],
  );
}

/**
 * A dose of a medicine that neither stands on the patient's list of before nor was ordered on paper: given on whose
 * word? Compared by the first word of its name, which is the substance.
 */
function dosesWithoutOrder(view: Reconciliation, board: readonly Patient[]): AuditFinding[] {
  const known = new Map<string, Set<string>>();
  const add = (patient: string, name: string): void => {
    const of = known.get(patient) ?? new Set<string>();
    known.set(patient, of.add(substance(name)));
  };
  for (const { id, medicines } of board) for (const { name } of medicines ?? []) add(id, name);
  for (const item of view.items) {
    if (dataClassOf(item) !== 'medication-orders' || item.removed) continue;
    for (const name of namesOf(item)) add(item.patient, name);
  }
  return view.items.flatMap((item): AuditFinding[] => {
    if (dataClassOf(item) !== 'doses' || item.removed || item.waitsFor?.some(({ item: id }) => id !== 'arrival'))
      return [];
    const names = namesOf(item);
    if (names.length === 0 || names.some((name) => known.get(item.patient)?.has(substance(name)))) return [];
    return [
      { code: 'dose-without-order', patient: item.patient, serial: item.serial, form: item.form, text: item.label },
    ];
  });
}

const MEDICINE = /medicine|drug|medication/i;

function namesOf(item: QueueItem): readonly string[] {
  const named = item.values.filter(({ label }) => MEDICINE.test(label)).map(({ text }) => text);
  return named.length > 0 ? named : item.series === undefined ? [] : [item.series];
}

function substance(name: string): string {
  return (
    name
      .trim()
      .toLowerCase()
      .split(/[\s,(/]/)[0] ?? ''
  );
}
