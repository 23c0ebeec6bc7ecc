import { describe, expect, it } from 'vitest';
import type { RunbookRun } from '../../../../renderer/domain/runbook/run';
import type { Runbook, RunbookSetting, StepTimer } from '../../../../renderer/domain/runbook/runbook';
import { stepDueMs, timerMinutes, type TimerStarts } from '../../../../renderer/domain/runbook/timers';

const OPENED = '2026-11-22T12:00:00.000+01:00';
const MARK = { mark: 'S', sources: [] } as const;
const setting = (id: string, value: number, unit: RunbookSetting['unit']): RunbookSetting => ({
  id,
  label: id,
  unit,
  value,
  provenance: MARK,
});

/** A runbook whose second step has the timer, in a phase that counts from the step before it. */
function book(timer: StepTimer): Runbook {
  const step = (number: number, more: object = {}) => ({
    id: `s0${number}`,
    number,
    kind: 'do' as const,
    object: 'Object',
    action: 'act',
    roles: ['RN' as const],
    mode: 'READ-DO' as const,
    needs: [],
    provenance: MARK,
    ...more,
  });
  return {
    settings: [setting('ten', 10, 'min'), setting('hour', 1, 'h'), setting('day', 1, 'd'), setting('week', 7, 'd')],
    phases: [
      {
        id: 'all-clear',
        title: 'All-clear',
        blocks: [{ id: 'A', title: 'A', steps: [step(1), step(2, { timer }), step(3)] }],
      },
    ],
  } as unknown as Runbook;
}

const done = (step: string, at: string): RunbookRun['answers'][number] => ({
  entry: `e-${step}`,
  step,
  round: 1,
  pass: 1,
  by: 'u1',
  at,
});
const run = (...answers: RunbookRun['answers'][number][]) => ({ openedAt: OPENED, answers }) as unknown as RunbookRun;
const minutesAfterOpening = (timer: StepTimer, use: RunbookRun, starts?: TimerStarts, round = 1) => {
  const ms = stepDueMs(book(timer), use, 's02', round, {}, starts);
  return ms === undefined ? undefined : (ms - Date.parse(OPENED)) / 60_000;
};

describe('a due time', () => {
  const late = run(done('s01', '2026-11-22T12:40:00.000+01:00'));

  it('counts from the opening when it says so, even after another step', () => {
    expect(minutesAfterOpening({ due: 'ten', from: 'opening' }, late)).toBe(10);
    expect(minutesAfterOpening({ due: 'ten' }, late)).toBe(50);
  });

  it('counts from the step it names, and is not due while that has not been done', () => {
    const timer: StepTimer = { due: 'ten', after: 's03' };
    expect(minutesAfterOpening(timer, late)).toBeUndefined();
    expect(minutesAfterOpening(timer, run(done('s03', '2026-11-22T13:00:00.000+01:00')))).toBe(70);
  });

  it('is not due again when the step it names was undone', () => {
    const undone = { ...done('s03', OPENED), undone: { entry: 'e9', by: 'u1', at: OPENED } };
    expect(minutesAfterOpening({ due: 'ten', after: 's03' }, run(undone))).toBeUndefined();
  });

  it('counts from the start of the outage, which may be hours before the runbook was opened', () => {
    const outage = '2026-11-22T06:00:00.000+01:00';
    expect(minutesAfterOpening({ due: 'hour', from: 'outage' }, late, { outage })).toBe(-300);
    expect(minutesAfterOpening({ due: 'hour', from: 'outage' }, late)).toBeUndefined();
  });

  it('repeats from the start of the outage: first after an hour, then every ten minutes', () => {
    const timer: StepTimer = { every: 'hour', times: 1, later: 'ten', from: 'outage' };
    const due = [1, 2, 3].map((round) => minutesAfterOpening(timer, late, { outage: OPENED }, round));
    expect(due).toEqual([60, 70, 80]);
  });
});

describe('a time before a planned start', () => {
  const planned = '2026-11-29T12:00:00.000+01:00';

  it('counts back from it, and is unknown while no start is planned', () => {
    expect(minutesAfterOpening({ before: 'day' }, run(), { planned })).toBe(6 * 1440);
    expect(minutesAfterOpening({ before: 'day' }, run())).toBeUndefined();
  });

  it('repeats until the start and not into the downtime', () => {
    const timer: StepTimer = { before: 'week', later: 'day' };
    const rounds = Array.from({ length: 9 }, (_, n) => {
      const [, step] = book(timer).phases[0]?.blocks[0]?.steps ?? [];
      return step && timerMinutes(book(timer), step, n + 1);
    });
    expect(rounds.slice(0, 2)).toEqual([-7 * 1440, -6 * 1440]);
    expect(rounds.slice(7)).toEqual([0, undefined]);
  });

  it('comes once when it has no pace', () => {
    expect(minutesAfterOpening({ before: 'day' }, run(), { planned }, 2)).toBeUndefined();
  });
});
