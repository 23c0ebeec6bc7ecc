import { goTo } from '../../route/route';

/** What of the requests is shown: of one patient or all, one of them opened. */
export interface TrackingPlace {
  readonly patient?: string;
  readonly serial?: string;
}

/** Reads `#/requests`, `#/requests/<serial>`, `#/requests/patient/<id>`, `#/requests/patient/<id>/<serial>`. */
export function trackingPlace([first, second, third]: readonly string[]): TrackingPlace {
  if (first === undefined) return {};
  if (first !== 'patient' || second === undefined) return { serial: first };
  return { patient: second, ...(third === undefined ? {} : { serial: third }) };
}

/** Goes to such a place. */
export function goToRequests({ patient, serial }: TrackingPlace): void {
  const of = patient === undefined ? [] : ['patient', patient];
  goTo('requests', serial === undefined ? of : [...of, serial], 'replace');
}
