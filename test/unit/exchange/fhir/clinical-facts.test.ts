import { describe, expect, test } from 'vitest';
import { about, bundle, json, patient } from './fhir-reading';

describe('clinical facts', () => {
  test('list active allergies with reaction and severity, and leave refuted ones out', () => {
    const reading = json(
      bundle(
        patient,
        about('AllergyIntolerance', {
          code: { text: 'Penicillin' },
          criticality: 'high',
          reaction: [{ manifestation: [{ text: 'Rash' }, { text: 'Hives' }], severity: 'mild' }],
        }),
        about('AllergyIntolerance', { code: { text: 'Latex' }, verificationStatus: { coding: [{ code: 'refuted' }] } }),
        about('AllergyIntolerance', { code: { text: 'Nuts' }, clinicalStatus: { coding: [{ code: 'resolved' }] } }),
      ),
    );
    expect(reading.patients[0]).toMatchObject({
      allergyStatus: 'listed',
      allergies: [{ substance: 'Penicillin', reaction: 'Rash, Hives', severity: 'severe' }],
    });
  });

  test.each([
    { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] },
    { coding: [{ code: 'no-known-allergies' }] },
    { text: 'No known allergies' },
    { coding: [{ display: 'No known allergy (situation)' }] },
  ])('say that no allergy is known when coded as %j', (code) =>
    expect(json(bundle(patient, about('AllergyIntolerance', { code }))).patients[0]).toMatchObject({
      allergyStatus: 'none-known',
      allergies: [],
    }),
  );

  test('leave allergies "not in snapshot" when the source has none', () => {
    expect(json(patient).patients[0]?.allergyStatus).toBe('not-in-snapshot');
  });

  test('give medicines with dose, route, frequency and the last time given', () => {
    const reading = json(
      bundle(
        patient,
        { resourceType: 'Medication', id: 'm1', code: { text: 'Metoprolol' } },
        {
          id: 'o1',
          ...about('MedicationRequest', {
            status: 'active',
            intent: 'order',
            medicationReference: { reference: 'Medication/m1' },
            dosageInstruction: [
              {
                route: { text: 'oral' },
                timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
                doseAndRate: [{ doseQuantity: { value: 47.5, unit: 'mg' } }],
              },
            ],
          }),
        },
        about('MedicationRequest', { status: 'stopped', intent: 'order', medicationCodeableConcept: { text: 'Old' } }),
        about('MedicationAdministration', {
          status: 'completed',
          medicationCodeableConcept: { text: 'x' },
          request: { reference: 'MedicationRequest/o1' },
          effectiveDateTime: '2026-11-22T04:00:00+01:00',
        }),
        about('MedicationRequest', {
          status: 'active',
          intent: 'order',
          contained: [{ resourceType: 'Medication', id: 'c', code: { text: 'Morphine' } }],
          medicationReference: { reference: '#c' },
          dosageInstruction: [{ text: '5 mg s.c.', asNeededBoolean: true }],
        }),
      ),
    );
    expect(reading.patients[0]?.medicines).toEqual([
      {
        name: 'Metoprolol',
        dose: '47.5 mg',
        route: 'oral',
        frequency: '2 times every day',
        lastGivenAt: '2026-11-22T04:00:00+01:00',
      },
      { name: 'Morphine', dose: '5 mg s.c.', frequency: 'as needed' },
    ]);
  });

  test('give the newest observations, blood pressure as one value, and the weight', () => {
    const observation = (loinc: string, at: string, rest: object) =>
      about('Observation', {
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: loinc, display: loinc }] },
        effectiveDateTime: at,
        ...rest,
      });
    const part = (code: string, value: number) => ({
      code: { coding: [{ code }] },
      valueQuantity: { value, unit: 'mm[Hg]' },
    });
    const reading = json(
      bundle(
        patient,
        observation('29463-7', '2026-11-20T06:00:00+01:00', { valueQuantity: { value: 71, unit: 'kg' } }),
        observation('29463-7', '2026-11-21T06:00:00+01:00', { valueQuantity: { value: 70.5, unit: 'kg' } }),
        observation('85354-9', '2026-11-22T04:00:00+01:00', { component: [part('8480-6', 120), part('8462-4', 80)] }),
        observation('8867-4', '2026-11-22T04:00:00+01:00', {
          status: 'entered-in-error',
          valueQuantity: { value: 999 },
        }),
      ),
    );
    expect(reading.patients[0]).toMatchObject({
      weightKg: 70.5,
      observations: [
        { loinc: '85354-9', value: '120/80', unit: 'mm[Hg]' },
        { loinc: '29463-7', value: '70.5' },
      ],
    });
  });

  test('sort flags into isolation, code status and alerts', () => {
    const flag = (value: string, status = 'active') => about('Flag', { status, code: { text: value } });
    expect(
      json(bundle(patient, flag('Contact precautions'), flag('DNR'), flag('Fall risk'), flag('Past', 'inactive')))
        .patients[0],
    ).toMatchObject({ isolation: 'Contact precautions', codeStatus: 'DNR', alerts: ['Fall risk'] });
  });
});
