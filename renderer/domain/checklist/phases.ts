import type { PhaseId } from './checklist';

/** When a phase opens: minutes from the start, minutes from the all-clear, or outside of any outage. */
export type PhaseOpening = { readonly fromStart: number } | { readonly fromEnd: number } | { readonly outside: true };

/** One phase as every role card shares it. */
export interface PhaseRule {
  readonly id: PhaseId;
  /** Letter used by the source tables. */
  readonly letter: string;
  readonly title: string;
  readonly opens: PhaseOpening;
}

/**
 * The phases in order, as the ward reads them. Readiness belongs to no outage; planned counts back from the planned
 * start. The first hour after the all-clear is for finding dangerous gaps, typing comes after it (RB-C5, RB-C6).
 */
export const PHASES = [
  { id: 'readiness', letter: 'R', title: 'Every shift, before', opens: { outside: true } },
  { id: 'planned', letter: 'P', title: 'Planned downtime', opens: { fromStart: -7 * 24 * 60 } },
  { id: 'first-15', letter: '0', title: 'First 15 min', opens: { fromStart: 0 } },
  { id: 'first-hour', letter: '1', title: 'First hour', opens: { fromStart: 15 } },
  { id: 'during', letter: '2', title: 'Every hour', opens: { fromStart: 60 } },
  { id: 'extended', letter: 'X', title: 'After 8 hours', opens: { fromStart: 8 * 60 } },
  { id: 'all-clear', letter: 'Q', title: 'EHR is back', opens: { fromEnd: 0 } },
  { id: 'back-entry', letter: 'B', title: 'Back-entry', opens: { fromEnd: 60 } },
  { id: 'close', letter: 'Z', title: 'Close', opens: { fromEnd: 60 } },
] as const satisfies readonly PhaseRule[];

/** The rule of one phase. */
export function phaseRule(id: PhaseId): PhaseRule {
  return PHASES.find((phase) => phase.id === id) ?? PHASES[0];
}

/** Whether the phase belongs to after the all-clear. */
export function isAfterEnd(id: PhaseId): boolean {
  return 'fromEnd' in phaseRule(id).opens;
}
