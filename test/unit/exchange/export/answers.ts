import type { FormResponse, ResponseAnswer, ResponseItem } from '../../../../renderer/domain/form/response';

/** An answered question. */
export const answer = (linkId: string, ...values: readonly ResponseAnswer[]): ResponseItem => ({
  linkId,
  answer: values,
});
/** A group with what is in it. */
export const group = (linkId: string, ...item: readonly ResponseItem[]): ResponseItem => ({ linkId, item });
/** A row of a repeating group. */
export const row = (id: string, linkId: string, ...item: readonly ResponseItem[]): ResponseItem => ({
  id,
  linkId,
  item,
});

/** A time of that night. */
export const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
const SNAPSHOT = {
  url: 'https://downtime-box.invalid/fhir/StructureDefinition/from-snapshot',
  valueDateTime: at('05:00'),
};

/** Text with a line break and every sign HL7 v2 knows. */
export const NASTY = 'a & b | c ^ d ~ e \\ f\nÄö✓ 10:30';

/** Answers of a set of vital signs (F06). */
export const vitals = (systolic: number, extra: readonly ResponseItem[] = []): FormResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F06|0.1.0',
  status: 'completed',
  item: [
    group('place', answer('obs-at', { valueDateTime: '2026-11-22T06:50+01:00' })),
    group(
      'breathing',
      answer('rr', { valueInteger: 18 }),
      answer('spo2', { valueInteger: 96 }),
      answer('o2-device', {
        valueCoding: {
          system: 'https://downtime-box.invalid/fhir/CodeSystem/oxygen-device',
          code: 'air',
          display: 'Room air',
        },
      }),
    ),
    group(
      'circulation',
      answer('hr', { valueInteger: 88 }),
      answer('bp-sys', { valueInteger: systolic }),
      answer('bp-dia', { valueInteger: 80 }),
      answer('temp', { valueDecimal: 38.4 }),
    ),
    group(
      'disability',
      answer('acvpu', { valueCoding: { code: 'A', display: 'Alert' } }),
      answer('pain', {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-unknown' }],
      }),
      answer('glucose', {
        valueQuantity: { value: 5.6, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
      }),
    ),
    group('response', answer('escalation-response', { valueString: NASTY }), ...extra),
  ],
});

/** Answers of a medication record (F04): given, refused, in words, infused. */
export const mar: FormResponse = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F04|0.1.0',
  status: 'completed',
  item: [
    group(
      'measures',
      answer('weight', { valueDecimal: 61.5 }),
      answer('new-allergy', { valueString: 'Rash after codeine' }),
    ),
    row(
      'once-1',
      'once',
      answer('once-drug', { valueString: 'Paracetamol' }),
      answer('once-dose', { valueString: '1 g' }),
      answer('once-route', { valueString: 'PO' }),
      answer('once-prescriber', { valueString: 'Dr Okafor' }),
      answer('once-code', { valueCoding: { code: 'G', display: 'Given' } }),
      answer('once-given-at', { valueDateTime: at('06:10') }),
      answer('once-by', { valueString: 'AM' }),
    ),
    row(
      'regular-1',
      'regular',
      answer('regular-drug', { valueString: 'Metoprolol', extension: [SNAPSHOT] }),
      answer('regular-dose', { valueString: '47.5 mg', extension: [SNAPSHOT] }),
      row(
        'regular-1.regular-doses-1',
        'regular-doses',
        answer('regular-code', { valueCoding: { code: 'G', display: 'Given' } }),
        answer('regular-given-at', { valueDateTime: at('06:20') }),
        answer('regular-dose-given', { valueString: 'half a tablet' }),
      ),
      row(
        'regular-1.regular-doses-2',
        'regular-doses',
        answer('regular-due', { valueDateTime: at('07:00') }),
        answer('regular-code', { valueCoding: { code: 'R', display: 'Refused' } }),
      ),
    ),
    row(
      'infusions-1',
      'infusions',
      answer('infusion-drug', { valueString: 'Sodium chloride 0.9 %' }),
      answer('infusion-rate', { valueString: '100 mL/h' }),
      answer('infusion-start', { valueDateTime: at('06:00') }),
      answer('infusion-stop', { valueDateTime: at('07:00') }),
      answer('infusion-volume', { valueDecimal: 100 }),
    ),
    row(
      'roster-1',
      'roster',
      answer('roster-name', { valueString: 'A. Moreau' }),
      answer('roster-initials', { valueString: 'AM' }),
    ),
  ],
};

/** Answers of a laboratory requisition (F10). */
export const request: FormResponse = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'https://downtime-box.invalid/fhir/Questionnaire/F10|0.1.0',
  status: 'completed',
  item: [
    group(
      'request',
      answer('priority', {
        valueCoding: {
          system: 'https://downtime-box.invalid/fhir/CodeSystem/lab-priority',
          code: 'stat',
          display: 'Emergency: phone',
        },
      }),
    ),
    group(
      'tests-section',
      answer(
        'tests',
        {
          valueCoding: { system: 'https://downtime-box.invalid/fhir/CodeSystem/lab-test', code: 'fbc', display: 'FBC' },
        },
        { valueString: 'Ammonia' },
      ),
    ),
    group(
      'clinical',
      answer('clinical-details', { valueString: 'Sepsis? fever 38.4' }),
      answer('requester', { valueString: 'Dr Okafor' }),
      answer('contact', { valueString: '4471' }),
    ),
    group(
      'specimen-section',
      answer('collected-at', { valueDateTime: at('06:40') }),
      answer('collected-by', { valueString: 'A. Moreau' }),
      answer('specimen', { valueCoding: { code: 'venous', display: 'Venous blood' } }),
      answer('tubes', { valueString: '1 lavender' }),
    ),
  ],
};
