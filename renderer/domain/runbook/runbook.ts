import type { Provenance, StepMode, StepNeed } from '../checklist/checklist';

/** Who does a step, as the runbooks abbreviate it (clinical: Roles; departments: Tags; events: incident command). */
export type RunbookRole =
  | 'ALL'
  | 'CN'
  | 'RN'
  | 'RN2'
  | 'MD'
  | 'CLK'
  | 'RUN'
  | 'TRN'
  | 'HUB'
  | 'BB'
  | 'BBMD'
  | 'LAB'
  | 'IMG'
  | 'PHA'
  | 'PT'
  | 'RT'
  | 'REG'
  | 'BED'
  | 'HS'
  | 'CM'
  | 'BIL'
  | 'HIM'
  | 'IT'
  | 'CMD'
  | 'MICRO'
  | 'LABLEAD'
  | 'PATH'
  | 'PHLEAD'
  | 'RADTECH'
  | 'RAD'
  | 'IMGLEAD'
  | 'PACS'
  | 'REGLEAD'
  | 'FND'
  | 'LED'
  | 'REC'
  | 'MRN'
  | 'RRN'
  | 'BIO'
  | 'MGR'
  | 'SU'
  | 'SEC'
  | 'OPS'
  | 'PLN'
  | 'LOG'
  | 'FIN'
  | 'SAF'
  | 'PIO'
  | 'LIA'
  | 'MTS'
  | 'PRV';

/** The phases of a runbook; `readiness` and `planned` come before the event. */
export type RunbookPhaseId =
  | 'readiness'
  | 'planned'
  | 'first-15'
  | 'first-hour'
  | 'during'
  | 'extended'
  | 'all-clear'
  | 'back-entry';

/** A number a site may set; the shipped one is an example with its source, never a recommendation. */
export interface RunbookSetting {
  readonly id: string;
  readonly label: string;
  readonly unit: 'min' | 'h' | 'd' | 'percent' | 'count';
  readonly value: number;
  readonly note?: string;
  readonly provenance: Provenance;
}

/**
 * What a time counts from when not from its phase's own base: the opening of the runbook, the start of the outage, or
 * another step ("10 min after the announcement").
 */
export interface TimerBase {
  readonly from?: 'opening' | 'outage';
  readonly after?: string;
}

/** When a step is due; numbers are settings. `every` may change its pace: every 15 min twice, then every hour. */
export type StepTimer =
  | { readonly now: true }
  | ({ readonly due: string } & TimerBase)
  | ({ readonly every: string; readonly times?: number; readonly later?: string } & TimerBase)
  /** Back from a planned start: "7 d before", then every `later`. */
  | { readonly before: string; readonly later?: string }
  /** Every day at this time of the ward's clock, `HH:MM`. */
  | { readonly atClock: string }
  /** Said, not counted, where an event sets the time: "before the first run", "each shock". */
  | { readonly when: string };

/** One large answer of a decision: where it leads, and what to do on the way. */
export interface DecisionOption {
  readonly id: string;
  readonly label: string;
  /** Said with the answer: "two staff read the band". */
  readonly instruction?: string;
  /** Step id; missing: the block ends here. */
  readonly goTo?: string;
}

/** One step: do something, or decide. */
export interface RunbookStep {
  readonly id: string;
  /** The number of the source, so that "go to step 57" can be read aloud. */
  readonly number: number;
  readonly kind: 'do' | 'decide';
  /** "Object → action" of a step, the question of a decision. */
  readonly object: string;
  readonly action: string;
  readonly roles: readonly RunbookRole[];
  readonly mode: StepMode;
  readonly timer?: StepTimer;
  /** Settings whose value the reader must see here: "sample validity 48 h". */
  readonly settings?: readonly string[];
  readonly needs: readonly StepNeed[];
  readonly why?: string;
  readonly provenance: Provenance;
  /** 2 to 4 for a decision. */
  readonly options?: readonly DecisionOption[];
  /** Where to go after a step when not to the next; `end` closes the block. */
  readonly next?: string;
}

/** Steps that belong together; a lettered block is used only when its event happens. */
export interface RunbookBlock {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly RunbookStep[];
}

/** One phase: one block without a letter, or several with. */
export interface RunbookPhase {
  readonly id: RunbookPhaseId;
  readonly title: string;
  readonly blocks: readonly RunbookBlock[];
}

/** A sentence with its mark; markdown, sanitised by the reader. */
export interface MarkedText {
  readonly text: string;
  readonly provenance: Provenance;
}

/** One row of "entered back: what, by whom". */
export interface RunbookBackEntry {
  readonly order: number;
  readonly what: string;
  readonly who: readonly string[];
  /** Empty: the text names nobody. */
  readonly verifiedBy: string;
  readonly provenance?: Provenance;
}

/** A page to read aloud, fill in or post: "What not to touch". */
export interface RunbookCard {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly MarkedText[];
}

/** Something that goes wrong often: words people use, first checks, fixes, whom to call. */
export interface RunbookProblem {
  readonly id: string;
  readonly title: string;
  readonly symptoms: readonly string[];
  readonly fix: readonly MarkedText[];
  readonly callNext: readonly string[];
}

/** A whole runbook. */
export interface Runbook {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly owner: string;
  readonly reviewDate: string;
  readonly tags: readonly string[];
  /** Said on every page: not clinical advice, not for use until approved here. */
  readonly notice: string;
  readonly purpose: string;
  readonly whenToUse: string;
  readonly who: readonly RunbookRole[];
  readonly before: {
    readonly forms: readonly string[];
    readonly contacts: readonly string[];
    readonly equipment: readonly MarkedText[];
    readonly notes: readonly MarkedText[];
  };
  readonly settings: readonly RunbookSetting[];
  readonly phases: readonly RunbookPhase[];
  readonly warnings: readonly MarkedText[];
  readonly cards?: readonly RunbookCard[];
  readonly backEntry: readonly RunbookBackEntry[];
  readonly paperKept: readonly MarkedText[];
  readonly knownProblems: readonly RunbookProblem[];
  /** Codes of the library's known problems that belong here too; loading puts them into `knownProblems`. */
  readonly problems?: readonly string[];
}

/** The line as it is read. */
export function runbookLine(step: Pick<RunbookStep, 'kind' | 'object' | 'action'>): string {
  return step.kind === 'decide' ? step.object : `${step.object} → ${step.action}`;
}

/** Every step with where it stands, in order. */
export function stepsOf(
  runbook: Runbook,
): readonly { readonly phase: RunbookPhase; readonly block: RunbookBlock; readonly step: RunbookStep }[] {
  return runbook.phases.flatMap((phase) =>
    phase.blocks.flatMap((block) => block.steps.map((step) => ({ phase, block, step }))),
  );
}
