import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletinOf, OUTAGE_LENGTHS, outageLength } from '../../../../renderer/domain/outage/bulletin';
import { changeSystem, declareOutage, endOutage, updateOutage } from '../../../../renderer/domain/outage/commands';
import { SYSTEMS } from '../../../../renderer/domain/outage/entries';
import { currentOutage, NO_OUTAGES, projectOutages } from '../../../../renderer/domain/outage/projection';
import type { OutageState } from '../../../../renderer/domain/outage/outage';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const at = (time: string): string => `2026-11-22T${time}:00.000+01:00`;
const ctx = (now: string) => ({ now, by: 'u1', newId: () => 'o1' });

class Night {
  readonly pc = new TestLedger('pc1');
  constructor() {
    const input = { kind: 'unplanned', systems: ['ehr', 'lis'], ward: '7B', since: at('02:00') } as const;
    this.pc.append(at('02:05'), accepted(declareOutage(NO_OUTAGES, input, ctx(at('02:05')))));
  }
  get outages() {
    return projectOutages(this.pc.entries);
  }
  get event(): OutageState {
    const event = currentOutage(this.outages);
    if (!event) throw new Error('declared');
    return event;
  }
  says(now: string, input: Omit<Parameters<typeof updateOutage>[1], 'outage'>) {
    const outcome = updateOutage(this.outages, { outage: 'o1', ...input }, ctx(at(now)));
    if (outcome.ok) this.pc.append(at(now), outcome.value);
    return outcome;
  }
}

describe('bulletinOf', () => {
  it('says of every system where it stands, and of those nobody spoke about that nobody did', () => {
    const night = new Night();
    night.pc.append(
      at('02:20'),
      accepted(
        changeSystem(
          night.outages,
          { outage: 'o1', system: 'phones', state: 'degraded', since: at('02:15'), saidBy: 'Switchboard' },
          ctx(at('02:20')),
        ),
      ),
    );
    const { systems } = bulletinOf(night.event, at('02:30'));
    expect(systems.down.map(({ system }) => system)).toEqual(['ehr', 'lis']);
    expect(systems.degraded).toEqual([
      { system: 'phones', state: 'degraded', since: at('02:15'), saidBy: 'Switchboard' },
    ]);
    expect(systems.up).toEqual([]);
    expect(Object.values(systems).flat().length).toBe(SYSTEMS.length);
  });

  it('carries the newest word, a higher number with each change, and says when the promised word did not come', () => {
    const night = new Night();
    const first = bulletinOf(night.event, at('02:10'));
    accepted(night.says('02:10', { text: 'Database team is called', saidBy: 'IT duty', nextAt: at('02:40') }));
    accepted(night.says('02:41', { text: 'Restore begins', expectedUntil: at('09:00'), nextAt: at('03:30') }));
    const second = bulletinOf(night.event, at('02:45'));
    expect(second.number).toBeGreaterThan(first.number);
    expect(second).toMatchObject({ update: { text: 'Restore begins' }, nextAt: at('03:30'), overdue: false });
    expect(bulletinOf(night.event, at('03:31')).overdue).toBe(true);
    expect(night.event.expectedUntil).toBe(at('09:00'));
    expect(night.event.updates.map(({ saidBy }) => saidBy)).toEqual(['IT duty', undefined]);
  });

  it('keeps the expected end when a word says nothing of it, and drops it when nobody knows any more', () => {
    const night = new Night();
    accepted(night.says('02:10', { text: 'Two hours', expectedUntil: at('04:00') }));
    accepted(night.says('02:20', { text: 'Still two hours' }));
    expect(night.event.expectedUntil).toBe(at('04:00'));
    accepted(night.says('02:30', { text: 'We do not know', expectedUntil: null }));
    expect(night.event.expectedUntil).toBeUndefined();
  });

  it('waits for no further word once the EHR is back', () => {
    const night = new Night();
    accepted(night.says('02:10', { text: 'Restart', nextAt: at('02:40') }));
    night.pc.append(
      at('02:30'),
      accepted(endOutage(night.outages, { outage: 'o1', until: at('02:30') }, ctx(at('02:30')))),
    );
    expect(bulletinOf(night.event, at('03:00'))).toMatchObject({ overdue: false });
  });
});

describe('updateOutage', () => {
  it.each([
    [{ text: '  ' }, 'text-missing'],
    [{ text: 'x'.repeat(301) }, 'text-too-long'],
    [{ text: 'x', nextAt: at('02:00') }, 'next-update-in-the-past'],
    [{ text: 'x', nextAt: 'soon' }, 'bad-time'],
    [{ text: 'x', expectedUntil: at('01:59') }, 'expected-before-start'],
  ])('refuses %j as %s', (input, code) => {
    expect(refused(new Night().says('02:10', input))).toMatchObject({ code });
  });
});

describe('outageLength', () => {
  const event = { since: at('02:00') };

  it('grows while it lasts, whatever was expected', () => {
    const expecting = { ...event, expectedUntil: at('02:30') };
    expect(outageLength(expecting, at('02:10'))).toBe('hour');
    expect(outageLength(expecting, at('04:00'))).toBe('shift');
    expect(outageLength({ ...event, expectedUntil: '2026-11-24T02:00:00.000+01:00' }, at('02:10'))).toBe('days');
  });

  it('is never shorter than it has lasted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (lasted, expected) => {
        const plus = (hours: number): string => new Date(Date.parse(at('02:00')) + hours * 3_600_000).toISOString();
        const length = outageLength({ ...event, expectedUntil: plus(expected) }, plus(lasted));
        const below = OUTAGE_LENGTHS.find(({ id }) => id === length)?.belowHours ?? 0;
        expect(below).toBeGreaterThan(Math.max(lasted, expected));
      }),
    );
  });
});
