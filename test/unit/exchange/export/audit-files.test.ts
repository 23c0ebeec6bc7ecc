import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '../../../../renderer/domain/audit/audit-trail';
import type { BoardPatient } from '../../../../renderer/domain/patient/board';
import { auditFiles } from '../../../../renderer/exchange/export/audit-files';
import type { AuditInput } from '../../../../renderer/exchange/export/audit-input';
import { auditEventResource } from '../../../../renderer/exchange/export/audit-fhir';

const BALP = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.';

const read: AuditEvent = {
  id: 'e1',
  device: 'ward-pc',
  seq: 7,
  prev: 'ab'.repeat(32),
  at: '2026-11-22T07:41:05.000+01:00',
  by: 'am',
  type: 'patient.viewed',
  kind: 'read',
  action: 'R',
  patients: ['p1'],
  breakGlass: false,
};

const okafor = { id: 'p1', family: 'Okafor', given: 'Ada', mrn: '8814021' } as unknown as BoardPatient;

function input(...events: readonly AuditEvent[]): AuditInput {
  return {
    events,
    patient: (id) => (id === 'p1' ? okafor : undefined),
    person: (id) => (id === 'am' ? { name: 'A. Moreau', role: 'nurse-in-charge' } : undefined),
    site: 'St Anne',
    workstation: 'WS-7B-02',
    version: '0.1.0',
  };
}

const texts = (format: 'csv' | 'fhir', ...events: readonly AuditEvent[]): readonly string[] =>
  auditFiles(format, input(...events)).map(({ bytes }) => new TextDecoder().decode(bytes));

describe('the table', () => {
  test('has a line per event and patient, with who, when, what and where in the record', () => {
    const [text = ''] = texts('csv', { ...read, kind: 'print', patients: ['p1', 'p9'], what: 'S1 S2', count: 2 });
    const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', '').trim(), { header: true });
    const [first, second] = data;
    expect(first).toMatchObject({
      recorded_at: read.at,
      device: 'ward-pc',
      seq: '7',
      kind: 'print',
      action: 'R',
      person: 'A. Moreau',
      purpose: 'TREAT',
      patient_id: 'p1',
      mrn: '8814021',
      what: 'S1 S2',
      count: '2',
      previous_hash: read.prev,
    });
    expect(second).toMatchObject({ patient_id: 'p9', mrn: '' });
  });

  test('keeps words somebody searched for from running as a formula', () => {
    const [text = ''] = texts('csv', { ...read, kind: 'search', patients: [], what: '=HYPERLINK("x")' });
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('AuditEvents', () => {
  test('of a read have the shape of IHE BALP PatientRead: both ends, the person, the patient, the entry', () => {
    const resource = auditEventResource(read, 'p1', input());
    expect(resource).toMatchObject({
      meta: { profile: [`${BALP}PatientRead`] },
      type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
      subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: 'read' }, { code: 'patient.viewed' }],
      action: 'R',
      recorded: read.at,
      outcome: '0',
      agent: [
        { type: { coding: [{ code: '110153' }] }, requestor: false },
        { type: { coding: [{ code: '110152' }] }, requestor: false },
        { type: { coding: [{ code: 'IRCP' }] }, requestor: true, who: { display: 'A. Moreau (nurse-in-charge)' } },
      ],
      entity: [
        { type: { code: '1' }, role: { code: '1' }, what: { identifier: { value: '8814021' } } },
        { type: { code: '2' }, role: { code: '4' }, what: { identifier: { value: 'e1' } } },
      ],
    });
  });

  test.each([
    ['write', 'C', 'p1', 'PatientCreate'],
    ['write', 'U', 'p1', 'PatientUpdate'],
    ['search', 'E', undefined, 'Query'],
  ] as const)('of %s %s follow their profile', (kind, action, patient, profile) => {
    expect(auditEventResource({ ...read, kind, action }, patient, input()).meta?.profile).toEqual([BALP + profile]);
  });

  test('of a search carry its words as base64 and no name beside them', () => {
    const { entity } = auditEventResource({ ...read, kind: 'search', patients: [], what: 'Öz' }, undefined, input());
    expect(entity[0]).toEqual({
      type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '2' },
      role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '24' },
      query: Buffer.from('Öz').toString('base64'),
    });
  });

  test('under a one-time code say break the glass', () => {
    expect(auditEventResource({ ...read, breakGlass: true }, 'p1', input()).purposeOfEvent).toMatchObject([
      { coding: [{ code: 'BTG' }] },
    ]);
  });

  test('of paper and files are exports, each patient by itself, in batches a receiver can take', () => {
    const printed: AuditEvent = { ...read, kind: 'print', patients: ['p1', 'p2'] };
    const files = texts('fhir', ...Array.from({ length: 600 }, () => printed));
    const bundles = files.map((text) => JSON.parse(text) as { type: string; entry: { resource: { type: unknown } }[] });
    expect(bundles.map(({ type, entry }) => [type, entry.length])).toEqual([
      ['batch', 1000],
      ['batch', 200],
    ]);
    expect(bundles[0]?.entry[0]?.resource.type).toMatchObject({ code: '110106' });
  });
});
