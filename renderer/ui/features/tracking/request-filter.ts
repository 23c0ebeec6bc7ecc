import type { Department } from '../../../domain/tracking/request-kinds';
import { isLate, type TrackedRequest } from '../../../domain/tracking/tracked-request';

/** States a list can be narrowed to. */
export const STATE_FILTERS = ['waiting', 'late', 'not-called', 'over', 'all'] as const;

/** Which requests are shown. */
export interface RequestFilter {
  readonly state: (typeof STATE_FILTERS)[number];
  readonly department: Department | 'all';
}

/** Whether a request is of that state. */
export function isOf(request: TrackedRequest, state: RequestFilter['state']): boolean {
  switch (state) {
    case 'waiting':
      return request.waits;
    case 'late':
      return isLate(request);
    case 'not-called':
      return request.waits && request.stage === 'resulted';
    case 'over':
      return !request.waits;
    case 'all':
      return true;
  }
}
