import { describe, expect, it } from 'vitest';
import { completeStep, markNotApplicable, startRun, undoStep } from '../../../../renderer/domain/checklist/commands';
import { NO_RUNS, projectRuns } from '../../../../renderer/domain/checklist/projection';
import { liveAnswers, runId } from '../../../../renderer/domain/checklist/run';
import { SAMPLE_CHECKLIST } from '../../../support/sample-checklist';
import { accepted, refused, TestLedger } from '../../../support/test-ledger';

const START = '2026-11-22T05:27:00.000+01:00';
const NOW = '2026-11-22T05:40:00.000+01:00';
const RUN = runId('o1', '7B', 'sample');
const me = { now: NOW, by: 'u-moreau' };
const times = { start: START, zone: 'Europe/Berlin' };
const of = (step: string, round = 1) => ({ run: RUN, checklist: SAMPLE_CHECKLIST, step, round, times });
const content = { id: 'sample', version: '1.0.0' };

function started(pc = new TestLedger('pc1')) {
  pc.append(
    START,
    accepted(startRun(NO_RUNS, { outage: 'o1', ward: '7B', checklist: SAMPLE_CHECKLIST, startedAt: START }, me)),
  );
  return pc;
}

const runs = (pc: TestLedger) => projectRuns(pc.entries);

describe('startRun', () => {
  it('writes the run with its content version when the card is opened', () => {
    const facts = accepted(
      startRun(NO_RUNS, { outage: 'o1', ward: '7B', checklist: SAMPLE_CHECKLIST, startedAt: START }, me),
    );
    expect(facts).toEqual([
      {
        book: 'o1',
        subject: RUN,
        by: 'u-moreau',
        type: 'run.started',
        payload: { checklist: 'sample', ward: '7B', startedAt: START },
        content,
      },
    ]);
  });

  it('writes nothing when the ward opened the card already', () => {
    const input = { outage: 'o1', ward: '7B', checklist: SAMPLE_CHECKLIST, startedAt: NOW };
    expect(accepted(startRun(runs(started()), input, me))).toEqual([]);
  });

  it('gives another ward a run of its own', () => {
    const input = { outage: 'o1', ward: '7A', checklist: SAMPLE_CHECKLIST, startedAt: NOW };
    expect(accepted(startRun(runs(started()), input, me))[0]?.subject).not.toBe(RUN);
  });
});

describe('completeStep', () => {
  it('writes the tick with who and which version', () => {
    expect(accepted(completeStep(runs(started()), of('declare'), me))).toEqual([
      { book: 'o1', subject: RUN, by: 'u-moreau', content, type: 'step.done', payload: { step: 'declare', round: 1 } },
    ]);
  });

  it('keeps the evidence when it is given and stops nobody when it is not', () => {
    const state = runs(started());
    expect(accepted(completeStep(state, of('ticket'), me))[0]?.payload).toEqual({ step: 'ticket', round: 1 });
    expect(refused(completeStep(state, { ...of('beds'), evidence: 'many' }, me)).code).toBe('evidence-not-a-number');
    expect(accepted(completeStep(state, { ...of('beds'), evidence: ' 24 ' }, me))[0]?.payload).toEqual({
      step: 'beds',
      round: 1,
      evidence: '24',
    });
  });

  it('refuses the same person as their own witness', () => {
    const state = runs(started());
    expect(refused(completeStep(state, of('witness'), me))).toEqual({
      code: 'evidence-missing',
      evidence: 'two-persons',
    });
    expect(refused(completeStep(state, { ...of('witness'), evidence: 'u-moreau' }, me)).code).toBe('same-person');
    expect(completeStep(state, { ...of('witness'), evidence: 'u-kowalski' }, me).ok).toBe(true);
  });

  it('names who answered when the step is answered already', () => {
    const pc = started();
    pc.append(NOW, accepted(completeStep(runs(pc), of('declare'), me)));
    expect(refused(completeStep(runs(pc), of('declare'), { ...me, by: 'u2' }))).toEqual({
      code: 'already-answered',
      state: 'done',
      by: 'u-moreau',
      at: NOW,
    });
  });

  it.each([
    ['nothing like that', of('no-such-step'), 'unknown-step'],
    ['a second round of a step done once', of('declare', 2), 'round-not-open'],
    ['a round two ahead', of('hourly', 2), 'round-not-open'],
    ['a broken round', of('hourly', 1.5), 'round-not-open'],
    ['another run', { ...of('declare'), run: 'o1.sample.9C' }, 'unknown-run'],
  ])('refuses %s', (_what, input, code) => {
    expect(refused(completeStep(runs(started()), input, me)).code).toBe(code);
  });

  it('allows the next round before its time and missed ones after', () => {
    const later = { ...me, now: '2026-11-22T08:30:00.000+01:00' };
    for (const round of [1, 3, 4]) expect(completeStep(runs(started()), of('hourly', round), later).ok).toBe(true);
    expect(refused(completeStep(runs(started()), of('hourly', 5), later))).toEqual({
      code: 'round-not-open',
      round: 5,
      openRound: 4,
    });
  });
});

describe('markNotApplicable and undoStep', () => {
  it('needs a reason', () => {
    const state = runs(started());
    expect(refused(markNotApplicable(state, { ...of('bands'), reason: ' ' }, me)).code).toBe('reason-missing');
    expect(accepted(markNotApplicable(state, { ...of('bands'), reason: 'no bands here' }, me))[0]).toMatchObject({
      type: 'step.marked-not-applicable',
      payload: { step: 'bands', round: 1, reason: 'no bands here' },
    });
  });

  it('names the answer it takes back and keeps it visible', () => {
    const pc = started();
    const [done] = pc.append(NOW, accepted(completeStep(runs(pc), of('declare'), me)));
    const undo = accepted(undoStep(runs(pc), of('declare'), { by: 'u2' }));
    expect(undo).toEqual([
      {
        book: 'o1',
        subject: RUN,
        by: 'u2',
        content,
        type: 'step.undone',
        payload: { step: 'declare', round: 1 },
        corrects: done?.id,
      },
    ]);
    pc.append(NOW, undo);
    const run = runs(pc).runs[RUN];
    expect(run && liveAnswers(run, 'declare', 1)).toEqual([]);
    expect(run?.answers['declare#1']?.[0]?.undone).toMatchObject({ by: 'u2' });
    expect(refused(undoStep(runs(pc), of('declare'), { by: 'u2' })).code).toBe('nothing-to-undo');
    expect(completeStep(runs(pc), of('declare'), me).ok).toBe(true);
  });
});
