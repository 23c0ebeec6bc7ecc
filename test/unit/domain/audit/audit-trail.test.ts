import { expect, test } from 'vitest';
import { auditTrail } from '../../../../renderer/domain/audit/audit-trail';
import type { NewEntry } from '../../../../renderer/domain/ledger/entry';
import { TestLedger } from '../../../support/test-ledger';

const AT = '2026-11-22T07:41:05.000+01:00';

function trailOf(...entries: readonly NewEntry[]) {
  return auditTrail(new TestLedger('ward-pc').append(AT, entries));
}

const signed = (serial: string, patient: string): NewEntry => ({
  book: 'outage-1',
  subject: serial,
  by: 'am',
  type: 'form.signed',
  payload: {
    serial,
    form: 'F06',
    version: '1.0.0',
    patient,
    occurredAt: AT,
    accepted: [],
    response: { resourceType: 'QuestionnaireResponse', status: 'completed', item: [] },
    signature: { person: 'am', name: 'A. Moreau', role: 'nurse', at: AT, meaning: 'authored', with: 'pin', hash: 'a' },
  } as unknown as Extract<NewEntry, { readonly type: 'form.signed' }>['payload'],
});

const viewed = (patient: string, by: string): NewEntry => ({
  book: 'outage-1',
  subject: patient,
  by,
  type: 'patient.viewed',
  payload: { part: 'record' },
});

test('opening a patient is a read of that patient', () => {
  expect(trailOf(viewed('p1', 'am'))).toMatchObject([
    { by: 'am', kind: 'read', action: 'R', patients: ['p1'], breakGlass: false, device: 'ward-pc', seq: 1 },
  ]);
});

test('a search keeps its words and what it found', () => {
  const payload = { text: 'okafor', found: 2 };
  expect(
    trailOf({ book: 'outage-1', subject: 'patients', by: 'am', type: 'patients.searched', payload }),
  ).toMatchObject([{ kind: 'search', what: 'okafor', count: 2, patients: [] }]);
});

test('paper names each patient once', () => {
  const sheet = (serial: string, patient: string) => ({ serial, form: 'F06', version: '1.0.0', pages: 1, patient });
  const payload = {
    pages: 3,
    sheets: [sheet('S1', 'p1'), sheet('S2', 'p2'), sheet('S3', 'p1')],
    target: 'printer' as const,
  };
  expect(trailOf({ book: 'outage-1', subject: 'paper', by: 'am', type: 'pack.printed', payload })).toMatchObject([
    { kind: 'print', patients: ['p1', 'p2'], count: 3, what: 'S1 S2 S3' },
  ]);
});

test('what is written to a form later is about the patient of the form', () => {
  const payload = { serial: 'S1', item: 'i1', as: 'entered' as const };
  const events = trailOf(signed('S1', 'p1'), {
    book: 'outage-1',
    subject: 'S1',
    by: 'jk',
    type: 'item.marked',
    payload,
  });
  expect(events.map(({ kind, action, patients }) => [kind, action, patients])).toEqual([
    ['write', 'C', ['p1']],
    ['write', 'U', ['p1']],
  ]);
});

test('everything after a one-time code says so, of that person only', () => {
  const payload = { name: 'K. Abara', role: 'nurse' as const, reason: 'no PIN yet' };
  const used: NewEntry = { book: 'workstation', subject: 'ka', by: 'ka', type: 'break-glass.used', payload };
  expect(
    trailOf(viewed('p1', 'am'), used, viewed('p1', 'ka'), viewed('p2', 'am')).map((one) => one.breakGlass),
  ).toEqual([false, true, true, false]);
});

test('no entry is left out, whatever its type', () => {
  const step: NewEntry = {
    book: 'outage-1',
    subject: 'run-1',
    by: '-',
    type: 'step.done',
    payload: { step: 's1', round: 1 },
  };
  expect(trailOf(step)).toMatchObject([{ kind: 'other', action: 'E', patients: [], type: 'step.done' }]);
});
