import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../../renderer/domain/basics/time';
import { NO_SERIALS, foldSerials, formatSerial, highestSequence } from '../../../../renderer/domain/form/serial';
import type { Entry, NewEntry } from '../../../../renderer/domain/ledger/entry';
import { currentOutage, projectOutages } from '../../../../renderer/domain/outage/projection';
import { formatDowntimeNumber, nextDowntimeNumber } from '../../../../renderer/domain/patient/downtime-number';
import { projectPatients } from '../../../../renderer/domain/patient/projection';
import { keepLonger, removePatients } from '../../../../renderer/domain/retention/commands';
import { projectRetention, retentionPlan } from '../../../../renderer/domain/retention/retention';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const DAYS = 30;
const NUMBER = formatDowntimeNumber({ workstation: '7B02', sequence: 12 });
const SERIAL = formatSerial('7B02', 40);
const SURVEY = { counts: { 'form.signed': 2 }, entries: 2, shared: 0, drafts: 1, snapshots: 1, epochs: [9] };
const at = (day: string): Instant => `${day}T12:00:00.000+01:00`;
const CLOSED = at('2026-11-24');

const event = (book: string, type: 'ended' | 'closed'): NewEntry => {
  const about = { book, subject: book, by: 'm' };
  return type === 'ended'
    ? { ...about, type: 'outage.ended', payload: { until: at('2026-11-23') } }
    : { ...about, type: 'outage.closed', payload: { closedAt: CLOSED, openItems: 0 } };
};
const declared = (book: string): NewEntry => ({
  book,
  subject: book,
  by: '-',
  type: 'outage.declared',
  payload: { kind: 'unplanned', systems: ['ehr'], ward: '7B', since: at('2026-11-22') },
});

function ledgerOf(...entries: readonly NewEntry[]): TestLedger {
  const ledger = new TestLedger('WS-7B-02');
  for (const entry of entries) ledger.append(CLOSED, [entry]);
  return ledger;
}

const closed = () => ledgerOf(declared('o1'), event('o1', 'ended'), event('o1', 'closed'));
const sceneOf = ({ entries }: { readonly entries: readonly Entry[] }, clockDoubtful = false) => ({
  outages: projectOutages(entries),
  retention: projectRetention(entries),
  days: DAYS,
  clockDoubtful,
});
const planOf = (ledger: TestLedger, now: Instant) => {
  const { outages, retention } = sceneOf(ledger);
  return retentionPlan(outages, retention, DAYS, now);
};
const input = { outage: 'o1', survey: SURVEY, lastNumbers: [NUMBER], lastSerials: [SERIAL] };
const remove = (ledger: TestLedger, now: Instant, more = {}, clockDoubtful = false) =>
  removePatients(sceneOf(ledger, clockDoubtful), { ...input, ...more }, { now, by: 'm' });

describe('the plan', () => {
  test('counts from closing back-entry, to the minute', () => {
    expect(planOf(closed(), at('2026-12-23'))).toMatchObject([
      { stage: 'waiting', dueMs: Date.parse(at('2026-12-24')) },
    ]);
    expect(planOf(closed(), at('2026-12-24'))).toMatchObject([{ stage: 'due' }]);
  });

  test('counts nothing while back-entry is open', () => {
    const open = ledgerOf(declared('o1'), event('o1', 'ended'));
    expect(planOf(open, at('2036-12-24'))).toMatchObject([{ stage: 'open' }]);
  });

  test('goes by the last word of a manager who keeps longer', () => {
    const ledger = closed();
    const until = at('2027-03-01');
    const told = keepLonger(sceneOf(ledger), { outage: 'o1', until, reason: ' complaint ' }, { now: CLOSED, by: 'm' });
    ledger.append(CLOSED, accepted(told));
    expect(planOf(ledger, at('2027-02-28'))).toMatchObject([{ stage: 'waiting', extended: { reason: 'complaint' } }]);
    expect(planOf(ledger, until)).toMatchObject([{ stage: 'due' }]);
  });
});

test.each([
  ['is in the past', at('2026-11-20'), 'x', 'bad-until'],
  ['is eleven years ahead', at('2037-11-20'), 'x', 'bad-until'],
  ['has no reason', at('2026-12-30'), ' ', 'reason-missing'],
])('keeping longer is refused when it %s', (_name, until, reason, code) => {
  const told = keepLonger(sceneOf(closed()), { outage: 'o1', until, reason }, { now: CLOSED, by: 'm' });
  expect(refused(told)).toMatchObject({ code });
});

describe('removing', () => {
  const two = { reason: 'asked by the board', secondPerson: 'am' };

  test('says what went by kinds and counts, who decided and why, and no name', () => {
    const [entry] = accepted(remove(closed(), at('2026-12-24')));
    expect(entry).toEqual({
      book: 'o1',
      subject: 'o1',
      by: 'm',
      type: 'patients.removed',
      payload: {
        closedAt: CLOSED,
        counts: { 'form.signed': 2 },
        entries: 2,
        drafts: 1,
        snapshots: 1,
        epochs: [9],
        why: 'policy',
        keptDays: DAYS,
        lastNumbers: [NUMBER],
        lastSerials: [SERIAL],
        snapshotsUpTo: at('2026-11-23'),
      },
    });
  });

  test('needs a second person and a reason before its time', () => {
    const now = at('2026-12-01');
    expect(refused(remove(closed(), now))).toEqual({ code: 'second-person-missing' });
    expect(refused(remove(closed(), now, { ...two, secondPerson: 'm' }))).toEqual({ code: 'same-person' });
    expect(refused(remove(closed(), now, { ...two, reason: ' ' }))).toEqual({ code: 'reason-missing' });
    expect(accepted(remove(closed(), now, two))).toMatchObject([
      { payload: { why: 'two-people', secondPerson: 'am' } },
    ]);
  });

  test('needs them also when the clock was set forward since, whatever it says now', () => {
    const now = at('2035-01-01');
    expect(refused(remove(closed(), now, {}, true))).toEqual({ code: 'clock-doubtful' });
    expect(remove(closed(), now, two, true)).toMatchObject({ ok: true });
  });

  test('is refused while another downtime runs, and when it was not closed or was done before', () => {
    const now = at('2026-12-24');
    const running = closed();
    running.append(CLOSED, [declared('o2')]);
    expect(refused(remove(running, now))).toEqual({ code: 'downtime-running' });
    expect(refused(remove(ledgerOf(declared('o1'), event('o1', 'ended')), now))).toEqual({ code: 'not-closed-yet' });
    const done = closed();
    done.append(now, accepted(remove(done, now)));
    expect(refused(remove(done, now))).toEqual({ code: 'already-removed' });
    expect(refused(remove(done, now, { outage: 'o9' }))).toEqual({ code: 'unknown-outage' });
  });

  test('is refused whole when a part lies under a key others need', () => {
    const shared = remove(closed(), at('2026-12-24'), { survey: { ...SURVEY, shared: 3 } });
    expect(refused(shared)).toEqual({ code: 'shared-key', entries: 3 });
  });

  test('leaves the last known patients to another back-entry that still needs them', () => {
    const ledger = closed();
    ledger.append(CLOSED, [declared('o2'), event('o2', 'ended')]);
    expect(accepted(remove(ledger, at('2026-12-24')))).toMatchObject([{ payload: { snapshotsUpTo: null } }]);
  });
});

test('what is left of a removed outage is closed, says so, and no number is ever given again', () => {
  const ledger = closed();
  const now = at('2026-12-24');
  const removal = accepted(remove(ledger, now));
  // As after the removal: of the outage only what needs no key of its own can be read.
  const left = ledgerOf(declared('o1'), event('o1', 'ended'), ...removal);
  const outages = projectOutages(left.entries);
  expect(currentOutage(outages)).toMatchObject({ stage: 'closed', closedAt: CLOSED, removedAt: CLOSED });
  expect(planOf(left, now)).toMatchObject([{ stage: 'removed', removed: { payload: { entries: 2 } } }]);
  const { issued } = projectPatients(left.entries);
  expect([...issued]).toEqual([NUMBER]);
  expect(highestSequence(left.entries.reduce(foldSerials, NO_SERIALS), '7B02', 'DT')).toBe(40);
  const next = formatDowntimeNumber({ workstation: '7B02', sequence: 13 });
  expect(nextDowntimeNumber('7B02', issued)).toEqual({ ok: true, value: next });
});
