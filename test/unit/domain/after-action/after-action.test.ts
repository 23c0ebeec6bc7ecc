import { describe, expect, it } from 'vitest';
import { afterAction, medianOf, type AfterActionInput } from '../../../../renderer/domain/after-action/after-action';
import { requestTimes } from '../../../../renderer/domain/after-action/request-times';
import {
  changeSystem,
  declareOutage,
  endOutage,
  logIncident,
  updateOutage,
} from '../../../../renderer/domain/outage/commands';
import { currentOutage, NO_OUTAGES, projectOutages } from '../../../../renderer/domain/outage/projection';
import { accepted, TestLedger } from '../../../support/test-ledger';

const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
const ctx = (now: string) => ({ now: at(now), by: 'u1', newId: () => 'o1' });

/** Down 02:00 to 05:00, declared at 02:12; a pack at 02:30; one word at 03:00; a safety event. */
function night(): TestLedger {
  const pc = new TestLedger('pc1');
  const outages = () => projectOutages(pc.entries);
  const input = { kind: 'unplanned', systems: ['ehr'], ward: '7B', since: at('02:00') } as const;
  pc.append(at('02:12'), accepted(declareOutage(NO_OUTAGES, input, ctx('02:12'))));
  const pack = { pages: 48, sheets: [], target: 'pdf' } as const;
  const printed = { book: 'workstation', subject: 'paper', by: 'u1', type: 'pack.printed', payload: pack } as const;
  pc.append(at('01:50'), [printed]);
  pc.append(at('02:30'), [printed]);
  pc.append(at('03:00'), accepted(updateOutage(outages(), { outage: 'o1', text: 'Restore' }, ctx('03:00'))));
  pc.append(
    at('04:45'),
    accepted(changeSystem(outages(), { outage: 'o1', system: 'ehr', state: 'up', since: at('04:40') }, ctx('04:45'))),
  );
  pc.append(
    at('04:50'),
    accepted(
      logIncident(
        outages(),
        { outage: 'o1', kind: 'safety', text: 'Tube without label', occurredAt: at('03:30') },
        ctx('04:50'),
      ),
    ),
  );
  pc.append(at('05:00'), accepted(endOutage(outages(), { outage: 'o1', until: at('05:00') }, ctx('05:00'))));
  return pc;
}

function given(pc: TestLedger, more: Partial<AfterActionInput> = {}): AfterActionInput {
  const event = currentOutage(projectOutages(pc.entries));
  if (!event) throw new Error('declared');
  return {
    event,
    entries: pc.entries,
    steps: [],
    forms: [],
    requests: [],
    resultedAt: () => undefined,
    problems: [],
    now: at('09:00'),
    ...more,
  };
}

const MINUTE = 60_000;

describe('afterAction', () => {
  it('counts from the beginning, not from when it was declared', () => {
    const report = afterAction(given(night()));
    expect(report.lastedMs).toBe(180 * MINUTE);
    expect(report.declaredAfterMs).toBe(12 * MINUTE);
    expect(report.firstPaperAfterMs).toBe(30 * MINUTE);
    // What was printed before the outage is not of it.
    expect(report.pages).toBe(48);
  });

  it('finds the longest time without news and keeps what was written in the log', () => {
    const report = afterAction(given(night()));
    // 03:00 to 04:45.
    expect(report.updates).toEqual({ count: 1, longestSilenceMs: 105 * MINUTE });
    expect(report.log.safety.map(({ text }) => text)).toEqual(['Tube without label']);
  });

  it('leaves out what nothing was written about', () => {
    const report = afterAction(given(night()));
    expect(report.firstStepAfterMs).toBeUndefined();
    expect(report.backEntry).toBeUndefined();
    expect(report.problems.medianMs).toBeUndefined();
  });

  it('goes on counting while it lasts', () => {
    const pc = night();
    pc.entries.pop();
    expect(afterAction(given(pc)).lastedMs).toBe(7 * 60 * MINUTE);
  });

  it('says when the back-entry was empty only once it is', () => {
    const item = { byPolicy: false, conflict: false, mark: { at: at('07:00') } };
    const settled = { ...item, state: 'entered' };
    const lines = (...list: readonly unknown[]) => list as AfterActionInput['backEntry'];
    const pc = night();
    expect(
      afterAction(given(pc, { backEntry: lines(settled, { ...item, state: 'to-enter' }) ?? [] })).backEntry,
    ).toEqual({
      items: 2,
      settled: 1,
      open: 1,
      conflicts: 0,
    });
    expect(afterAction(given(pc, { backEntry: lines(settled) ?? [] })).backEntry?.emptyAfterMs).toBe(120 * MINUTE);
  });
});

describe('requestTimes', () => {
  it('takes a time that really was, and leaves out what was struck through', () => {
    const request = (serial: string, minutes: number, struck = false) => ({
      serial,
      struck,
      priority: 'stat',
      priorityLabel: 'Stat (now)',
      requestedAt: at('02:00'),
      stage: minutes < 0 ? 'requested' : 'resulted',
      kind: { department: 'laboratory' },
      minutes,
    });
    const all = [10, 20, 30, 40, 100, -1].map((minutes, index) => request(`s${index}`, minutes));
    const took = new Map([...all, request('x', 5, true)].map((one) => [one.serial, one.minutes]));
    const [row, ...others] = requestTimes([...all, request('x', 5, true)] as never, (serial) => {
      const minutes = took.get(serial) ?? -1;
      return minutes < 0 ? undefined : new Date(Date.parse(at('02:00')) + minutes * MINUTE).toISOString();
    });
    expect(others).toEqual([]);
    expect(row).toEqual({
      department: 'laboratory',
      priority: 'Stat (now)',
      count: 6,
      resulted: 5,
      cancelled: 0,
      medianMs: 30 * MINUTE,
      ninthTenthMs: 100 * MINUTE,
    });
  });
});

describe('medianOf', () => {
  it.each([
    [[], undefined],
    [[5], 5],
    [[9, 1], 5],
    [[3, 1, 2], 2],
  ])('of %j is %s', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
