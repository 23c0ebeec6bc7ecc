import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEntries } from '../../../../renderer/domain/ledger/order';
import { declareOutage, endOutage, joinOutage } from '../../../../renderer/domain/outage/commands';
import { clockText, durationText } from '../../../../renderer/domain/outage/duration-text';
import { outageElapsedMs, outagePhase } from '../../../../renderer/domain/outage/phases';
import {
  currentOutage,
  NO_OUTAGES,
  projectOutages,
  runningOutages,
  stageOf,
} from '../../../../renderer/domain/outage/projection';
import { accepted, TestLedger } from '../../../support/test-ledger';

const SINCE = '2026-11-22T05:27:00.000+01:00';
const unplanned = { kind: 'unplanned', systems: ['ehr'], ward: '7B', since: SINCE } as const;
const ctx = (id: string, by = 'u1') => ({ now: SINCE, by, newId: () => id });

function twoPcs() {
  const pc1 = new TestLedger('pc1');
  const pc2 = new TestLedger('pc2');
  pc1.append(SINCE, accepted(declareOutage(NO_OUTAGES, unplanned, ctx('o1'))));
  pc2.receive(pc1.entries);
  return { pc1, pc2 };
}

describe('projectOutages', () => {
  it('says unknown, never up, of a system nobody spoke about', () => {
    const { pc1 } = twoPcs();
    const event = currentOutage(projectOutages(pc1.entries));
    expect(event?.systems.ehr).toMatchObject({ state: 'down', since: SINCE });
    expect(event?.systems.lis).toEqual({ state: 'unknown' });
  });

  it('shows a slow system as degraded when that was declared', () => {
    const pc = new TestLedger('pc1');
    pc.append(SINCE, accepted(declareOutage(NO_OUTAGES, { ...unplanned, kind: 'slow' }, ctx('o1'))));
    expect(currentOutage(projectOutages(pc.entries))?.systems.ehr.state).toBe('degraded');
  });

  it('counts the later all-clear and shows the conflict when two PCs ended at once', () => {
    const { pc1, pc2 } = twoPcs();
    const [first, second] = ['2026-11-22T08:37:00.000+01:00', '2026-11-22T08:41:00.000+01:00'];
    pc1.append(
      second,
      accepted(endOutage(projectOutages(pc1.entries), { outage: 'o1', until: second }, { ...ctx(''), now: second })),
    );
    pc2.append(
      first,
      accepted(
        endOutage(projectOutages(pc2.entries), { outage: 'o1', until: first }, { ...ctx('', 'u2'), now: second }),
      ),
    );
    pc1.receive(pc2.entries);
    const event = currentOutage(projectOutages(pc1.entries));
    expect(event?.until).toBe(second);
    expect(event?.conflicts.map((one) => [one.code, one.by])).toEqual([['ended-twice', 'u2']]);
  });

  it('keeps both events when two PCs declared before they met', () => {
    const [pc1, pc2] = [new TestLedger('pc1'), new TestLedger('pc2')];
    pc1.append(SINCE, accepted(declareOutage(NO_OUTAGES, unplanned, ctx('o1'))));
    pc2.append(SINCE, accepted(declareOutage(NO_OUTAGES, { ...unplanned, ward: '7A' }, ctx('o2'))));
    pc1.receive(pc2.entries);
    expect(runningOutages(projectOutages(pc1.entries), 'real').map((event) => event.id)).toEqual(['o1', 'o2']);
  });

  it('keeps a fact whose event is not here', () => {
    const { pc1 } = twoPcs();
    const [stray] = pc1.append(SINCE, [
      { book: 'o9', subject: 'o9', by: 'u1', type: 'outage.ended', payload: { until: SINCE } },
    ]);
    expect(projectOutages(pc1.entries).orphans).toEqual([{ entry: stray?.id, type: 'outage.ended', book: 'o9' }]);
  });

  it('folds to the same state whatever order the copies come in', () => {
    const { pc1, pc2 } = twoPcs();
    const wards = ['7A', '7C', 'ED', 'ICU'];
    for (const [n, ward] of wards.entries()) {
      const pc = n % 2 === 0 ? pc1 : pc2;
      pc.append(SINCE, accepted(joinOutage(projectOutages(pc.entries), { outage: 'o1', ward, since: SINCE }, ctx(''))));
    }
    const all = [...pc1.entries, ...pc2.entries];
    const expected = projectOutages(mergeEntries(all));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length), (shuffled, cut) => {
        expect(projectOutages(mergeEntries(shuffled.slice(0, cut), shuffled.slice(cut)))).toEqual(expected);
      }),
    );
    expect(expected.events[0]?.wards.map((one) => one.ward).sort()).toEqual(['7A', '7B', '7C', 'ED', 'ICU']);
  });

  it('says none when a realm never had an event', () => {
    const { pc1 } = twoPcs();
    const state = projectOutages(pc1.entries);
    expect([stageOf(state, 'real'), stageOf(state, 'drill')]).toEqual(['running', 'none']);
  });
});

describe('elapsed time and phases', () => {
  it.each([
    ['2026-11-22T05:27:00.000+01:00', 'first-15'],
    ['2026-11-22T05:42:00.000+01:00', 'first-hour'],
    ['2026-11-22T06:27:00.000+01:00', 'during'],
    ['2026-11-22T13:27:00.000+01:00', 'extended-8h'],
    ['2026-11-23T05:27:00.000+01:00', 'extended-24h'],
    ['2026-11-25T05:27:00.000+01:00', 'extended-72h'],
  ])('is at %s in %s', (now, phase) => {
    expect(outagePhase({ since: SINCE, stage: 'running' }, now)).toBe(phase);
  });

  it('counts real hours when the clock is set back in the night', () => {
    const event = { since: '2026-10-25T01:30:00.000+02:00' };
    expect(outageElapsedMs(event, '2026-10-25T02:30:00.000+01:00')).toBe(2 * 3_600_000);
  });

  it('turns from recovery to back-entry an hour after the all-clear', () => {
    const event = { since: SINCE, until: '2026-11-22T08:37:00.000+01:00', stage: 'ended' } as const;
    expect(outagePhase(event, '2026-11-22T09:36:59.000+01:00')).toBe('recovery');
    expect(outagePhase(event, '2026-11-22T09:37:00.000+01:00')).toBe('back-entry');
    expect(outageElapsedMs(event, '2026-11-23T00:00:00.000+01:00')).toBe(190 * 60_000);
  });

  it('says a duration in digits', () => {
    expect([0, 45, 60, 190, 1440, 1500, 3120].map((min) => durationText(min * 60_000))).toEqual([
      '0 min',
      '45 min',
      '1 h',
      '3 h 10 min',
      '1 d',
      '1 d 1 h',
      '2 d 4 h',
    ]);
    expect([clockText(134 * 60_000 + 59_999), clockText(74 * 3_600_000 + 300_000)]).toEqual(['02:14', '74:05']);
  });
});
