import type { Evaluate, EvaluationInput, EvaluationRequest } from '../../domain/form/expression-batch';
import type { KeyedOutcome } from './evaluate-batch';
import type { WorkerReport } from './worker-messages';

/** What the engine needs; `makeWorker` starts fhirpath.worker.ts. */
export interface WorkerEngineOptions {
  readonly makeWorker: () => Worker;
  /** Longest time without a sign of life: one expression, since the worker tells of each. */
  readonly deadlineMs?: number;
  /** Longest time for one go at a batch, whatever it is made of. */
  readonly batchMs?: number;
  /** Longest time for the worker to load; the engine is a megabyte of script. */
  readonly startMs?: number;
}

/** An expression that hung this often rests for a while: each try costs the deadline. */
const MOST_HANGS = 2;
const REST_MS = 60_000;

/** One form with fifty endless expressions must not cost fifty deadlines. */
const MOST_ATTEMPTS = 3;

/** The deadline is counted in so many ticks: a page that was busy itself sees one late tick, not all of them. */
const TICKS = 4;

interface Attempt {
  readonly outcomes: readonly KeyedOutcome[];
  readonly hung?: string;
  readonly broken?: boolean;
}

/**
 * Evaluates in a worker, so that nothing a form says can stop the page. Batches run one after the other. When the
 * deadline passes, the worker is ended and a new one goes on with the rest; the expression that hung is answered
 * with `timeout`. Never throws.
 */
export function createWorkerEngine(options: WorkerEngineOptions): { readonly evaluate: Evaluate; close(): void } {
  const { makeWorker, deadlineMs = 1_000, batchMs = 10_000, startMs = 20_000 } = options;
  const hangs = new Map<string, { count: number; lastAt: number }>();
  let worker: Worker | undefined;
  let ready: Promise<Worker> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let batches = 0;

  function started(): Promise<Worker> {
    ready ??= new Promise<Worker>((resolve, reject) => {
      const fresh = makeWorker();
      worker = fresh;
      const timer = setTimeout(() => reject(new Error('the expression engine did not start')), startMs);
      fresh.onerror = () => reject(new Error('the expression engine could not be loaded'));
      fresh.onmessage = ({ data }: MessageEvent<WorkerReport>) => {
        if (data.kind !== 'ready') return;
        clearTimeout(timer);
        resolve(fresh);
      };
    });
    return ready;
  }

  function stop(): void {
    worker?.terminate();
    worker = undefined;
    ready = undefined;
  }

  /** One go: what came back in time, and the expression that hung. */
  function attempt(live: Worker, input: EvaluationInput): Promise<Attempt> {
    batches += 1;
    const batch = batches;
    return new Promise((resolve) => {
      const outcomes: KeyedOutcome[] = [];
      let current: string | undefined;
      let silent = 0;
      let ticks = 0;
      const end = (how: Omit<Attempt, 'outcomes'>): void => {
        clearInterval(timer);
        resolve({ outcomes, ...how });
      };
      const timer = setInterval(() => {
        silent += 1;
        ticks += 1;
        if (silent >= TICKS || ticks * deadlineMs >= TICKS * batchMs)
          end(current === undefined ? { broken: true } : { hung: current });
      }, deadlineMs / TICKS);
      live.onerror = () => end({ broken: true });
      live.onmessage = ({ data }: MessageEvent<WorkerReport>) => {
        if (data.kind === 'ready' || data.batch !== batch) return;
        silent = 0;
        if (data.kind === 'started') current = data.key;
        else if (data.kind === 'outcome') outcomes.push(data.outcome);
        else end({});
      };
      live.postMessage({ batch, input });
    });
  }

  async function run(input: EvaluationInput): Promise<readonly KeyedOutcome[]> {
    const known = new Map<string, KeyedOutcome>();
    let left = input.expressions.filter((each) => {
      if (!rests(each.expression)) return true;
      known.set(each.key, { key: each.key, error: 'timeout', message: 'it hung before' });
      return false;
    });
    for (let attempts = 0; left.length > 0; attempts += 1) {
      if (attempts === MOST_ATTEMPTS)
        return answered(input.expressions, known, 'timeout', 'others before it took too long');
      let live: Worker;
      try {
        live = await started();
      } catch (problem) {
        stop();
        return answered(input.expressions, known, 'failed', problem instanceof Error ? problem.message : '');
      }
      const { outcomes, hung, broken } = await attempt(live, { ...input, expressions: left });
      for (const outcome of outcomes) known.set(outcome.key, outcome);
      if (hung === undefined && !broken) break;
      stop();
      if (broken || hung === undefined)
        return answered(input.expressions, known, 'failed', 'the expression engine broke down');
      noteHang(left.find((each) => each.key === hung)?.expression);
      known.set(hung, { key: hung, error: 'timeout', message: `longer than ${deadlineMs} ms` });
      left = withVariables(left, known);
    }
    return answered(input.expressions, known, 'failed', 'no answer');
  }

  function noteHang(expression: string | undefined): void {
    if (expression === undefined) return;
    hangs.set(expression, { count: (hangs.get(expression)?.count ?? 0) + 1, lastAt: performance.now() });
  }

  function rests(expression: string): boolean {
    const known = hangs.get(expression);
    return known !== undefined && known.count >= MOST_HANGS && performance.now() - known.lastAt < REST_MS;
  }

  return {
    evaluate: (input) => {
      const result = queue.then(() => run(input));
      queue = result.catch(() => undefined);
      return result;
    },
    close: stop,
  };
}

/** What is still to do; variables run again, because a new worker does not know their nodes. */
function withVariables(
  requests: readonly EvaluationRequest[],
  known: ReadonlyMap<string, KeyedOutcome>,
): EvaluationRequest[] {
  const open = requests.filter((each) => !known.has(each.key));
  const needed = new Set<string>();
  const keep = new Set(open.map((each) => each.key));
  for (const each of requests.toReversed()) {
    if (!keep.has(each.key) && !needed.has(each.key)) continue;
    for (const key of Object.values(each.uses ?? {})) needed.add(key);
  }
  return requests.filter(
    (each) => keep.has(each.key) || (needed.has(each.key) && known.get(each.key)?.error === undefined),
  );
}

function answered(
  requests: readonly EvaluationRequest[],
  known: ReadonlyMap<string, KeyedOutcome>,
  error: 'failed' | 'timeout',
  message: string,
): readonly KeyedOutcome[] {
  return requests.map((each) => known.get(each.key) ?? { key: each.key, error, message });
}
