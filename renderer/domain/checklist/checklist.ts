/** Where a sentence of the library comes from: read in a source, general knowledge (K), our synthesis (S). */
export type Mark = 'read' | 'K' | 'S';

/** A mark with the source keys beside it (domain list of sources); shown on request at every step. */
export interface Provenance {
  readonly mark: Mark;
  readonly sources: readonly string[];
}

/** READ-DO: read the line, then do it. DO-CONFIRM: do it from habit, then tick. */
export type StepMode = 'READ-DO' | 'DO-CONFIRM';

/** The nine phases of a role card (checklists.md 3B: R P 0 1 2 X Q B Z). */
export type PhaseId =
  | 'readiness'
  | 'planned'
  | 'first-15'
  | 'first-hour'
  | 'during'
  | 'extended'
  | 'all-clear'
  | 'back-entry'
  | 'close';

/** When a step is due. Minutes; negative `fromStart` counts back from a planned start. */
export type DueRule =
  | { readonly fromStart: number }
  | { readonly fromPhase: number }
  | { readonly every: number; readonly first: number; readonly from: 'start' | 'phase' }
  /** Every day at this time of the ward's clock, first after the phase opened. */
  | { readonly atClock: string };

/** What a step needs, one key away. `screen` names a page of the app. */
export interface StepNeed {
  readonly kind: 'form' | 'print' | 'runbook' | 'contact' | 'screen';
  readonly id: string;
}

/** What shows that a step was done. `two-persons` needs the second one's user id; number and text may stay empty. */
export type EvidenceKind = 'tick' | 'number' | 'text' | 'two-persons';

/** One step: "Object → action", at most 12 words together (ux.md 9, rule 2). */
export interface ChecklistStep {
  readonly id: string;
  readonly object: string;
  readonly action: string;
  /** One sentence, folded away. */
  readonly why?: string;
  readonly mode: StepMode;
  readonly due?: DueRule;
  readonly needs: readonly StepNeed[];
  readonly evidence: EvidenceKind;
  /** What the number or text is, e.g. `Ticket number`. */
  readonly evidenceLabel?: string;
  readonly provenance: Provenance;
}

/** The steps of one phase of one role. */
export interface ChecklistPhase {
  readonly id: PhaseId;
  readonly steps: readonly ChecklistStep[];
}

/** A role card. `status` stays draft until a hospital approves it, and is shown as such. */
export interface Checklist {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly summary: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly owner: string;
  readonly reviewDate: string;
  readonly phases: readonly ChecklistPhase[];
}

/** The line as it is read: `Downtime box → open, hand out action cards`. */
export function stepText(step: Pick<ChecklistStep, 'object' | 'action'>): string {
  return `${step.object} → ${step.action}`;
}

/** Words of a line as the reader counts them; the arrow and dashes are none. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Finds a step and its phase. */
export function findStep(checklist: Checklist, id: string): { phase: ChecklistPhase; step: ChecklistStep } | undefined {
  for (const phase of checklist.phases) {
    const step = phase.steps.find((one) => one.id === id);
    if (step) return { phase, step };
  }
  return undefined;
}
