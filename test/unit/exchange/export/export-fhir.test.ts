import { describe, expect, test } from 'vitest';
import { buildExport } from '../../../../renderer/exchange/export/build-export';
import { checkBundle } from '../../../../renderer/exchange/fhir/check-bundle';
import { at, list } from './json-path';
import { answer, group, mar, NASTY, row, vitals } from './answers';
import { libraryForm, outage, sha256, signed, textOf } from './outage';

async function exported(input = outage()) {
  const built = await buildExport('fhir', input, sha256);
  const bundle = JSON.parse(textOf(built.files, 'outage.fhir.json')) as {
    readonly resourceType: 'Bundle';
    readonly entry: readonly { readonly resource: unknown; readonly request: unknown }[];
  };
  const resources = bundle.entry.map((one) => one.resource);
  const of = (type: string) => resources.filter((one) => at(one, 'resourceType') === type);
  return { ...built, bundle, of };
}

describe('the FHIR export', () => {
  test('passes its own check, all references resolved inside, and says what it left out', async () => {
    const { bundle, unmapped, files } = await exported();
    expect(checkBundle(bundle)).toEqual([]);
    expect(unmapped).toEqual([]);
    expect(files.map((file) => file.name)).toEqual([
      'outage.fhir.json',
      'patient-001.fhir.json',
      'patient-002.fhir.json',
      'manifest.json',
    ]);
  });

  test('leaves out patients nothing was written about', async () => {
    const { of } = await exported();
    expect(of('Patient').map((one) => at(one, 'identifier.0.value'))).toEqual(['0009000131', '777']);
  });

  test('makes the same resources under the same names when sent twice', async () => {
    const [a, b] = [await exported(), await exported()];
    expect(b.bundle.entry).toEqual(a.bundle.entry);
    for (const { request } of a.bundle.entry)
      expect(at(request, 'method') === 'PUT' || typeof at(request, 'ifNoneExist') === 'string').toBe(true);
  });

  test('carries the answers as they were signed, with seconds and nothing else changed', async () => {
    const { of } = await exported();
    const response = of('QuestionnaireResponse').find((one) => at(one, 'identifier.value') === 'DT-7B-0001-A');
    expect(response).toMatchObject({ status: 'completed', authored: '2026-11-22T07:00:00.000+01:00' });
    expect(JSON.stringify(at(response, 'item'))).toBe(
      JSON.stringify(vitals(120).item).replace('T06:50+01:00', 'T06:50:00+01:00'),
    );
    expect(JSON.stringify(response)).toContain(JSON.stringify(NASTY));
  });

  test('makes observations of coded answers, blood pressure as one with two parts', async () => {
    const { of } = await exported();
    const observations = of('Observation').filter((one) =>
      String(at(one, 'identifier.0.value')).startsWith('DT-7B-0001-A'),
    );
    const byCode = new Map(observations.map((one) => [at(one, 'code.coding.0.code'), one]));
    expect(new Set(byCode.keys())).toEqual(
      new Set(['59408-5', '67775-7', '72514-3', '8310-5', '85354-9', '8867-4', '9279-1']),
    );
    expect(byCode.get('8310-5')).toMatchObject({
      valueQuantity: { value: 38.4, system: 'http://unitsofmeasure.org', code: 'Cel' },
      effectiveDateTime: '2026-11-22T06:50:00.000+01:00',
      issued: '2026-11-22T07:00:00.000+01:00',
      performer: [{ identifier: { value: 'u1' } }],
    });
    expect(
      list(byCode.get('85354-9'), 'component').map((part) => [
        at(part, 'code.coding.0.code'),
        at(part, 'valueQuantity.value'),
        at(part, 'valueQuantity.code'),
      ]),
    ).toEqual([
      ['8480-6', 120, 'mm[Hg]'],
      ['8462-4', 80, 'mm[Hg]'],
    ]);
    expect(byCode.get('72514-3')).toMatchObject({ dataAbsentReason: { coding: [{ code: 'asked-unknown' }] } });
    expect(byCode.get('67775-7')).toMatchObject({ valueCodeableConcept: { coding: [{ code: 'A' }], text: 'Alert' } });
  });

  test('says "amended" where a form was corrected, and keeps the original beside it', async () => {
    const { bundle, of } = await exported();
    const responses = of('QuestionnaireResponse').filter((one) =>
      String(at(one, 'identifier.value')).startsWith('DT-7B-0002-B'),
    );
    expect(responses.map((one) => at(one, 'status'))).toEqual(['completed', 'amended']);
    const pressure = bundle.entry.find(
      (one) => at(one.resource, 'identifier.0.value') === 'DT-7B-0002-B/blood-pressure',
    );
    expect(pressure?.resource).toMatchObject({ status: 'amended', component: [{ valueQuantity: { value: 110 } }, {}] });
    expect(pressure?.request).toMatchObject({ method: 'PUT' });
  });

  test('marks as error what an amendment took out, and everything of a struck form', async () => {
    const without = vitals(120);
    const shorter = { ...without, item: (without.item ?? []).filter((one) => one.linkId !== 'breathing') };
    const definition = libraryForm('F06');
    const struck = {
      ...signed('S2', 'F06', 'p-ana', vitals(99)),
      struck: {
        entry: 'x',
        reason: 'wrong patient',
        at: '2026-11-22T08:00:00+01:00',
        by: 'u1',
        signature: signed('S', 'F06', 'p', without).versions[0]?.signature as never,
      },
    };
    const { of } = await exported(
      outage({
        forms: [
          { signed: signed('S1', 'F06', 'p-ana', without, shorter), definition },
          { signed: struck, definition },
        ],
      }),
    );
    const status = (key: string) =>
      at(
        of('Observation').find((one) => at(one, 'identifier.0.value') === key),
        'status',
      );
    expect([status('S1/rr'), status('S1/hr'), status('S2/hr')]).toEqual([
      'entered-in-error',
      'amended',
      'entered-in-error',
    ]);
    expect(at(of('QuestionnaireResponse').at(-1), 'status')).toBe('entered-in-error');
  });

  test('makes doses of the MAR: given, not given with its reason, infusions with volume', async () => {
    const { of } = await exported();
    expect(
      of('MedicationAdministration').map((one) => [
        at(one, 'status'),
        at(one, 'medicationCodeableConcept.text'),
        at(one, 'dosage.dose.value'),
        at(one, 'dosage.dose.code'),
        at(one, 'effectiveDateTime') ?? at(one, 'effectivePeriod.end'),
      ]),
    ).toEqual([
      ['completed', 'Paracetamol', 1, 'g', '2026-11-22T06:10:00.000+01:00'],
      ['completed', 'Metoprolol', undefined, undefined, '2026-11-22T06:20:00.000+01:00'],
      ['not-done', 'Metoprolol', undefined, undefined, '2026-11-22T07:00:00.000+01:00'],
      ['completed', 'Sodium chloride 0.9 %', 100, 'mL', '2026-11-22T07:00:00.000+01:00'],
    ]);
    const [given, words, refused] = of('MedicationAdministration');
    expect(at(given, 'performer')).toEqual([{ actor: { display: 'A. Moreau (AM)' } }]);
    expect(list(words, 'note').map((note) => at(note, 'text'))).toContain('Dose as written: half a tablet');
    expect(at(refused, 'statusReason')).toEqual([{ text: 'Refused' }]);
  });

  test('does not order again what the EHR had ordered', async () => {
    const { of } = await exported();
    expect(of('MedicationRequest').map((one) => at(one, 'medicationCodeableConcept.text'))).toEqual([
      'Paracetamol',
      'Sodium chloride 0.9 %',
    ]);
    expect(of('MedicationAdministration').map((one) => at(one, 'request') === undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('makes a request per test with one specimen and the priority', async () => {
    const { of } = await exported();
    expect(of('ServiceRequest')).toMatchObject([
      {
        status: 'active',
        priority: 'stat',
        code: { coding: [{ code: 'fbc' }], text: 'FBC' },
        requisition: { value: 'DT-7B-0004-D' },
        reasonCode: [{ text: 'Sepsis? fever 38.4' }],
        requester: { display: 'Dr Okafor' },
      },
      { code: { text: 'Ammonia' } },
    ]);
    expect(of('Specimen')).toMatchObject([
      {
        type: { text: 'Venous blood' },
        collection: { collectedDateTime: '2026-11-22T06:40:00.000+01:00', collector: { display: 'A. Moreau' } },
      },
    ]);
  });

  test('carries allergies written here as unconfirmed, those on the MAR too', async () => {
    const { of } = await exported();
    expect(of('AllergyIntolerance')).toMatchObject([
      {
        code: { text: 'Penicillin' },
        criticality: 'high',
        reaction: [{ manifestation: [{ text: 'rash' }], severity: 'severe' }],
        verificationStatus: { coding: [{ code: 'unconfirmed' }] },
      },
      { code: { text: 'Rash after codeine' } },
    ]);
  });

  test('says who wrote what when, and that it was loaded later', async () => {
    const { of } = await exported();
    const [provenance] = of('Provenance');
    expect(provenance).toMatchObject({
      occurredDateTime: '2026-11-22T06:50:00.000+01:00',
      recorded: '2026-11-22T07:00:00.000+01:00',
      agent: [{ who: { identifier: { value: 'u1' } } }, { who: { identifier: { value: '7B02' } } }],
    });
    expect(list(provenance, 'target').length).toBeGreaterThan(5);
    expect(
      at(
        of('Provenance').find((one) => at(one, 'entity') !== undefined),
        'reason.0.text',
      ),
    ).toContain('misread');
  });

  test('gives the stay its places with their times', async () => {
    const { of } = await exported();
    expect(of('Encounter')).toMatchObject([
      {
        status: 'in-progress',
        identifier: [{ value: 'V555' }],
        location: [{ location: { display: 'Ward 7B, bed 1-2' }, period: { start: '2026-11-22T06:30:00.000+01:00' } }],
      },
      { status: 'finished', period: { start: '2026-11-22T05:40:00.000+01:00', end: '2026-11-22T08:00:00.000+01:00' } },
    ]);
  });

  test('keeps the rest and names what fails the check when a value cannot be written', async () => {
    const odd = {
      ...vitals(120),
      item: [
        group('breathing', answer('rr', { valueInteger: 18 })),
        group('place', answer('obs-at', { valueDateTime: '2026-02-30T05:00:00+01:00' })),
      ],
    };
    const { unmapped, of } = await exported(
      outage({ forms: [{ signed: signed('S1', 'F06', 'p-ana', odd), definition: libraryForm('F06') }] }),
    );
    expect(unmapped).toContainEqual(expect.objectContaining({ serial: 'S1', reason: 'check-failed' }));
    expect(of('Patient')).toHaveLength(2);
  });

  test('leaves no form behind when its patient is not on the board any more', async () => {
    const { unmapped, of } = await exported(
      outage({ forms: [{ signed: signed('S1', 'F06', 'gone', vitals(120)), definition: libraryForm('F06') }] }),
    );
    expect(unmapped).toMatchObject([{ serial: 'S1', reason: 'no-patient' }]);
    expect(of('QuestionnaireResponse')).toHaveLength(1);
    expect(of('Observation').length).toBeGreaterThan(5);
  });

  test('goes out as signed and is named when the form version is not here', async () => {
    const { unmapped, of } = await exported(outage({ forms: [{ signed: signed('S1', 'F04', 'p-ana', mar) }] }));
    expect(unmapped).toMatchObject([{ serial: 'S1', reason: 'no-definition' }]);
    expect(of('QuestionnaireResponse')).toHaveLength(1);
    expect(of('MedicationAdministration')).toHaveLength(0);
  });

  test('names doses by their row, so that another row does not move them', async () => {
    const [measures, ...rest] = mar.item ?? [];
    const before = row('once-2', 'once', answer('once-drug', { valueString: 'Ibuprofen' }));
    const longer = { ...mar, item: [...(measures === undefined ? [] : [measures]), before, ...rest] };
    const { of } = await exported(
      outage({ forms: [{ signed: signed('S1', 'F04', 'p-ana', mar, longer), definition: libraryForm('F04') }] }),
    );
    const once = of('MedicationAdministration').filter((one) => at(one, 'identifier.0.value') === 'S1/once-1/dose');
    expect(once).toMatchObject([{ medicationCodeableConcept: { text: 'Paracetamol' }, status: 'completed' }]);
  });
});
