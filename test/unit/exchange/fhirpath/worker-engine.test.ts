import { describe, expect, test } from 'vitest';
import type { EvaluationInput } from '../../../../renderer/domain/form/expression-batch';
import { createWorkerEngine } from '../../../../renderer/exchange/fhirpath/worker-engine';
import type { WorkerReport, WorkerRequest } from '../../../../renderer/exchange/fhirpath/worker-messages';

/** A worker that answers each expression with its text, hangs at `hang`, dies at `die`. */
function workers(eachMs = 0): { make: () => Worker; started: number; ended: number; batches: number } {
  const count = { started: 0, ended: 0, batches: 0, make: () => fake() };
  const fake = (): Worker => {
    count.started += 1;
    let alive = true;
    const worker = {
      onmessage: null as ((event: { data: WorkerReport }) => void) | null,
      onerror: null as (() => void) | null,
      postMessage({ batch, input }: WorkerRequest) {
        count.batches += 1;
        const say = (data: WorkerReport) => alive && worker.onmessage?.({ data });
        const next = (at: number): void => {
          const each = input.expressions[at];
          if (!each) {
            say({ kind: 'done', batch });
            return;
          }
          say({ kind: 'started', batch, key: each.key });
          if (each.expression === 'hang') return;
          if (each.expression === 'die') {
            worker.onerror?.();
            return;
          }
          say({ kind: 'outcome', batch, outcome: { key: each.key, result: [each.expression] } });
          if (eachMs > 0) setTimeout(() => next(at + 1), eachMs);
          else next(at + 1);
        };
        next(0);
      },
      terminate() {
        alive = false;
        count.ended += 1;
      },
    };
    setTimeout(() => worker.onmessage?.({ data: { kind: 'ready' } }), 0);
    return worker as unknown as Worker;
  };
  return count;
}

const input = (...expressions: readonly string[]): EvaluationInput => ({
  questionnaire: undefined,
  response: {},
  context: {},
  expressions: expressions.map((expression, at) => ({ key: `k${at}`, expression })),
});

describe('the engine in a worker', () => {
  test('answers every expression, in the order asked, and keeps its worker when nothing goes wrong', async () => {
    const made = workers();
    const engine = createWorkerEngine({ makeWorker: made.make });
    expect((await engine.evaluate(input('a', 'b'))).map(({ result }) => result)).toEqual([['a'], ['b']]);
    await engine.evaluate(input('c'));
    expect([made.started, made.ended]).toEqual([1, 0]);
  });

  test('answers the one that hangs with timeout and the others with their result', async () => {
    const made = workers();
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 30 });
    const outcomes = await engine.evaluate(input('a', 'hang', 'b'));
    expect(outcomes.map(({ result, error }) => result ?? error)).toEqual([['a'], 'timeout', ['b']]);
    expect([made.started, made.ended]).toEqual([2, 1]);
  });

  test('answers all of a long batch when each expression is quick', async () => {
    const made = workers(15);
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 60 });
    const outcomes = await engine.evaluate(input(...Array.from({ length: 12 }, (_, at) => `e${at}`)));
    expect(outcomes.map(({ error }) => error)).toEqual(Array.from({ length: 12 }, () => undefined));
    expect(made.ended).toBe(0);
  });

  test('does not end a worker that answered while the page itself was busy', async () => {
    const made = workers(1);
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 40 });
    await engine.evaluate(input('a'));
    const asked = engine.evaluate(input('b', 'c'));
    await Promise.resolve();
    const until = performance.now() + 120;
    while (performance.now() < until);
    expect((await asked).map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(made.ended).toBe(0);
  });

  test('does not try an expression again that hung twice', async () => {
    const made = workers();
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 20 });
    for (let time = 0; time < 4; time += 1) expect((await engine.evaluate(input('hang')))[0]?.error).toBe('timeout');
    expect(made.batches).toBe(2);
  });

  test('gives up after three deadlines when a form has fifty endless expressions', async () => {
    const made = workers();
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 20 });
    const outcomes = await engine.evaluate({
      ...input(),
      expressions: Array.from({ length: 50 }, (_, at) => ({ key: `k${at}`, expression: 'hang' })),
    });
    expect(outcomes.every(({ error }) => error === 'timeout')).toBe(true);
    expect(made.batches).toBeLessThanOrEqual(3);
  });

  test('answers failed, starts anew and goes on when the worker breaks down', async () => {
    const made = workers();
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 50 });
    expect((await engine.evaluate(input('a', 'die'))).map(({ result, error }) => result ?? error)).toEqual([
      ['a'],
      'failed',
    ]);
    expect((await engine.evaluate(input('b')))[0]?.result).toEqual(['b']);
  });

  test('answers failed when the worker cannot be started', async () => {
    const never = { postMessage: () => undefined, terminate: () => undefined } as unknown as Worker;
    const engine = createWorkerEngine({ makeWorker: () => never, startMs: 10 });
    expect((await engine.evaluate(input('a')))[0]?.error).toBe('failed');
  });

  test('works on one batch at a time when several are asked at once', async () => {
    const made = workers();
    const engine = createWorkerEngine({ makeWorker: made.make, deadlineMs: 30 });
    const [slow, quick] = await Promise.all([engine.evaluate(input('hang', 'a')), engine.evaluate(input('b'))]);
    expect([slow[1]?.result, quick[0]?.result]).toEqual([['a'], ['b']]);
  });
});
