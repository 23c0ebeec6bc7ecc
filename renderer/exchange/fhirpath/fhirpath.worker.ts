import { evaluateBatch } from './evaluate-batch';
import type { WorkerReport, WorkerRequest } from './worker-messages';

// The worker says what it begins before it begins it: when it hangs, the page knows at which expression.
const scope = self as unknown as {
  postMessage(report: WorkerReport): void;
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
};

scope.onmessage = ({ data: { batch, input } }) => {
  evaluateBatch(
    input,
    (key) => scope.postMessage({ kind: 'started', batch, key }),
    (outcome) => scope.postMessage({ kind: 'outcome', batch, outcome }),
  );
  scope.postMessage({ kind: 'done', batch });
};
scope.postMessage({ kind: 'ready' });
