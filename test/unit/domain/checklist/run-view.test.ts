import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../renderer/domain/ledger/entry';
import { mergeEntries } from '../../../../renderer/domain/ledger/order';
import { completeStep, markNotApplicable, startRun, undoStep } from '../../../../renderer/domain/checklist/commands';
import { NO_RUNS, projectRuns } from '../../../../renderer/domain/checklist/projection';
import { runId } from '../../../../renderer/domain/checklist/run';
import { lateSteps, nextDue, openSteps, resumeAt, viewRun } from '../../../../renderer/domain/checklist/run-view';
import { SAMPLE_CHECKLIST } from '../../../support/sample-checklist';
import { accepted, TestLedger } from '../../../support/test-ledger';

const START = '2026-11-22T05:27:00.000+01:00';
const RUN = runId('o1', '7B', 'sample');
const zone = 'Europe/Berlin';
const of = (step: string, round = 1, evidence = '1') => ({
  run: RUN,
  checklist: SAMPLE_CHECKLIST,
  step,
  round,
  evidence,
  times: { start: START, zone },
});
const clock = (hhmm: string) => `2026-11-22T${hhmm}:00.000+01:00`;

function started(device = 'pc1') {
  const pc = new TestLedger(device);
  pc.append(
    START,
    accepted(
      startRun(NO_RUNS, { outage: 'o1', ward: '7B', checklist: SAMPLE_CHECKLIST, startedAt: START }, { by: 'u1' }),
    ),
  );
  return pc;
}

function tick(pc: TestLedger, now: string, step: string, round = 1, by = 'u1') {
  pc.append(now, accepted(completeStep(projectRuns(pc.entries), of(step, round), { now, by })));
}

function view(entries: readonly Entry[], now: string, end?: string, kind: 'unplanned' | 'planned' = 'unplanned') {
  const run = projectRuns(entries).runs[RUN];
  if (!run) throw new Error('no run');
  return viewRun(run, SAMPLE_CHECKLIST, {
    times: { start: START, zone, ...(end === undefined ? {} : { end }) },
    kind,
    now,
  });
}

const phase = (shown: ReturnType<typeof view>, id: string) => shown.phases.find((one) => one.id === id);
const step = (shown: ReturnType<typeof view>, id: string) =>
  shown.phases.flatMap((one) => one.steps).find((one) => one.step.id === id);

describe('viewRun', () => {
  it('keeps the first steps open when the clock is set back to before the outage began', () => {
    const before = view(started().entries, clock('05:28'));
    const after = view(started().entries, clock('04:28'));
    expect(after.phases.map(({ status }) => status)).toEqual(before.phases.map(({ status }) => status));
    expect(openSteps(after).map((one) => one.step.id)).toEqual(openSteps(before).map((one) => one.step.id));
  });

  it('opens phases by elapsed time and leaves out what belongs to no running outage', () => {
    const statuses = view(started().entries, clock('05:43')).phases.map((one) => [one.id, one.status]);
    expect(Object.fromEntries(statuses)).toEqual({
      readiness: 'outside',
      planned: 'outside',
      'first-15': 'open',
      'first-hour': 'open',
      during: 'waiting',
      extended: 'waiting',
      'all-clear': 'waiting',
      close: 'waiting',
    });
    expect(phase(view(started().entries, clock('05:43')), 'extended')?.opensAt).toBe(clock('13:27'));
  });

  it('counts n of m and completes a phase when every step is answered', () => {
    const pc = started();
    tick(pc, clock('05:28'), 'declare');
    tick(pc, clock('05:30'), 'ticket');
    expect(phase(view(pc.entries, clock('05:31')), 'first-15')).toMatchObject({
      done: 2,
      total: 3,
      status: 'open',
      late: 0,
    });
    const na = markNotApplicable(
      projectRuns(pc.entries),
      { ...of('beds'), reason: 'clinic' },
      { now: clock('05:32'), by: 'u1' },
    );
    pc.append(clock('05:32'), accepted(na));
    expect(phase(view(pc.entries, clock('05:33')), 'first-15')).toMatchObject({
      done: 3,
      total: 3,
      status: 'complete',
    });
  });

  it('says how late a step is and who did it when', () => {
    const pc = started();
    tick(pc, clock('05:28'), 'declare', 1, 'u-kowalski');
    const shown = view(pc.entries, clock('05:38'));
    expect(step(shown, 'ticket')).toMatchObject({ state: 'open', dueAt: clock('05:32'), overdueMs: 6 * 60_000 });
    expect(step(shown, 'declare')).toMatchObject({ state: 'done', overdueMs: 0 });
    expect(step(shown, 'declare')?.answers).toMatchObject([{ by: 'u-kowalski', at: clock('05:28') }]);
    expect(shown.late).toBe(1);
    expect(lateSteps(shown).map((one) => one.step.id)).toEqual(['ticket']);
  });

  it('resumes at the first open step and names what is due next', () => {
    const pc = started();
    tick(pc, clock('05:28'), 'declare');
    const shown = view(pc.entries, clock('05:43'));
    expect(resumeAt(shown)?.step.id).toBe('ticket');
    expect(nextDue(shown)).toMatchObject({ step: { id: 'bands' }, dueAt: clock('06:12') });
    expect(openSteps(shown).map((one) => one.step.id)).toEqual(['ticket', 'beds', 'bands', 'witness']);
  });

  it('asks for the overdue round until the next one is due, then counts it as missed', () => {
    const pc = started();
    expect(step(view(pc.entries, clock('06:38')), 'hourly')).toMatchObject({
      round: 1,
      overdueMs: 11 * 60_000,
      missedRounds: 0,
      state: 'open',
    });
    expect(step(view(pc.entries, clock('07:30')), 'hourly')).toMatchObject({
      round: 2,
      overdueMs: 3 * 60_000,
      missedRounds: 1,
    });
    tick(pc, clock('07:31'), 'hourly', 2);
    expect(step(view(pc.entries, clock('07:32')), 'hourly')).toMatchObject({
      round: 3,
      overdueMs: 0,
      missedRounds: 1,
      settled: true,
      dueAt: clock('08:27'),
    });
  });

  it('lets the next round be done early and then waits', () => {
    const pc = started();
    tick(pc, clock('06:30'), 'hourly', 1);
    tick(pc, clock('07:10'), 'hourly', 2);
    expect(step(view(pc.entries, clock('07:11')), 'hourly')).toMatchObject({
      round: 3,
      state: 'waiting',
      dueAt: clock('08:27'),
    });
    expect(step(view(pc.entries, clock('07:28')), 'hourly')).toMatchObject({ round: 3, state: 'open', settled: true });
  });

  it('stops asking for the outage and opens recovery when the all-clear is given', () => {
    const pc = started();
    const end = clock('08:37');
    const shown = view(pc.entries, clock('08:41'), end);
    expect(phase(shown, 'during')).toMatchObject({ status: 'past', late: 0 });
    expect(step(shown, 'hourly')).toMatchObject({ state: 'over', overdueMs: 0, missedRounds: 3 });
    expect(step(shown, 'ticket')?.state).toBe('over');
    expect(step(shown, 'confirm')).toMatchObject({ state: 'open', overdueMs: 2 * 60_000 });
    expect(phase(shown, 'close')?.status).toBe('waiting');
  });

  it('shows the same after a restart: nothing but start instants counts', () => {
    const pc = started();
    tick(pc, clock('05:28'), 'declare');
    const reread = JSON.parse(JSON.stringify(pc.entries)) as Entry[];
    expect(view(reread, clock('07:00'))).toEqual(view(pc.entries, clock('07:00')));
  });
});

describe('two PCs at once', () => {
  function both() {
    const [pc1, pc2] = [started('pc1'), new TestLedger('pc2')];
    pc2.receive(pc1.entries);
    return { pc1, pc2 };
  }

  it('keeps and shows both ticks when two people did the same step', () => {
    const { pc1, pc2 } = both();
    tick(pc1, clock('05:28'), 'declare', 1, 'u1');
    tick(pc2, clock('05:29'), 'declare', 1, 'u2');
    pc1.receive(pc2.entries);
    const shown = step(view(pc1.entries, clock('05:30')), 'declare');
    expect(shown).toMatchObject({ state: 'done', conflict: false });
    expect(shown?.answers.map((one) => one.by)).toEqual(['u1', 'u2']);
  });

  it('is in conflict until a person undoes one when the answers differ', () => {
    const { pc1, pc2 } = both();
    tick(pc1, clock('05:28'), 'declare');
    pc2.append(
      clock('05:29'),
      accepted(
        markNotApplicable(
          projectRuns(pc2.entries),
          { ...of('declare'), reason: 'not ours' },
          { now: clock('05:29'), by: 'u2' },
        ),
      ),
    );
    pc1.receive(pc2.entries);
    const shown = step(view(pc1.entries, clock('05:30')), 'declare');
    expect(shown?.conflict).toBe(true);
    const entry = shown?.answers.find((one) => one.by === 'u2')?.entry ?? '';
    pc1.append(clock('05:31'), accepted(undoStep(projectRuns(pc1.entries), { ...of('declare'), entry }, { by: 'u1' })));
    expect(step(view(pc1.entries, clock('05:32')), 'declare')).toMatchObject({ conflict: false, state: 'done' });
  });

  it('keeps both starters and the earlier start when both opened the card', () => {
    const [pc1, pc2] = [started('pc1'), new TestLedger('pc2')];
    const earlier = clock('05:20');
    pc2.append(
      earlier,
      accepted(
        startRun(NO_RUNS, { outage: 'o1', ward: '7B', checklist: SAMPLE_CHECKLIST, startedAt: earlier }, { by: 'u2' }),
      ),
    );
    pc1.receive(pc2.entries);
    expect(projectRuns(pc1.entries).runs[RUN]).toMatchObject({
      startedAt: earlier,
      startedBy: [{ by: 'u1' }, { by: 'u2' }],
    });
  });

  it('shows a correction whose target is not here as a fault', () => {
    const pc = started();
    pc.append(clock('05:30'), [
      {
        book: 'o1',
        subject: RUN,
        by: 'u1',
        type: 'step.undone',
        payload: { step: 'declare', round: 1 },
        corrects: 'gone',
      },
    ]);
    expect(projectRuns(pc.entries).runs[RUN]?.faults).toMatchObject([{ code: 'undo-without-target', step: 'declare' }]);
  });

  it('folds to the same run whatever order the copies come in', () => {
    const { pc1, pc2 } = both();
    tick(pc1, clock('05:28'), 'declare');
    tick(pc2, clock('05:29'), 'declare', 1, 'u2');
    tick(pc2, clock('05:30'), 'ticket', 1, 'u2');
    pc1.append(clock('05:31'), accepted(undoStep(projectRuns(pc1.entries), of('declare'), { by: 'u1' })));
    const all = mergeEntries(pc1.entries, pc2.entries);
    const expected = projectRuns(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length), (shuffled, cut) => {
        expect(projectRuns(mergeEntries(shuffled.slice(0, cut), shuffled.slice(cut), all))).toEqual(expected);
      }),
    );
  });
});
