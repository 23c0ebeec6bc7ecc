import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../../renderer/domain/ledger/entry';
import type { PatientFacts } from '../../../../renderer/domain/patient/patient';
import { lateEntryText } from '../../../../renderer/domain/reconciliation/late-entry-text';
import { movementItems } from '../../../../renderer/domain/reconciliation/movement-items';
import { sheetItems } from '../../../../renderer/domain/reconciliation/sheet-items';
import { TestLedger } from '../../../support/test-ledger';

const AT = '2026-11-22T06:12:00.000+01:00';
const FACTS: PatientFacts = {
  family: 'UNKNOWN-MALE-BRAVO',
  given: '',
  sex: 'male',
  allergyStatus: 'unable-to-obtain',
  allergies: [],
};
const of = (fact: Pick<NewEntry, 'type' | 'payload'>, book = 'o1') =>
  ({ book, subject: 'p-1', by: 'u1', ...fact }) as NewEntry;
const D = 'D-7B1-0037-K';

function items(...facts: readonly NewEntry[]) {
  const pc = new TestLedger('pc1');
  pc.append(AT, facts);
  return movementItems(pc.entries, 'o1');
}

describe('movementItems', () => {
  it('ask registration for an arrival with its true time', () => {
    const arrivedAt = '2026-11-22T05:58:00.000+01:00';
    const [item] = items(of({ type: 'patient.added', payload: { facts: FACTS, downtimeNumber: D, arrivedAt } }));
    expect(item).toMatchObject({
      serial: 'p-1',
      item: 'arrival',
      owner: 'registration',
      priority: 1,
      occurredAt: arrivedAt,
      label: `New patient · ${D}`,
    });
    expect(item?.values).toContainEqual({ label: 'Family name', text: 'UNKNOWN-MALE-BRAVO' });
  });

  it('ask for a movement with ward and bed', () => {
    const [item] = items(
      of({ type: 'patient.moved', payload: { kind: 'transferred', occurredAt: AT, ward: 'ICU', bed: '3' } }),
    );
    expect(item).toMatchObject({ item: 'move:pc1-1', label: 'Transferred · ICU 3', owner: 'registration' });
  });

  it('forget a link that was taken back', () => {
    const link = { downtimeNumber: D, mrn: '9000204' };
    expect(items(of({ type: 'patient.linked', payload: link }))).toHaveLength(1);
    expect(
      items(
        of({ type: 'patient.linked', payload: link }),
        of({ type: 'patient.unlinked', payload: { ...link, reason: 'other John' } }),
      ),
    ).toEqual([]);
  });

  it('ask nursing for allergies and weight, the doctor for the code status', () => {
    const facts = {
      allergyStatus: 'listed',
      allergies: [{ substance: 'Latex', reaction: 'rash' }],
      weightKg: 54.2,
      codeStatus: 'DNR',
    } as const;
    const found = items(of({ type: 'patient.updated', payload: { facts } }));
    expect(found.map((item) => [item.owner, item.label])).toEqual([
      ['nursing', 'Allergies, weight · Latex (rash), 54.2 kg'],
      ['physician', 'Code status · DNR'],
    ]);
  });

  it('never turn an allergy that is not in the snapshot into an entry', () => {
    expect(
      items(of({ type: 'patient.updated', payload: { facts: { allergyStatus: 'not-in-snapshot', allergies: [] } } })),
    ).toEqual([]);
  });

  it('leave out other outages', () => {
    expect(items(of({ type: 'patient.moved', payload: { kind: 'died', occurredAt: AT } }, 'o2'))).toEqual([]);
  });
});

describe('sheetItems', () => {
  const sheets = [
    { serial: '7B-0001', form: 'F06', version: '1.0.0', pages: 2, patient: 'p-1' },
    { serial: '7B-0002', form: 'F10', version: '1.0.0', pages: 1 },
  ];
  const printed = (book: string) => of({ type: 'pack.printed', payload: { pages: 3, sheets, target: 'pdf' } }, book);
  const outage = { id: 'o1', since: '2026-11-22T05:27:00.000+01:00', until: '2026-11-22T08:37:00.000+01:00' };

  it('list printed paper that never came back, once, with its pages', () => {
    const pc = new TestLedger('pc1');
    pc.append(AT, [printed('workstation'), printed('o1')]);
    expect(
      sheetItems(pc.entries, outage).map((item) => [item.serial, item.label, item.patient, item.disposition]),
    ).toEqual([
      ['7B-0001', 'Paper · F06, 2 pages', 'p-1', 'scan'],
      ['7B-0002', 'Paper · F10, 1 page', '-', 'scan'],
    ]);
  });

  it('leave out a sheet that came back as a signed form', () => {
    const pc = new TestLedger('pc1');
    const signature = {
      person: 'u1',
      name: 'A',
      role: 'nurse',
      meaning: 'authored',
      signedAt: AT,
      signedWith: 'pin',
    } as const;
    const response = { resourceType: 'QuestionnaireResponse', status: 'completed' } as const;
    pc.append(AT, [
      printed('o1'),
      of({
        type: 'form.signed',
        payload: {
          serial: '7B-0001',
          form: 'F06',
          version: '1.0.0',
          patient: 'p-1',
          response,
          occurredAt: AT,
          signature,
          accepted: [],
        },
      }),
    ]);
    expect(sheetItems(pc.entries, outage).map((item) => item.serial)).toEqual(['7B-0002']);
  });

  it('leave out paper of before and after the outage', () => {
    const pc = new TestLedger('pc1');
    pc.append('2026-11-22T04:00:00.000+01:00', [printed('workstation')]);
    pc.append('2026-11-22T09:00:00.000+01:00', [printed('workstation')]);
    expect(sheetItems(pc.entries, outage)).toEqual([]);
  });
});

describe('lateEntryText', () => {
  const night = {
    verb: 'Given',
    since: '2026-11-22T01:27:00.000+01:00',
    until: '2026-11-22T07:37:00.000+01:00',
    zone: 'Europe/Berlin',
  };

  it('says true time, time of entry and the outage', () => {
    const text = lateEntryText({
      ...night,
      occurredAt: '2026-11-22T02:14:00.000+01:00',
      enteredAt: '2026-11-22T06:50:00.000Z',
    });
    expect(text).toBe('Given 02:14, entered 07:50, late entry, EHR downtime 01:27–07:37');
  });

  it('names the author when a colleague types it, and the paper', () => {
    const text = lateEntryText({
      ...night,
      occurredAt: '2026-11-22T02:14:00.000+01:00',
      enteredAt: '2026-11-22T07:50:00.000+01:00',
      author: 'J. Kowalski RN',
      serial: '7B-0114',
    });
    expect(text).toBe(
      'Given 02:14 by J. Kowalski RN, entered 07:50, late entry, EHR downtime 01:27–07:37, paper 7B-0114',
    );
  });

  it('says the day when it differs', () => {
    const text = lateEntryText({
      ...night,
      since: '2026-11-21T22:00:00.000+01:00',
      occurredAt: '2026-11-21T23:50:00.000+01:00',
      enteredAt: '2026-11-22T07:50:00.000+01:00',
    });
    expect(text).toBe('Given 23:50, entered 2026-11-22 07:50, late entry, EHR downtime 22:00–2026-11-22 07:37');
  });
});
