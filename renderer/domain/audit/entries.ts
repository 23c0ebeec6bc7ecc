/**
 * Facts of looking; what is written, printed and exported is its own fact. One per person and thing in a quarter of an
 * hour, so that a night of charting is not buried under them. Subject: the patient, or the workstation.
 */
export interface AuditEntries {
  /** Somebody opened a patient, or a signed form of one. */
  readonly 'patient.viewed': { readonly part: 'record' | 'form'; readonly serial?: string };
  /** Somebody had the list of patients before them. */
  readonly 'patients.listed': { readonly count: number; readonly how: 'screen' | 'batch' };
  /** Somebody looked for patients; the text is sealed as every payload is. */
  readonly 'patients.searched': { readonly text: string; readonly found: number };
}
