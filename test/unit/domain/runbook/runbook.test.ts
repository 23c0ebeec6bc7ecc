import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNBOOKS } from '../../../../renderer/content/runbooks';
import { mergeEntries } from '../../../../renderer/domain/ledger/order';
import {
  answerDecision,
  closeRunbook,
  completeRunbookStep,
  openRunbook,
  undoRunbookStep,
} from '../../../../renderer/domain/runbook/commands';
import { pathFrom } from '../../../../renderer/domain/runbook/path';
import { NO_RUNBOOK_RUNS, projectRunbookRuns } from '../../../../renderer/domain/runbook/projection';
import { conflictingSteps, pathAnswers } from '../../../../renderer/domain/runbook/run';
import { stepsOf, type Runbook, type RunbookStep, type StepTimer } from '../../../../renderer/domain/runbook/runbook';
import { indexRunbooks, searchRunbooks } from '../../../../renderer/domain/runbook/search-runbooks';
import { stepDueMs, timerMinutes } from '../../../../renderer/domain/runbook/timers';
import { stepsFor } from '../../../../renderer/domain/runbook/steps-for';
import { accepted, countingIds, refused, TestLedger } from '../../../support/test-ledger';

const NOW = '2026-11-22T06:00:00.000+01:00';
const [blood] = RUNBOOKS.filter((runbook) => runbook.id === 'blood-bank') as [Runbook];
const RUN = 'run-1';
const me = { by: 'u1' };
const content = { id: 'blood-bank', version: '1.0.0' };

function opened(device = 'pc1') {
  const pc = new TestLedger(device);
  pc.append(
    NOW,
    accepted(openRunbook({ outage: 'o1', ward: '7B', runbook: blood }, { by: 'u1', newId: countingIds('run') })),
  );
  return pc;
}

const state = (pc: TestLedger) => projectRunbookRuns(pc.entries);
const at = (step: string) => ({ run: RUN, runbook: blood, step });
const tick = (pc: TestLedger, step: string) => pc.append(NOW, accepted(completeRunbookStep(state(pc), at(step), me)));
const answer = (pc: TestLedger, step: string, option: string, by = 'u1') =>
  pc.append(NOW, accepted(answerDecision(state(pc), { ...at(step), option }, { by })));

describe('runbook commands', () => {
  it('open a run of its own each time', () => {
    const facts = accepted(
      openRunbook({ outage: 'o1', ward: '7B', runbook: blood }, { by: 'u1', newId: () => 'run-7' }),
    );
    expect(facts).toEqual([
      {
        book: 'o1',
        subject: 'run-7',
        by: 'u1',
        type: 'runbook.opened',
        payload: { runbook: 'blood-bank', ward: '7B' },
        content,
      },
    ]);
  });

  it('write a tick, a round and an answer', () => {
    const pc = opened();
    expect(accepted(completeRunbookStep(state(pc), { ...at('s64'), round: 2 }, me))).toEqual([
      { book: 'o1', subject: RUN, by: 'u1', content, type: 'runbook-step.done', payload: { step: 's64', round: 2 } },
    ]);
    expect(accepted(answerDecision(state(pc), { ...at('s08'), option: 'no' }, me))[0]?.payload).toEqual({
      step: 's08',
      option: 'no',
    });
  });

  it('refuse what does not fit the step', () => {
    const pc = opened();
    expect(refused(completeRunbookStep(state(pc), at('s08'), me)).code).toBe('is-a-decision');
    expect(refused(answerDecision(state(pc), { ...at('s01'), option: 'yes' }, me)).code).toBe('is-no-decision');
    expect(refused(answerDecision(state(pc), { ...at('s37'), option: 'perhaps' }, me))).toEqual({
      code: 'unknown-option',
      options: ['yes', 'no', 'massive-bleeding'],
    });
    expect(refused(completeRunbookStep(state(pc), { ...at('s01'), round: 2 }, me)).code).toBe('bad-round');
    expect(refused(completeRunbookStep(NO_RUNBOOK_RUNS, at('s01'), me)).code).toBe('unknown-run');
    tick(pc, 's01');
    expect(refused(completeRunbookStep(state(pc), at('s01'), me))).toMatchObject({
      code: 'already-answered',
      by: 'u1',
    });
  });

  it('take no more ticks when the run is closed', () => {
    const pc = opened();
    pc.append(NOW, accepted(closeRunbook(state(pc), { run: RUN, runbook: blood, outcome: 'finished' }, me)));
    expect(refused(completeRunbookStep(state(pc), at('s01'), me)).code).toBe('run-closed');
  });
});

describe('the path', () => {
  const path = (pc: TestLedger, block: string) => {
    const run = state(pc).runs[RUN];
    return pathFrom(blood, block, run ? pathAnswers(run) : {});
  };

  it('jumps over what does not apply when a decision says so', () => {
    const pc = opened();
    answer(pc, 's08', 'yes');
    tick(pc, 's09');
    expect(path(pc, 'first-hour').current?.number).toBe(12);
  });

  it('leads from a block into another and shows the branch taken', () => {
    const pc = opened();
    answer(pc, 's37', 'massive-bleeding');
    const { taken, current } = path(pc, 'C');
    expect(taken.map(({ step, option }) => [step.number, option])).toEqual([[37, 'massive-bleeding']]);
    expect(current?.number).toBe(45);
  });

  it('stops at the step to be done again when a tube is refused', () => {
    const pc = opened();
    for (const step of ['s16', 's17', 's18', 's19', 's20']) tick(pc, step);
    answer(pc, 's21', 'yes');
    for (const step of ['s22', 's23', 's24', 's25', 's26']) tick(pc, step);
    answer(pc, 's27', 'no');
    expect(path(pc, 'A')).toMatchObject({ current: { number: 19 } });
  });

  it('takes a second answer when a loop has come back to the step, and keeps the first', () => {
    const pc = opened();
    for (const step of ['s16', 's17', 's18', 's19', 's20']) tick(pc, step);
    answer(pc, 's21', 'yes');
    for (const step of ['s22', 's23', 's24', 's25', 's26']) tick(pc, step);
    answer(pc, 's27', 'no');
    expect(refused(completeRunbookStep(state(pc), at('s18'), me)).code).toBe('already-answered');
    tick(pc, 's19');
    expect(path(pc, 'A')).toMatchObject({ current: { number: 20 }, pass: 2 });
    expect(
      state(pc)
        .runs[RUN]?.answers.filter((one) => one.step === 's19')
        .map((one) => one.pass),
    ).toEqual([1, 2]);
    tick(pc, 's20');
    answer(pc, 's21', 'yes');
    expect(path(pc, 'A').taken.filter((one) => one.step.id === 's21')).toHaveLength(2);
  });

  it('ends with its block', () => {
    const pc = opened();
    for (const number of ['s01', 's02', 's03', 's04', 's05', 's06', 's07']) tick(pc, number);
    const { taken, current } = path(pc, 'first-15');
    expect([taken.length, current]).toEqual([7, undefined]);
  });

  it('takes another branch after undo', () => {
    const pc = opened();
    answer(pc, 's08', 'yes');
    pc.append(NOW, accepted(undoRunbookStep(state(pc), at('s08'), { by: 'u2' })));
    expect(path(pc, 'first-hour').current?.number).toBe(8);
    answer(pc, 's08', 'no');
    expect(path(pc, 'first-hour').current?.number).toBe(10);
    expect(refused(undoRunbookStep(state(pc), at('s30'), me)).code).toBe('nothing-to-undo');
  });
});

describe('step timers', () => {
  const due = (pc: TestLedger, step: string, round?: number, site?: Record<string, number>) => {
    const run = state(pc).runs[RUN];
    const ms = run && stepDueMs(blood, run, step, round, site);
    return ms === undefined ? undefined : (ms - Date.parse(NOW)) / 60_000;
  };

  it('count from the opening in the first hour', () => {
    expect([due(opened(), 's01'), due(opened(), 's13')]).toEqual([10, 60]);
  });

  it('count from the answer that led to the step in a block', () => {
    const pc = opened();
    const later = '2026-11-22T09:00:00.000+01:00';
    pc.append(later, accepted(answerDecision(state(pc), { ...at('s61'), option: 'yes' }, me)));
    expect(due(pc, 's76')).toBe(180 + 30);
  });

  it('change their pace: every 15 min twice, then every 60 min', () => {
    expect([1, 2, 3, 4].map((round) => due(opened(), 's64', round))).toEqual([15, 30, 90, 150]);
  });

  it('take the number of the site', () => {
    expect(due(opened(), 's01', 1, { 'first-checks': 20 })).toBe(20);
    expect(due(opened(), 's02')).toBeUndefined();
  });
});

describe('two PCs in one run', () => {
  it('show a decision that two people answered differently', () => {
    const pc1 = opened();
    const pc2 = new TestLedger('pc2');
    pc2.receive(pc1.entries);
    answer(pc1, 's08', 'yes');
    answer(pc2, 's08', 'no', 'u2');
    const all = mergeEntries(pc1.entries, pc2.entries);
    const run = projectRunbookRuns(all).runs[RUN];
    expect(run && conflictingSteps(run)).toEqual(['s08']);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(projectRunbookRuns(mergeEntries(shuffled))).toEqual(projectRunbookRuns(all));
      }),
    );
  });
});

describe('timerMinutes', () => {
  const value = { label: 'A site number', provenance: { mark: 'S', sources: [] } } as const;
  const runbook: Runbook = {
    ...blood,
    settings: [
      { ...value, id: 'days', unit: 'd', value: 2 },
      { ...value, id: 'share', unit: 'percent', value: 20 },
    ],
  };
  const minutes = (timer: StepTimer) =>
    timerMinutes(runbook, { ...(stepsOf(blood)[0] as { step: RunbookStep }).step, timer });

  it('counts days as days, and a share as no time', () => {
    expect(minutes({ due: 'days' })).toBe(2880);
    expect(minutes({ due: 'share' })).toBeUndefined();
  });

  it('counts nothing where the clock or an event says when', () => {
    expect(minutes({ atClock: '00:00' })).toBeUndefined();
    expect(minutes({ when: 'before the first run' })).toBeUndefined();
  });
});

describe('stepsFor', () => {
  it('shows a runner only the runner’s steps of the phase', () => {
    const blocks = stepsFor(blood, { phase: 'during', roles: ['RUN'] });
    expect(blocks.map(({ block, steps }) => [block.id, steps.map((step) => step.number)])).toEqual([
      ['B', [32, 33, 34]],
      ['C', [41]],
      ['D', [49, 56]],
      ['G', [77]],
    ]);
  });

  it('shows everyone what is for everyone', () => {
    expect(
      stepsFor(blood, { phase: 'back-entry', roles: ['TRN'] }).flatMap(({ steps }) => steps.map((step) => step.number)),
    ).toEqual([99]);
  });
});

describe('searchRunbooks', () => {
  const index = indexRunbooks([blood]);
  const steps = (query: string) => searchRunbooks(index, query).map((hit) => hit.step ?? hit.place);

  it('finds a step by the beginnings of its words', () => {
    expect(steps('cool plain')[0]).toBe('s50');
  });

  it('puts titles and tags before steps', () => {
    expect(
      searchRunbooks(index, 'blood')
        .map((hit) => hit.place)
        .slice(0, 2),
    ).toEqual(['title', 'tag']);
  });

  it('finds a known problem by what people say', () => {
    expect(searchRunbooks(index, 'dial tone')).toMatchObject([{ place: 'symptom', text: 'Phone system down' }]);
  });

  it('finds a card to post by its lines', () => {
    expect(searchRunbooks(indexRunbooks(RUNBOOKS), 'usb spreads')).toMatchObject([
      { place: 'card', runbook: 'cyber-incident', text: 'What not to touch: post at every station' },
    ]);
  });

  it('names a known problem once, though several runbooks show it', () => {
    expect(searchRunbooks(indexRunbooks(RUNBOOKS), 'operator unreachable')).toHaveLength(1);
  });

  it('finds nothing for nothing, and nothing when one word is nowhere', () => {
    expect(steps(' ')).toEqual([]);
    expect(steps('blood xylophone')).toEqual([]);
  });

  it('answers a key without a noticeable wait over 500 runbooks', () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ ...blood, id: `r-${n}`, title: `Runbook ${n}` }));
    const big = indexRunbooks(many);
    searchRunbooks(big, 'warm up');
    const times = ['b', 'bl', 'blood', 'blood ba', 'runner pa', 's'].map((query) => {
      const before = performance.now();
      searchRunbooks(big, query);
      return performance.now() - before;
    });
    // A shared machine: the bench measures, this only stops a blow-up.
    expect(Math.max(...times)).toBeLessThan(2_500);
  }, 60_000);
});
