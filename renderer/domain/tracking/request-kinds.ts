import type { TrackingStep } from './entries';

/** Who answers a request. */
export type Department = 'laboratory' | 'imaging' | 'blood-bank';

/** How a form is read as a request: linkIds of its questions. */
export interface RequestKind {
  readonly form: string;
  readonly department: Department;
  /** Steps that make sense for it: nothing is collected for an X-ray. */
  readonly steps: readonly TrackingStep[];
  readonly priority: string;
  /** Each answer is one test. */
  readonly tests: readonly string[];
  /** All answers together are one test. */
  readonly oneTest?: readonly string[];
  readonly contact: string;
  readonly resultTo?: string;
  /** From then on it is waited for, a time of day: a timed sample is not late before it was due. */
  readonly startsAt?: string;
  /** Until then it must be there, whatever the limits say. */
  readonly neededBy?: string;
  /** Steps the paper itself holds a time for. `when`: counts only where this is answered with yes. */
  readonly written: readonly {
    readonly step: Exclude<TrackingStep, 'cancelled'>;
    readonly at: string;
    readonly by: string;
    readonly when?: string;
  }[];
}

const SPECIMEN_STEPS = ['collected', 'sent', 'received', 'resulted', 'called', 'cancelled'] as const;

/** The forms that ask another department for something. Add a form here and its requests are tracked. */
export const REQUEST_KINDS: readonly RequestKind[] = [
  {
    form: 'F10',
    department: 'laboratory',
    steps: SPECIMEN_STEPS,
    priority: 'priority',
    tests: ['tests'],
    contact: 'contact',
    resultTo: 'result-to',
    startsAt: 'timed-at',
    written: [{ step: 'collected', at: 'collected-at', by: 'collected-by' }],
  },
  {
    form: 'F12',
    department: 'imaging',
    steps: ['sent', 'received', 'resulted', 'called', 'cancelled'],
    priority: 'priority',
    tests: [],
    oneTest: ['modality', 'body-part'],
    contact: 'contact',
    resultTo: 'callback',
    written: [
      { step: 'received', at: 'start-at', by: 'technologist' },
      { step: 'resulted', at: 'read-at', by: 'radiologist' },
      { step: 'called', at: 'called-at', by: 'radiologist', when: 'called-read-back' },
    ],
  },
  {
    form: 'F13',
    department: 'blood-bank',
    steps: SPECIMEN_STEPS,
    priority: 'priority',
    tests: ['tests', 'component'],
    contact: 'contact',
    neededBy: 'needed-by',
    written: [
      { step: 'collected', at: 'collected-at', by: 'collected-by' },
      { step: 'received', at: 'received-at', by: 'received-at' },
    ],
  },
];

/** The kind of a form, if it is a request. */
export function requestKindOf(form: string): RequestKind | undefined {
  return REQUEST_KINDS.find((kind) => kind.form === form);
}
