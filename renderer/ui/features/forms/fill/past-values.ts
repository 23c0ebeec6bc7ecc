import { toEpochMs, type Instant } from '../../../../domain/basics/time';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import { latestVersion, type SignedForm } from '../../../../domain/form/forms-state';
import type { Coding, ResponseAnswer, ResponseItem } from '../../../../domain/form/response';
import type { BoardPatient } from '../../../../domain/patient/board';

/** One earlier value of something measured. */
export interface PastValue {
  readonly value: number;
  readonly at: Instant;
  readonly from: 'snapshot' | 'here';
}

/** Earlier numbers by question, each looked up once: they are asked for every question at every key. */
export function pastLookup(
  patient: BoardPatient | undefined,
  signed: readonly SignedForm[],
): (question: FilledQuestion) => readonly PastValue[] {
  const known = new Map<string, readonly PastValue[]>();
  return (question) => {
    const { linkId } = question.item;
    const values = known.get(linkId) ?? (patient ? pastValues(question, patient, signed) : []);
    known.set(linkId, values);
    return values;
  };
}

/** Earlier numbers for a question: of signed forms of this patient, and of the snapshot by LOINC code; oldest first. */
export function pastValues(
  question: FilledQuestion,
  patient: BoardPatient,
  signed: readonly SignedForm[],
): readonly PastValue[] {
  const loinc = loincOf(question.item.code);
  const known = (patient.observations ?? []).flatMap((one): readonly PastValue[] => {
    const value = Number(one.value);
    return loinc !== undefined && one.loinc === loinc && one.at !== undefined && Number.isFinite(value)
      ? [{ value, at: one.at, from: 'snapshot' }]
      : [];
  });
  const here = signed
    .filter((form) => form.patient === patient.id && !form.struck)
    .flatMap((form): readonly PastValue[] => {
      const version = latestVersion(form);
      const value = numberIn(version.response.item ?? [], question.item.linkId);
      return value === undefined ? [] : [{ value, at: version.occurredAt, from: 'here' }];
    });
  return [...known, ...here].toSorted((a, b) => toEpochMs(a.at) - toEpochMs(b.at));
}

function loincOf(codes: readonly Coding[]): string | undefined {
  return codes.find((one) => one.system === 'http://loinc.org')?.code;
}

function numberIn(items: readonly ResponseItem[], linkId: string): number | undefined {
  for (const item of items) {
    const [answer] = item.linkId === linkId ? (item.answer ?? []) : [];
    const found = (answer && valueOf(answer)) ?? numberIn(item.item ?? [], linkId);
    if (found !== undefined) return found;
  }
  return undefined;
}

function valueOf(answer: ResponseAnswer): number | undefined {
  return answer.valueInteger ?? answer.valueDecimal ?? answer.valueQuantity?.value;
}
