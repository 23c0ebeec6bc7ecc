import { absentReasonOf, hasValue, snapshotTimeOf } from '../../domain/form/answer-values';
import { enabledSlots } from '../../domain/form/enabled';
import type { FormDefinition, FormItem } from '../../domain/form/form';
import { everySlot, treeOf, type Container, type Slot } from '../../domain/form/form-tree';
import type { FormResponse, ResponseAnswer, ResponseItem } from '../../domain/form/response';
import type { CodedValue, RecordSource, RecordValue, ValueRecord } from './records';

/** LOINC codes that FHIR calls vital signs (standards.md 7). */
const VITAL = new Set([
  '85354-9',
  '8480-6',
  '8462-4',
  '8478-0',
  '8867-4',
  '9279-1',
  '8310-5',
  '2708-6',
  '59408-5',
  '3151-8',
  '3150-0',
  '29463-7',
  '8302-2',
  '39156-5',
  '67775-7',
]);

const BLOOD_PRESSURE = {
  system: 'http://loinc.org',
  code: '85354-9',
  display: 'Blood pressure panel with all children optional',
};

/** A response laid over its form, without what is off. */
export function enabledPlaces(
  definition: FormDefinition,
  response: FormResponse,
): { readonly slots: readonly Slot[]; readonly root: Container } {
  const tree = treeOf(definition, response);
  const isEnabled = enabledSlots(tree);
  return { slots: [...everySlot(tree.root)].filter(isEnabled), root: tree.root };
}

/** Name of the row a place stands in, by row ids: stable while other rows come and go. */
export function rowPath(container: Container): string {
  const parts: string[] = [];
  for (let at: Container | undefined = container; at?.slot !== undefined; at = at.slot.container) {
    const id = (at.source as ResponseItem | undefined)?.id;
    if (at.slot.item.repeats) parts.unshift(id?.split('.').at(-1) ?? `${at.slot.item.linkId}-${at.index + 1}`);
  }
  return parts.join('/');
}

/**
 * Every answer to a coded question as a value; blood pressure as one value of two parts. `uncoded` gives the other
 * answers instead, under codes of our own (form and linkId).
 */
export function collectValues(
  definition: FormDefinition,
  response: FormResponse,
  source: Omit<RecordSource, 'key'>,
  which: 'coded' | 'uncoded' = 'coded',
): readonly ValueRecord[] {
  const { slots } = enabledPlaces(definition, response);
  const records: ValueRecord[] = [];
  const pressures = new Map<Container, { systolic?: CodedValue; diastolic?: CodedValue }>();
  for (const slot of slots) {
    if (slot.item.type === 'group' || slot.item.hidden || (slot.item.code.length === 0) === (which === 'coded'))
      continue;
    const row = rowPath(slot.container);
    const values = slot.answers.flatMap((answer) => codedValue(slot.item, answer, definition.id));
    const part = hasLoinc(slot.item, '8480-6') ? 'systolic' : hasLoinc(slot.item, '8462-4') ? 'diastolic' : undefined;
    if (part !== undefined && values[0] !== undefined) {
      pressures.set(slot.container, { ...pressures.get(slot.container), [part]: values[0] });
      continue;
    }
    values.forEach((value, at) => {
      const key = [source.serial, row, slot.item.linkId, at === 0 ? '' : String(at + 1)]
        .filter((one) => one !== '')
        .join('/');
      records.push({ ...source, kind: 'value', key, linkId: slot.item.linkId, vital: isVital(slot.item), ...value });
    });
  }
  for (const [container, { systolic, diastolic }] of pressures) {
    const missing = (code: string, text: string): CodedValue => ({
      codes: [{ system: 'http://loinc.org', code, display: text }],
      text,
      absent: 'unknown',
    });
    records.push({
      ...source,
      kind: 'value',
      key: [source.serial, rowPath(container), 'blood-pressure'].filter((one) => one !== '').join('/'),
      linkId: 'blood-pressure',
      vital: true,
      codes: [BLOOD_PRESSURE],
      text: 'Blood pressure',
      parts: [
        systolic ?? missing('8480-6', 'Systolic blood pressure'),
        diastolic ?? missing('8462-4', 'Diastolic blood pressure'),
      ],
    });
  }
  return records;
}

function codedValue(item: FormItem, answer: ResponseAnswer, form: string): readonly CodedValue[] {
  const own = { system: 'https://downtime-box.invalid/fhir/CodeSystem/form-item', code: `${form}.${item.linkId}` };
  const base = { codes: item.code.length === 0 ? [own] : item.code, text: item.shortText ?? item.text };
  if (hasValue(answer)) {
    // Taken over from the snapshot and left as it was: the EHR has it already.
    if (snapshotTimeOf(answer) !== undefined) return [];
    const value = valueOfAnswer(item, answer);
    return value === undefined ? [] : [{ ...base, value }];
  }
  const absent = absentReasonOf(answer);
  return absent === undefined ? [] : [{ ...base, absent: absent.reason }];
}

/** An answer as a plain value, with the unit its question has. */
export function valueOfAnswer(item: FormItem, answer: ResponseAnswer): RecordValue | undefined {
  const number = answer.valueDecimal ?? answer.valueInteger;
  if (number !== undefined) {
    const { unit } = item;
    return {
      kind: 'number',
      value: number,
      ...(unit?.display === undefined && unit?.code === undefined ? {} : { unit: unit.display ?? unit.code ?? '' }),
      ...(unit?.code === undefined ? {} : { ucum: unit.code }),
    };
  }
  const { valueQuantity: quantity, valueCoding: coding } = answer;
  if (quantity?.value !== undefined) {
    const unit = quantity.unit ?? quantity.code;
    const ucum =
      quantity.system === undefined || quantity.system === 'http://unitsofmeasure.org' ? quantity.code : undefined;
    return {
      kind: 'number',
      value: quantity.value,
      ...(unit === undefined ? {} : { unit }),
      ...(ucum === undefined ? {} : { ucum }),
      ...(quantity.comparator === undefined ? {} : { comparator: quantity.comparator }),
    };
  }
  if (coding !== undefined) {
    const label = item.options.find((option) => option.value.valueCoding?.code === coding.code)?.label;
    return { kind: 'coded', coding, text: coding.display ?? label ?? coding.code ?? '' };
  }
  if (answer.valueBoolean !== undefined) return { kind: 'yes-no', value: answer.valueBoolean };
  if (answer.valueDate !== undefined) return { kind: 'time', of: 'date', value: answer.valueDate };
  if (answer.valueDateTime !== undefined) return { kind: 'time', of: 'dateTime', value: answer.valueDateTime };
  if (answer.valueTime !== undefined) return { kind: 'time', of: 'time', value: answer.valueTime };
  const text = answer.valueString ?? answer.valueUri;
  return text === undefined ? undefined : { kind: 'text', text };
}

function hasLoinc(item: FormItem, code: string): boolean {
  return item.code.some((coding) => coding.code === code);
}

function isVital(item: FormItem): boolean {
  return item.code.some((coding) => VITAL.has(coding.code ?? ''));
}
