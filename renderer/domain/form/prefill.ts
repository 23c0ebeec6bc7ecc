import type { PatientFacts, SnapshotMedicine } from '../patient/patient';
import { fromSnapshot } from './answer-values';
import { isRealDate, isRealDateTime } from './calendar';
import { addRow, setAnswers } from './edit-response';
import type { AnswerPath, FormDefinition, FormItem } from './form';
import { everySlot, treeOf } from './form-tree';
import { medicineSection } from './medicine-section';
import type { FormResponse, ResponseAnswer } from './response';
import { textOfDateTime } from './text-of-answer';

/** What is known of the patient; `asOf` is the snapshot's time, missing for somebody who is not in it. */
export interface PrefillInput {
  readonly definition: FormDefinition;
  readonly response: FormResponse;
  readonly facts: PatientFacts;
  readonly asOf?: string;
  /** Facts written during the outage: ours, not the EHR's. */
  readonly writtenHere?: readonly string[];
}

type Fact = string | number | undefined;

/** Most rows one snapshot may write into a form. */
const MOST_ROWS = 100;

/**
 * Writes what is known into a form just begun, by the codes of our `prefill` extension, never over an answer. What
 * comes from the snapshot is marked: grey on screen, "from EHR" on paper.
 */
export function prefillForm(input: PrefillInput): FormResponse {
  return prefillMedicines(input, prefillFacts(input));
}

function prefillFacts({ definition, response, facts, asOf, writtenHere = [] }: PrefillInput): FormResponse {
  let next = response;
  for (const slot of everySlot(treeOf(definition, response).root)) {
    const code = slot.item.prefill;
    if (!code?.startsWith('patient.') || slot.answers.length > 0) continue;
    const field = code.slice('patient.'.length);
    const answer = answerFor(slot.item, patientFact(field, facts));
    if (!answer) continue;
    const known = asOf !== undefined && !writtenHere.includes(field);
    next = setAnswers(definition, next, slot.path, [known ? fromSnapshot(answer, asOf) : answer]);
  }
  return next;
}

function prefillMedicines({ definition, facts, asOf }: PrefillInput, response: FormResponse): FormResponse {
  let next = response;
  for (const medicine of (facts.medicines ?? []).slice(0, MOST_ROWS)) {
    const group = groupFor(definition, medicine);
    if (!group) continue;
    const before = rowsOf(definition, next, group);
    next = addRow(definition, next, group.path);
    const index = rowsOf(definition, next, group) - 1;
    if (index < before) continue; // the table is full: the rest stays in the snapshot, which is printed beside it
    for (const item of group.item.items) {
      const answer = answerFor(item, medicineFact(item.prefill, medicine));
      if (!answer) continue;
      const path = [
        ...group.path.slice(0, -1),
        { linkId: group.item.linkId, index },
        { linkId: item.linkId, index: 0 },
      ];
      next = setAnswers(definition, next, path, [asOf === undefined ? answer : fromSnapshot(answer, asOf)]);
    }
  }
  return next;
}

interface MedicineGroup {
  readonly item: FormItem;
  readonly path: AnswerPath;
}

/** The table a medicine belongs in; the regular one where the form has no other. */
function groupFor(definition: FormDefinition, medicine: SnapshotMedicine): MedicineGroup | undefined {
  const groups = medicineGroups(definition.items, []);
  for (const code of [`medicines.${medicineSection(medicine)}`, 'medicines', 'medicines.regular']) {
    const found = groups.find(({ item }) => item.prefill === code);
    if (found) return found;
  }
  return undefined;
}

/** Only tables that are there once themselves: a table inside rows has no row to go to yet. */
function medicineGroups(items: readonly FormItem[], above: AnswerPath): readonly MedicineGroup[] {
  return items.flatMap((item): readonly MedicineGroup[] => {
    if (item.type !== 'group') return [];
    const path = [...above, { linkId: item.linkId, index: 0 }];
    if (item.repeats) return item.prefill?.startsWith('medicines') ? [{ item, path }] : [];
    return medicineGroups(item.items, path);
  });
}

function rowsOf(definition: FormDefinition, response: FormResponse, group: MedicineGroup): number {
  return treeOf(definition, response).byLinkId.get(group.item.linkId)?.[0]?.inner.length ?? 0;
}

function patientFact(field: string, facts: PatientFacts): Fact {
  if (field === 'allergies') return allergyText(facts);
  if (field === 'observations') return observationText(facts);
  const value = facts[field as keyof PatientFacts];
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join(', ') : undefined;
}

/** In words always: what is missing from the snapshot is not "none". */
function allergyText({ allergyStatus, allergies }: PatientFacts): Fact {
  if (allergyStatus === 'none-known') return 'No known allergies';
  if (allergyStatus === 'unable-to-obtain') return 'Unable to obtain';
  if (allergyStatus === 'not-in-snapshot') return undefined;
  return allergies
    .map(({ substance, reaction }) => (reaction === undefined ? substance : `${substance} – ${reaction}`))
    .join('; ');
}

/** Each value with its own time: the last temperature may be hours older than the last pulse. */
function observationText({ observations = [] }: PatientFacts): Fact {
  return observations
    .map(({ name, value, unit, at }) =>
      [name, value, unit, at === undefined ? undefined : `(${textOfDateTime(at)})`]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    )
    .join('; ');
}

function medicineFact(code: string | undefined, medicine: SnapshotMedicine): Fact {
  switch (code) {
    case 'medicine.name':
      return medicine.name;
    case 'medicine.dose':
      return medicine.dose;
    case 'medicine.route':
      return medicine.route;
    case 'medicine.frequency':
      return medicine.frequency;
    case 'medicine.lastGiven':
      return medicine.lastGivenAt;
    case 'medicine.nextDue':
      return medicine.nextDueAt;
    default:
      return undefined;
  }
}

/** A fact as an answer of its question; nothing where it does not fit: never guessed into shape. */
function answerFor(item: FormItem, fact: Fact): ResponseAnswer | undefined {
  if (fact === undefined || fact === '') return undefined;
  const text = String(fact);
  switch (item.type) {
    case 'string':
    case 'text':
      return { valueString: text };
    case 'decimal':
      return typeof fact === 'number' ? { valueDecimal: fact } : undefined;
    case 'integer':
      return typeof fact === 'number' && Number.isInteger(fact) ? { valueInteger: fact } : undefined;
    case 'date':
      return isRealDate(text.slice(0, 10)) ? { valueDate: text.slice(0, 10) } : undefined;
    case 'dateTime':
      return isRealDateTime(text) ? { valueDateTime: text } : undefined;
    case 'choice':
    case 'open-choice': {
      const wanted = text.toLowerCase();
      const option = item.options.find(
        ({ label, value }) => label.toLowerCase() === wanted || value.valueCoding?.code?.toLowerCase() === wanted,
      );
      return option?.value ?? (item.type === 'open-choice' ? { valueString: text } : undefined);
    }
    default:
      return undefined;
  }
}
