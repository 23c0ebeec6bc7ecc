import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesDuring,
  clockChangesBetween,
  type ClockReading,
  projectClock,
} from '../../../../renderer/domain/workstation/clock-changes';
import { TestLedger } from '../../../support/test-ledger';

const HOUR = 3_600_000;
const START: ClockReading = {
  wallMs: Date.parse('2026-11-22T10:05:00.000+01:00'),
  uptimeMs: 5 * HOUR,
  boot: 'a',
  zone: 'Europe/Berlin',
  offsetMinutes: 60,
};
/** `passed` later by the counter; the clock jumped by `jump`. */
const later = (passed: number, jump = 0, more: Partial<ClockReading> = {}): ClockReading => ({
  ...START,
  wallMs: START.wallMs + passed + jump,
  uptimeMs: START.uptimeMs + passed,
  ...more,
});

describe('a clock', () => {
  test('has changed nothing while it goes with the counter, however long', () => {
    expect(clockChangesBetween(START, later(30 * 24 * HOUR))).toEqual([]);
    expect(clockChangesBetween(START, later(60_000, 2_000))).toEqual([]);
    expect(clockChangesBetween(undefined, START)).toEqual([]);
  });

  test('was set back an hour, with what it would have shown', () => {
    expect(clockChangesBetween(START, later(60_000, -HOUR))).toEqual([
      { kind: 'set-back', byMs: -HOUR, was: '2026-11-22T10:06:00.000+01:00', is: '2026-11-22T09:06:00.000+01:00' },
    ]);
  });

  test('was set forward and back again: two changes that cancel out', () => {
    const forward = clockChangesBetween(START, later(60_000, HOUR));
    const back = clockChangesBetween(later(60_000, HOUR), later(120_000));
    expect([...forward, ...back].map(({ byMs }) => byMs)).toEqual([HOUR, -HOUR]);
  });

  test('any jump from half a minute is told with its size, and only then', () => {
    const day = 24 * HOUR;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: day }), fc.integer({ min: -day, max: day }), (passed, jump) => {
        const told = clockChangesBetween(START, later(passed, jump)).map(({ byMs }) => byMs);
        expect(told).toEqual(Math.abs(jump) >= 30_000 ? [jump] : []);
      }),
    );
  });

  test('is behind the last look after the PC was off: at least so far back', () => {
    const booted = { ...later(0, -HOUR), uptimeMs: 20_000, boot: 'b' };
    expect(clockChangesBetween(START, booted)).toMatchObject([{ kind: 'set-back', byMs: -HOUR, atLeast: true }]);
    expect(clockChangesBetween(START, { ...later(HOUR), uptimeMs: 20_000, boot: 'b' })).toEqual([]);
  });

  test('is behind the newest entry when the last look is lost', () => {
    expect(clockChangesBetween(undefined, START, START.wallMs + HOUR)).toMatchObject([
      { kind: 'set-back', byMs: -HOUR, atLeast: true },
    ]);
  });

  test('without a name for the boot: a counter that went on is the same boot, one that began anew is not', () => {
    const unnamed = { ...START, boot: null };
    expect(clockChangesBetween(unnamed, later(60_000, -HOUR, { boot: null }))).toMatchObject([{ byMs: -HOUR }]);
    const off = { ...later(9 * HOUR), uptimeMs: 6 * HOUR, boot: null };
    expect(clockChangesBetween(unnamed, off)).toEqual([]);
  });

  test('went back for daylight saving: told, and no jump', () => {
    const summer = { ...START, offsetMinutes: 120 };
    expect(clockChangesBetween(summer, later(60_000))).toEqual([
      {
        kind: 'daylight-saving',
        byMs: -HOUR,
        was: '2026-11-22T11:06:00.000+02:00',
        is: '2026-11-22T10:06:00.000+01:00',
      },
    ]);
    expect(clockChangesBetween({ ...summer, zone: 'Europe/Helsinki' }, later(60_000))).toMatchObject([
      { kind: 'zone-changed' },
    ]);
  });
});

test('belongs to the events that were open then, whatever its times say', () => {
  const ledger = new TestLedger('WS-7B-02');
  const jump = { kind: 'set-back', byMs: -HOUR, was: atHour(10), is: atHour(9) } as const;
  const note = { book: 'workstation', subject: 'WS-7B-02', by: '-', type: 'clock.changed', payload: jump } as const;
  ledger.append(atHour(8), [note]);
  ledger.append(atHour(9), [
    {
      book: 'o1',
      subject: 'o1',
      by: '-',
      type: 'outage.declared',
      payload: { kind: 'unplanned', systems: ['ehr'], ward: '7B', since: atHour(9) },
    },
    note,
    {
      book: 'o1',
      subject: 'o1',
      by: 'm',
      type: 'outage.closed',
      payload: { closedAt: atHour(10), openItems: 0 },
    },
    note,
  ]);
  const state = projectClock(ledger.entries);
  expect(state.changes).toHaveLength(3);
  expect(changesDuring(state, 'o1').map(({ id }) => id)).toEqual(['WS-7B-02-3']);
});

test('the offset to a trusted clock goes with every jump since', () => {
  const ledger = new TestLedger('WS-7B-02');
  const about = { book: 'workstation', subject: 'WS-7B-02', by: 'm' } as const;
  ledger.append(atHour(8), [
    { ...about, type: 'clock.compared', payload: { offsetMs: 120_000 } },
    {
      ...about,
      type: 'clock.changed',
      payload: { kind: 'set-back', byMs: -HOUR, was: atHour(10), is: atHour(9) },
    },
    {
      ...about,
      type: 'clock.changed',
      payload: { kind: 'daylight-saving', byMs: -HOUR, was: atHour(10), is: atHour(9) },
    },
  ]);
  expect(projectClock(ledger.entries).compared['WS-7B-02']).toEqual({
    at: atHour(8),
    by: 'm',
    offsetMs: 120_000 - HOUR,
  });
});

function atHour(hour: number): string {
  return `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000+01:00`;
}
