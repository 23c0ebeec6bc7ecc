import { expect, test } from 'vitest';
import type { NewEntry } from '../../../../renderer/domain/ledger/entry';
import { foldPatients, NO_PATIENTS, projectPatients } from '../../../../renderer/domain/patient/projection';
import { TestLedger } from '../../../support/test-ledger';

const AT = '2026-11-22T07:41:05.000+01:00';

const added = (book: string, subject: string, downtimeNumber: string): NewEntry => ({
  book,
  subject,
  by: 'am',
  type: 'patient.added',
  payload: { facts: { allergyStatus: 'not-in-snapshot', allergies: [] }, downtimeNumber, arrivedAt: AT } as never,
});

const moved = (book: string, subject: string, bed: string): NewEntry => ({
  book,
  subject,
  by: 'jk',
  type: 'patient.moved',
  payload: { kind: 'transferred', occurredAt: AT, ward: '7B', bed },
});

test('a whole ledger folds to what its entries fold to one by one, in two outages', () => {
  const entries = new TestLedger('ward-pc').append(AT, [
    added('outage-1', 'p1', 'DT-001'),
    moved('outage-1', 'p1', '3'),
    added('outage-2', 'p1', 'DT-002'),
    moved('outage-1', 'p2', '4'),
    moved('outage-1', 'p1', '5'),
  ]);
  const whole = projectPatients(entries);
  expect(whole).toEqual(entries.reduce((state, entry) => foldPatients(state, entry), NO_PATIENTS));
  expect(
    whole.written
      .get('outage-1')
      ?.get('p1')
      ?.moves.map(({ bed }) => bed),
  ).toEqual(['3', '5']);
});

test('what is folded later leaves the state of before as it was', () => {
  const entries = new TestLedger('ward-pc').append(AT, [
    added('outage-1', 'p1', 'DT-001'),
    moved('outage-1', 'p1', '3'),
  ]);
  const before = projectPatients(entries.slice(0, 1));
  for (const entry of entries.slice(1)) foldPatients(before, entry);
  expect(before.written.get('outage-1')?.get('p1')?.moves).toEqual([]);
  expect(NO_PATIENTS.written.size).toBe(0);
});
