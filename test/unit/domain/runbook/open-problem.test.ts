import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESCALATION, PROBLEMS } from '../../../../renderer/content/problems';
import { mergeEntries } from '../../../../renderer/domain/ledger/order';
import type { KnownProblem, ProblemLevel } from '../../../../renderer/domain/runbook/known-problem';
import {
  endOf,
  lastCall,
  nextCall,
  nextFix,
  type OpenProblem,
  openProblems,
  problemClock,
} from '../../../../renderer/domain/runbook/open-problem';
import {
  closeProblem,
  escalateProblem,
  openProblem,
  reopenProblem,
  takeProblem,
  tryFix,
  undoProblemAct,
} from '../../../../renderer/domain/runbook/problem-commands';
import { NO_PROBLEMS, projectProblems } from '../../../../renderer/domain/runbook/problem-projection';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const at = (clock: string): string => `2026-11-22T${clock}:00.000+01:00`;
const [printer] = PROBLEMS.filter(({ code }) => code === 'KP01') as [KnownProblem];
const me = { by: 'u1' };
const page = { id: 'p1', problem: printer };
const plan = { ...page, escalation: ESCALATION };

function begun(input: { level?: ProblemLevel; limit?: string; now?: string } = {}): TestLedger {
  const pc = new TestLedger('pc1');
  const { level = 2, limit = 'before-charts', now = '07:05' } = input;
  const context = { ...me, now: at(now), newId: () => 'p1' };
  const facts = openProblem({ outage: 'o1', ward: '7B', problem: printer, since: at('07:00'), level, limit }, context);
  pc.append(at(now), accepted(facts));
  return pc;
}
const state = (pc: TestLedger) => projectProblems(pc.entries);
const open = (pc: TestLedger): OpenProblem => state(pc).problems['p1'] as OpenProblem;
const tries = (pc: TestLedger, clock: string, fix: string, worked = false) =>
  pc.append(at(clock), accepted(tryFix(state(pc), { ...page, fix, worked }, me)));
const asks = (pc: TestLedger, clock: string, to: string) =>
  pc.append(at(clock), accepted(escalateProblem(state(pc), { ...plan, to }, me)));
const dueClock = (pc: TestLedger): string | undefined => {
  const clock = problemClock(open(pc));
  return clock && `${clock.kind} ${new Date(clock.dueMs + 3_600_000).toISOString().slice(11, 16)}`;
};

describe('a problem in work', () => {
  it('runs the limit of its page from when it was first seen, in minutes as they were said', () => {
    const pc = begun();
    expect(pc.entries[0]).toMatchObject({ book: 'o1', subject: 'p1', payload: { limitMinutes: 10, level: 2 } });
    expect(dueClock(pc)).toBe('limit 07:10');
  });

  it('runs no clock where an event sets the time', () => {
    const [paper] = PROBLEMS.filter(({ code }) => code === 'KP14') as [KnownProblem];
    const facts = openProblem(
      { outage: 'o1', ward: '7B', problem: paper, since: at('07:00'), level: 1, limit: 'later' },
      { ...me, now: at('07:00'), newId: () => 'p1' },
    );
    const pc = new TestLedger('pc1');
    pc.append(at('07:00'), accepted(facts));
    expect(problemClock(open(pc))).toBeUndefined();
  });

  it('offers try after try until one works', () => {
    const pc = begun();
    tries(pc, '07:06', 'f1');
    expect(nextFix(printer, open(pc))?.id).toBe('f2');
    tries(pc, '07:08', 'f2', true);
    expect(endOf(open(pc))).toMatchObject({ kind: 'tried', fix: 'f2' });
    expect(refused(tryFix(state(pc), { ...page, fix: 'f3', worked: true }, me)).code).toBe('problem-solved');
    expect(openProblems(state(pc), 'o1')).toEqual([]);
  });

  it('is open again when the try that worked is taken back', () => {
    const pc = begun();
    tries(pc, '07:06', 'f1', true);
    pc.append(at('07:07'), accepted(undoProblemAct(state(pc), page, me)));
    expect([endOf(open(pc)), nextFix(printer, open(pc))?.id]).toEqual([undefined, 'f1']);
    expect(refused(undoProblemAct(state(pc), page, me)).code).toBe('nothing-to-undo');
  });

  it('begins anew when it comes back, and keeps what was tried', () => {
    const pc = begun();
    tries(pc, '07:06', 'f1', true);
    pc.append(
      at('08:00'),
      accepted(reopenProblem(state(pc), { ...page, since: at('07:58') }, { ...me, now: at('08:00') })),
    );
    expect([nextFix(printer, open(pc))?.id, dueClock(pc)]).toEqual(['f1', 'limit 08:08']);
    expect(open(pc).acts).toHaveLength(2);
  });

  it('refuses what is not on its page', () => {
    const pc = begun();
    expect(refused(tryFix(state(pc), { ...page, fix: 'f99', worked: true }, me)).code).toBe('unknown-fix');
    expect(refused(escalateProblem(state(pc), { ...plan, to: 'Nobody' }, me)).code).toBe('unknown-call');
    expect(refused(takeProblem(state(pc), plan, me)).code).toBe('nobody-called');
    expect(refused(reopenProblem(state(pc), { ...page, since: at('07:06') }, { ...me, now: at('07:06') })).code).toBe(
      'problem-open',
    );
    expect(refused(closeProblem(NO_PROBLEMS, { ...page, outcome: 'fixed' }, me)).code).toBe('unknown-problem');
  });
});

describe('escalation', () => {
  it('calls the owner first while time is left, the next level when the time is over', () => {
    const pc = begun();
    const next = (clock: string) => nextCall(printer, ESCALATION, open(pc), Date.parse(at(clock)))?.who;
    expect([next('07:06'), next('07:10')]).toEqual(['Clerk', 'House supervisor']);
  });

  it('calls the next level when every try was in vain, whatever the clock says', () => {
    const pc = begun();
    for (const { id } of printer.fixes) tries(pc, '07:06', id);
    expect(nextCall(printer, ESCALATION, open(pc), Date.parse(at('07:06')))?.who).toBe('House supervisor');
  });

  it('gives whoever is asked the time of the level to answer, then to solve it', () => {
    const pc = begun({ level: 1 });
    asks(pc, '07:10', 'House supervisor');
    expect([dueClock(pc), lastCall(open(pc))?.taken]).toEqual(['answer 07:15', undefined]);
    pc.append(at('07:12'), accepted(takeProblem(state(pc), plan, me)));
    expect(dueClock(pc)).toBe('solve 07:22');
    expect(refused(takeProblem(state(pc), plan, me)).code).toBe('nobody-called');
  });

  it('does not stretch the limit of the page when somebody is asked before it is over', () => {
    const pc = begun({ level: 2 });
    asks(pc, '07:06', 'IT desktop');
    expect(dueClock(pc)).toBe('limit 07:10');
    asks(pc, '07:11', 'House supervisor');
    expect(dueClock(pc)).toBe('answer 07:26');
  });

  it('climbs the ladder, nobody twice, and ends at its top', () => {
    const pc = begun();
    const asked: string[] = [];
    for (let round = 0; round < 9; round += 1) {
      const call = nextCall(printer, ESCALATION, open(pc), Date.parse(at('09:00')));
      if (!call) break;
      asks(pc, '07:10', call.who);
      asked.push(call.who);
    }
    expect(asked).toEqual(['House supervisor', 'Command centre lead', 'Incident commander', 'Clerk', 'IT desktop']);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('several problems', () => {
  it('stand in the order of their clocks, those without one last', () => {
    const one = (id: string, dueMinutes?: number) => ({
      ...open(begun()),
      id,
      limitMinutes: dueMinutes,
    });
    const problems = { a: one('a', 30), b: one('b'), c: one('c', 5) } as unknown as Record<string, OpenProblem>;
    expect(openProblems({ problems, orphans: [] }, 'o1').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(openProblems({ problems, orphans: [] }, 'o2')).toEqual([]);
  });

  it('fold to the same state whatever the order two PCs are read in', () => {
    const pc1 = begun();
    const pc2 = new TestLedger('pc2');
    pc2.receive(pc1.entries);
    tries(pc1, '07:06', 'f1');
    pc2.append(at('07:06'), accepted(tryFix(state(pc2), { ...page, fix: 'f1', worked: true }, { by: 'u2' })));
    const all = mergeEntries(pc1.entries, pc2.entries);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(projectProblems(mergeEntries(shuffled))).toEqual(projectProblems(all));
      }),
    );
    expect(endOf(projectProblems(all).problems['p1'] as OpenProblem)?.by).toBe('u2');
  });

  it('keep a fact whose problem is not here as an orphan', () => {
    const pc = begun();
    tries(pc, '07:06', 'f1');
    expect(projectProblems(pc.entries.slice(1)).orphans).toMatchObject([{ type: 'problem-fix.tried' }]);
  });
});
