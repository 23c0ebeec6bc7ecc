import type { PatientFacts } from '../../domain/patient/patient';
import type { Place } from '../problem';

/** Facts while they are put together. */
export type DraftFacts = { -readonly [K in keyof PatientFacts]: PatientFacts[K] };

/** A patient while files are read: facts, where they came from, and the ids other tables know them by. */
export interface PatientDraft {
  readonly facts: DraftFacts;
  readonly where: Place;
  readonly refs: readonly string[];
  /** The system that assigned the MRN, when the source names it. */
  readonly assigner?: string;
  /** Set for somebody of the last snapshot, who keeps it. */
  readonly id?: string;
}

/** Facts of somebody of whom nothing is known yet. */
export function emptyFacts(): DraftFacts {
  return { family: '', given: '', allergyStatus: 'not-in-snapshot', allergies: [] };
}

/** Adds an alert once. */
export function addAlert(facts: DraftFacts, alert: string): void {
  if (!(facts.alerts ?? []).includes(alert)) facts.alerts = [...(facts.alerts ?? []), alert];
}

/** Sets text facts that are not known yet. */
export function fillMissing(facts: DraftFacts, values: { readonly [K in TextFact]?: string | undefined }): void {
  for (const [name, value] of Object.entries(values) as [TextFact, string | undefined][])
    if (value !== undefined && value !== '' && facts[name] === undefined) facts[name] = value;
}

type TextFact = 'visitNumber' | 'ward' | 'bed' | 'diagnosis' | 'service' | 'attending' | 'codeStatus' | 'isolation';
