import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochMs } from '../../../../renderer/domain/basics/time';
import type { DueRule } from '../../../../renderer/domain/checklist/checklist';
import { dueAtMs, phaseOpensAtMs, roundsDueBy, type RunTimes } from '../../../../renderer/domain/checklist/due-times';
import { clockTimeIn, epochMsOfLocal, instantIn, localTimeAt } from '../../../../renderer/domain/basics/zoned-time';

const BERLIN = 'Europe/Berlin';
const ZONES = [
  BERLIN,
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/St_Johns',
  'Pacific/Apia',
  'UTC',
];
const times = (start: string, end?: string): RunTimes => ({
  start,
  zone: BERLIN,
  ...(end === undefined ? {} : { end }),
});
const due = (rule: DueRule, at: RunTimes, round = 1, phase: 'during' | 'first-hour' | 'all-clear' = 'during') => {
  const ms = dueAtMs(rule, phase, at, round);
  return ms === undefined ? undefined : instantIn(at.zone, ms);
};

describe('due times', () => {
  const at = times('2026-11-22T05:27:00.000+01:00');

  it('count from the start, from the phase, in rounds and by the clock', () => {
    expect(due({ fromStart: 10 }, at)).toBe('2026-11-22T05:37:00.000+01:00');
    expect(due({ fromPhase: 30 }, at, 1, 'first-hour')).toBe('2026-11-22T06:12:00.000+01:00');
    expect(due({ every: 60, first: 90, from: 'start' }, at, 3)).toBe('2026-11-22T08:57:00.000+01:00');
    expect(due({ every: 240, first: 240, from: 'phase' }, at)).toBe('2026-11-22T10:27:00.000+01:00');
    expect(due({ atClock: '00:00' }, at, 2)).toBe('2026-11-24T00:00:00.000+01:00');
  });

  it('are unknown after the all-clear until it is given', () => {
    expect(due({ fromPhase: 2 }, at, 1, 'all-clear')).toBeUndefined();
    const ended = times(at.start, '2026-11-22T08:37:00.000+01:00');
    expect(due({ fromPhase: 2 }, ended, 1, 'all-clear')).toBe('2026-11-22T08:39:00.000+01:00');
  });

  it('keep real distance when the clock is set back in the night', () => {
    const autumn = times('2026-10-25T01:30:00.000+02:00');
    const rounds = [1, 2, 3].map((round) => due({ every: 60, first: 60, from: 'start' }, autumn, round));
    expect(rounds).toEqual([
      '2026-10-25T02:30:00.000+02:00',
      '2026-10-25T02:30:00.000+01:00',
      '2026-10-25T03:30:00.000+01:00',
    ]);
  });

  it('keep the clock time over 72 h when it is set forward', () => {
    const spring = times('2026-03-27T22:00:00.000+01:00');
    const nights = [1, 2, 3].map((round) => due({ atClock: '00:00' }, spring, round));
    expect(nights).toEqual([
      '2026-03-28T00:00:00.000+01:00',
      '2026-03-29T00:00:00.000+01:00',
      '2026-03-30T00:00:00.000+02:00',
    ]);
  });

  it('fall after the jump when the clock never shows their time', () => {
    const spring = times('2026-03-28T22:00:00.000+01:00');
    expect(due({ atClock: '02:30' }, spring)).toBe('2026-03-29T03:30:00.000+02:00');
  });

  it('make no round after the all-clear', () => {
    const ended = times(at.start, '2026-11-22T08:37:00.000+01:00');
    const hourly = { every: 60, first: 60, from: 'start' } as const;
    expect(roundsDueBy(hourly, 'during', ended, toEpochMs('2026-11-23T08:00:00.000+01:00'))).toBe(3);
  });
});

const HOUR = 3_600_000;
const zone = fc.constantFrom(...ZONES);
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
const rule = fc.oneof(
  fc.record({
    every: fc.integer({ min: 5, max: 1440 }),
    first: fc.integer({ min: 0, max: 2880 }),
    from: fc.constantFrom('start' as const, 'phase' as const),
  }),
  fc
    .record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) })
    .map(({ h, m }) => ({ atClock: `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` })),
);

describe('due times, for every start, zone and rule', () => {
  it('count exactly the rounds whose time has come, over 72 h and daylight saving', () => {
    fc.assert(
      fc.property(rule, zone, moment, fc.integer({ min: 0, max: 96 * HOUR }), (one, place, startMs, laterMs) => {
        const at = { start: instantIn(place, startMs), zone: place };
        const now = startMs + laterMs;
        const rounds = roundsDueBy(one, 'during', at, now);
        const last = rounds === 0 ? now : dueAtMs(one, 'during', at, rounds);
        expect(last).toBeLessThanOrEqual(now);
        expect(dueAtMs(one, 'during', at, rounds + 1)).toBeGreaterThan(now);
      }),
    );
  });

  it('follow each other, a day apart by the clock (22 to 26 h where clocks change) and by the interval else', () => {
    fc.assert(
      fc.property(rule, zone, moment, fc.integer({ min: 1, max: 80 }), (one, place, startMs, round) => {
        const at = { start: instantIn(place, startMs), zone: place };
        const gap = (dueAtMs(one, 'during', at, round + 1) ?? 0) - (dueAtMs(one, 'during', at, round) ?? 0);
        const [expected, tolerance] = 'every' in one ? [one.every * 60_000, 0] : [24 * HOUR, 2 * HOUR];
        expect(Math.abs(gap - expected)).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  it('are the same from an instant with any offset: only the moment counts', () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: -600, max: 600 }), (place, startMs, minutes) => {
        const here = { start: instantIn(place, startMs), zone: 'UTC' };
        const utc = { start: new Date(startMs).toISOString(), zone: 'UTC' };
        expect(dueAtMs({ fromStart: minutes }, 'during', here)).toBe(dueAtMs({ fromStart: minutes }, 'during', utc));
        expect(phaseOpensAtMs('extended', here)).toBe(startMs + 8 * HOUR);
      }),
    );
  });
});

describe('zoned time', () => {
  it('writes a moment so that it reads back as the same moment', () => {
    fc.assert(
      fc.property(zone, moment, (place, ms) => {
        expect(toEpochMs(instantIn(place, ms))).toBe(ms);
      }),
    );
  });

  it('finds the moment a clock shows, unless the clock skipped it', () => {
    fc.assert(
      fc.property(zone, moment, (place, ms) => {
        const minuteMs = ms - (ms % 60_000);
        const shown = localTimeAt(place, minuteMs);
        const found = epochMsOfLocal(place, shown);
        expect(localTimeAt(place, found)).toEqual(shown);
        expect(found).toBeLessThanOrEqual(minuteMs);
      }),
    );
  });

  it('shows the wall clock of the ward', () => {
    expect(clockTimeIn(BERLIN, Date.UTC(2026, 6, 1, 22, 5))).toBe('00:05');
  });
});
