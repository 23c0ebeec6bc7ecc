import { describe, expect, it } from 'vitest';
import {
  changeSystem,
  closeOutage,
  declareOutage,
  endOutage,
  joinOutage,
  logIncident,
  resumeOutage,
  updateOutage,
} from '../../../../renderer/domain/outage/commands';
import { NO_OUTAGES, projectOutages, runningOutage } from '../../../../renderer/domain/outage/projection';
import { OUTAGE_RULES, type OutageStage } from '../../../../renderer/domain/outage/rules';
import { accepted, countingIds, refused, TestLedger } from '../../../support/test-ledger';

const NOW = '2026-11-22T05:31:00.000+01:00';
const SINCE = '2026-11-22T05:27:00.000+01:00';
const ctx = (now = NOW, by = 'u-moreau') => ({ now, by, newId: countingIds('outage') });
const unplanned = { kind: 'unplanned', systems: ['ehr', 'orders'], ward: '7B', since: SINCE } as const;

function declared(pc = new TestLedger('pc1')) {
  pc.append(NOW, accepted(declareOutage(NO_OUTAGES, unplanned, ctx())));
  return pc;
}

function ended(pc = declared()) {
  const until = '2026-11-22T08:37:00.000+01:00';
  pc.append(until, accepted(endOutage(projectOutages(pc.entries), { outage: 'outage-1', until }, ctx(until))));
  return pc;
}

describe('declareOutage', () => {
  it('writes one fact under a new book when nothing runs', () => {
    expect(accepted(declareOutage(NO_OUTAGES, unplanned, ctx()))).toEqual([
      {
        book: 'outage-1',
        subject: 'outage-1',
        by: 'u-moreau',
        type: 'outage.declared',
        payload: { kind: 'unplanned', systems: ['ehr', 'orders'], ward: '7B', since: SINCE },
      },
    ]);
  });

  it('names the running event to join when one runs already', () => {
    const state = projectOutages(declared().entries);
    expect(refused(declareOutage(state, unplanned, ctx()))).toEqual({
      code: 'already-running',
      outage: 'outage-1',
      since: SINCE,
      ward: '7B',
      kind: 'unplanned',
    });
  });

  it('refuses a drill when a real outage runs', () => {
    const state = projectOutages(declared().entries);
    expect(refused(declareOutage(state, { ...unplanned, kind: 'drill' }, ctx())).code).toBe('already-running');
  });

  it('opens a book of its own when a drill runs and a real outage begins', () => {
    const pc = new TestLedger('pc1');
    pc.append(
      NOW,
      accepted(declareOutage(NO_OUTAGES, { ...unplanned, kind: 'drill' }, { ...ctx(), newId: () => 'drill-1' })),
    );
    pc.append(NOW, accepted(declareOutage(projectOutages(pc.entries), unplanned, ctx())));
    const state = projectOutages(pc.entries);
    expect(runningOutage(state)?.id).toBe('outage-1');
    expect(runningOutage(state, 'drill')?.id).toBe('drill-1');
  });

  it('starts a new event when the last one has ended', () => {
    const state = projectOutages(ended().entries);
    expect(declareOutage(state, unplanned, ctx()).ok).toBe(true);
  });

  it.each([
    ['2026-11-22T05:36:01.000+01:00', 'in-future'],
    ['2025-10-20T05:31:00.000+02:00', 'too-long-ago'],
    ['22.11.2026 05:27', 'bad-time'],
  ])('refuses when it began at %s', (since, code) => {
    expect(refused(declareOutage(NO_OUTAGES, { ...unplanned, since }, ctx()))).toMatchObject({ code, field: 'since' });
  });

  it('accepts a start five minutes ahead when clocks differ', () => {
    expect(declareOutage(NO_OUTAGES, { ...unplanned, since: '2026-11-22T05:36:00.000+01:00' }, ctx()).ok).toBe(true);
  });

  it.each([
    [{ ward: ' ' }, 'ward-missing'],
    [{ systems: [] }, 'systems-missing'],
    [{ systems: ['ehr', 'fax'] }, 'unknown-system'],
    [{ expectedUntil: SINCE }, 'expected-before-start'],
    [{ note: 'x'.repeat(2_001) }, 'text-too-long'],
  ])('refuses %j', (part, code) => {
    expect(refused(declareOutage(NO_OUTAGES, { ...unplanned, ...part }, ctx())).code).toBe(code);
  });
});

describe('joinOutage', () => {
  it('writes the ward with its own start when another ward joins', () => {
    const state = projectOutages(declared().entries);
    expect(accepted(joinOutage(state, { outage: 'outage-1', ward: '7A', since: NOW }, ctx()))).toEqual([
      {
        book: 'outage-1',
        subject: 'outage-1',
        by: 'u-moreau',
        type: 'outage.joined',
        payload: { ward: '7A', since: NOW },
      },
    ]);
  });

  it('refuses a ward when it takes part already', () => {
    const state = projectOutages(declared().entries);
    expect(refused(joinOutage(state, { outage: 'outage-1', ward: '7B', since: NOW }, ctx())).code).toBe(
      'already-joined',
    );
  });
});

describe('endOutage and resumeOutage', () => {
  it('refuses an all-clear before the start', () => {
    const state = projectOutages(declared().entries);
    const until = '2026-11-22T05:26:59.000+01:00';
    expect(refused(endOutage(state, { outage: 'outage-1', until }, ctx()))).toEqual({
      code: 'before-start',
      since: SINCE,
    });
  });

  it('refuses a second all-clear when the event has ended', () => {
    const state = projectOutages(ended().entries);
    expect(refused(endOutage(state, { outage: 'outage-1', until: NOW }, ctx()))).toEqual({
      code: 'not-allowed-now',
      command: 'end',
      stage: 'ended',
    });
  });

  it('keeps the first start and both stretches when the all-clear was wrong', () => {
    const pc = ended();
    const since = '2026-11-22T08:50:00.000+01:00';
    const facts = accepted(
      resumeOutage(projectOutages(pc.entries), { outage: 'outage-1', since, reason: 'down again' }, ctx(since)),
    );
    expect(facts).toEqual([
      {
        book: 'outage-1',
        subject: 'outage-1',
        by: 'u-moreau',
        type: 'outage.resumed',
        payload: { since, reason: 'down again' },
      },
    ]);
    pc.append(since, facts);
    const event = runningOutage(projectOutages(pc.entries));
    expect(event).toMatchObject({ stage: 'running', since: SINCE });
    expect(event?.until).toBeUndefined();
    expect(event?.spans).toEqual([{ from: SINCE, until: '2026-11-22T08:37:00.000+01:00' }, { from: since }]);
  });

  it('refuses to resume without a reason', () => {
    const state = projectOutages(ended().entries);
    const since = '2026-11-22T08:50:00.000+01:00';
    expect(refused(resumeOutage(state, { outage: 'outage-1', since, reason: ' ' }, ctx(since))).code).toBe(
      'reason-missing',
    );
  });
});

describe('changeSystem and logIncident', () => {
  it('writes state, time and who said so when a system comes back', () => {
    const state = projectOutages(declared().entries);
    const input = { outage: 'outage-1', system: 'orders', state: 'up', since: NOW, saidBy: 'IT bridge' } as const;
    expect(accepted(changeSystem(state, input, ctx()))[0]).toMatchObject({
      type: 'system.changed',
      payload: { system: 'orders', state: 'up', since: NOW, saidBy: 'IT bridge' },
    });
  });

  it('writes nothing when the system is in that state already', () => {
    const state = projectOutages(declared().entries);
    expect(
      refused(changeSystem(state, { outage: 'outage-1', system: 'ehr', state: 'down', since: NOW }, ctx())).code,
    ).toBe('unchanged');
  });

  it('takes a late incident when the event is closed', () => {
    const pc = ended();
    const now = '2026-11-22T12:00:00.000+01:00';
    pc.append(
      now,
      accepted(
        closeOutage(projectOutages(pc.entries), { outage: 'outage-1', criticalOpen: 0, openItems: 2 }, ctx(now)),
      ),
    );
    const state = projectOutages(pc.entries);
    const line = { outage: 'outage-1', text: ' Lost label found ', kind: 'safety', occurredAt: NOW } as const;
    expect(accepted(logIncident(state, line, ctx(now)))[0]?.payload).toEqual({
      text: 'Lost label found',
      kind: 'safety',
      occurredAt: NOW,
    });
    expect(refused(endOutage(state, { outage: 'outage-1', until: now }, ctx(now))).code).toBe('not-allowed-now');
  });

  it('refuses an empty line', () => {
    const state = projectOutages(declared().entries);
    expect(
      refused(logIncident(state, { outage: 'outage-1', text: ' ', kind: 'note', occurredAt: NOW }, ctx())).code,
    ).toBe('text-missing');
  });
});

describe('closeOutage', () => {
  it('refuses while critical items are open', () => {
    const state = projectOutages(ended().entries);
    expect(refused(closeOutage(state, { outage: 'outage-1', criticalOpen: 3, openItems: 9 }, ctx()))).toEqual({
      code: 'not-ready-to-close',
      openItems: 3,
    });
  });
});

describe('the rules', () => {
  const commands = {
    join: joinOutage,
    end: endOutage,
    resume: resumeOutage,
    'change-system': changeSystem,
    update: updateOutage,
    'log-incident': logIncident,
    close: closeOutage,
  };
  const now = '2026-11-22T13:00:00.000+01:00';
  const input = {
    outage: 'outage-1',
    ward: '7A',
    since: now,
    until: now,
    reason: 'r',
    text: 't',
    kind: 'note',
    occurredAt: now,
    system: 'lis',
    state: 'down',
    criticalOpen: 0,
    openItems: 0,
  } as const;

  function inStage(stage: OutageStage) {
    const pc = stage === 'running' ? declared() : ended();
    if (stage === 'closed') pc.append(now, accepted(closeOutage(projectOutages(pc.entries), input, ctx(now))));
    return projectOutages(pc.entries);
  }

  it.each(['running', 'ended', 'closed'] as const)('allow exactly what the table says when %s', (stage) => {
    const state = inStage(stage);
    const allowed = Object.entries(commands)
      .filter(([, command]) => command(state, input, ctx(now)).ok)
      .map(([name]) => name);
    expect(allowed.sort()).toEqual([...OUTAGE_RULES[stage]].sort());
  });
});
