import { compareMoments } from './calendar';
import type { Coding, Quantity, ResponseAnswer } from './response';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const ABSENT_NOTE = 'https://downtime-box.invalid/fhir/StructureDefinition/absent-note';
const FROM_SNAPSHOT = 'https://downtime-box.invalid/fhir/StructureDefinition/from-snapshot';

/** "Not known" and "not done" as FHIR says them: an answer with a reason in place of a value. */
export type AbsentReason = 'asked-unknown' | 'not-performed';

/** Whether an answer carries a value; one that says "not known" carries none. */
export function hasValue(answer: ResponseAnswer): boolean {
  for (const key in answer) {
    if (key.startsWith('value') && answer[key as keyof ResponseAnswer] !== undefined)
      return answer.valueString === undefined || answer.valueString.trim() !== '';
  }
  return false;
}

/** An answer that says why there is none (ux.md 8.7: "Not known / Not done"); it satisfies `required`, no score. */
export function absentAnswer(reason: AbsentReason, note?: string): ResponseAnswer {
  const extension: { readonly [member: string]: string }[] = [{ url: ABSENT, valueCode: reason }];
  if (note !== undefined && note.trim() !== '') extension.push({ url: ABSENT_NOTE, valueString: note.trim() });
  return { extension };
}

/** Why there is no value, when the answer says so. */
export function absentReasonOf(
  answer: ResponseAnswer,
): { readonly reason: string; readonly note?: string } | undefined {
  const reason = answer.extension?.find((each) => each['url'] === ABSENT)?.['valueCode'];
  if (typeof reason !== 'string') return undefined;
  const note = answer.extension?.find((each) => each['url'] === ABSENT_NOTE)?.['valueString'];
  return typeof note === 'string' ? { reason, note } : { reason };
}

/** Marks an answer as taken over from the snapshot: grey, "from EHR", until somebody changes it. */
export function fromSnapshot(answer: ResponseAnswer, asOf: string): ResponseAnswer {
  return { ...answer, extension: [...(answer.extension ?? []), { url: FROM_SNAPSHOT, valueDateTime: asOf }] };
}

/** The snapshot's time when an answer was taken over from it. */
export function snapshotTimeOf(answer: ResponseAnswer): string | undefined {
  const time = answer.extension?.find((each) => each['url'] === FROM_SNAPSHOT)?.['valueDateTime'];
  return typeof time === 'string' ? time : undefined;
}

/** Whether two answers have the same value; codings by system and code, quantities by value and unit. */
export function sameValue(a: ResponseAnswer, b: ResponseAnswer): boolean {
  if (a.valueCoding && b.valueCoding) return sameCoding(a.valueCoding, b.valueCoding);
  if (a.valueQuantity && b.valueQuantity) return compareValues(a, b) === 0;
  if (a.valueReference && b.valueReference) return a.valueReference['reference'] === b.valueReference['reference'];
  if (a.valueAttachment && b.valueAttachment)
    return JSON.stringify(a.valueAttachment) === JSON.stringify(b.valueAttachment);
  return compareValues(a, b) === 0;
}

/** Whether two codings mean the same: system and code; without codes, the words. */
export function sameCoding(a: Coding, b: Coding): boolean {
  if (a.code === undefined || b.code === undefined) return a.code === b.code && a.display === b.display;
  return a.code === b.code && (a.system === undefined || b.system === undefined || a.system === b.system);
}

/** -1, 0, 1, or undefined where two answers cannot be compared (other type, other unit, dates of other precision). */
export function compareValues(a: ResponseAnswer, b: ResponseAnswer): number | undefined {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return Math.sign(x - y);
  if (a.valueQuantity && b.valueQuantity) {
    const [left, right] = [a.valueQuantity.value, b.valueQuantity.value];
    return left === undefined || right === undefined || !sameUnit(a.valueQuantity, b.valueQuantity)
      ? undefined
      : Math.sign(left - right);
  }
  if (a.valueBoolean !== undefined && b.valueBoolean !== undefined)
    return Number(a.valueBoolean) - Number(b.valueBoolean);
  const [from, to] = [momentOf(a), momentOf(b)];
  if (from !== undefined && to !== undefined) return compareMoments(from, to);
  const [left, right] = [a.valueString ?? a.valueUri, b.valueString ?? b.valueUri];
  return left === undefined || right === undefined ? undefined : left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two quantities are in the same unit; never converted, never guessed. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  if (a.code !== undefined && b.code !== undefined) return a.code === b.code;
  const [left, right] = [a.unit ?? a.code, b.unit ?? b.code];
  return left === right || (a.code !== undefined && a.code === right) || (b.code !== undefined && b.code === left);
}

function numberOf(answer: ResponseAnswer): number | undefined {
  return answer.valueInteger ?? answer.valueDecimal;
}

function momentOf(answer: ResponseAnswer): string | undefined {
  return answer.valueDate ?? answer.valueDateTime ?? answer.valueTime;
}
