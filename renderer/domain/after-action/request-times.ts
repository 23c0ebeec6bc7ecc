import { elapsedMs, type Instant } from '../basics/time';
import type { Department } from '../tracking/request-kinds';
import type { TrackedRequest } from '../tracking/tracked-request';

/** How fast results came back, by department and priority. */
export interface RequestTimes {
  readonly department: Department;
  readonly priority: string;
  readonly count: number;
  readonly resulted: number;
  readonly cancelled: number;
  /** Of those that came back: the middle, and the one that nine of ten were not slower than. */
  readonly medianMs?: number;
  readonly ninthTenthMs?: number;
}

/** Requests of an event, grouped; a request struck through was never made. */
export function requestTimes(
  requests: readonly TrackedRequest[],
  resultedAt: (serial: string) => Instant | undefined,
): readonly RequestTimes[] {
  const groups = new Map<string, TrackedRequest[]>();
  for (const request of requests.filter(({ struck }) => !struck)) {
    const key = `${request.kind.department} ${request.priority}`;
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { department } = first.kind;
    const priority = first.priorityLabel || first.priority;
    const took = group
      .flatMap(({ serial, requestedAt }) => {
        const at = resultedAt(serial);
        return at === undefined ? [] : [Math.max(0, elapsedMs(requestedAt, at))];
      })
      .sort((a, b) => a - b);
    return [
      {
        department,
        priority,
        count: group.length,
        resulted: took.length,
        cancelled: group.filter(({ stage }) => stage === 'cancelled').length,
        ...(took.length === 0 ? {} : { medianMs: atPart(took, 0.5), ninthTenthMs: atPart(took, 0.9) }),
      },
    ];
  });
}

/** Nearest rank: a time that really was. */
function atPart(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
