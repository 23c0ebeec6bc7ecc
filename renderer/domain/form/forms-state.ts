import type { Instant } from '../basics/time';
import type { AcceptedFinding, Signature } from './entries';
import type { FormResponse } from './response';

/** One signed version of a form: the original or an amendment. Nothing replaces another; all are shown. */
export interface FormVersion {
  /** Id of the entry that says it. */
  readonly entry: string;
  readonly response: FormResponse;
  readonly occurredAt: Instant;
  /** When it was written down; later than `occurredAt` in a late entry. */
  readonly at: Instant;
  readonly by: string;
  readonly signature: Signature;
  readonly accepted: readonly AcceptedFinding[];
  /** Set on an amendment. */
  readonly reason?: string;
  readonly corrects?: string;
}

/** Struck through: written for the wrong patient or by mistake; stays readable. */
export interface Struck {
  readonly entry: string;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  readonly signature: Signature;
}

/** Something two devices did without knowing of each other; both are shown until a person decides. */
export interface FormConflict {
  readonly code: 'signed-twice' | 'amended-twice' | 'amended-after-strike' | 'struck-twice' | 'other-patient';
  readonly entry: string;
}

/** One form on the record, with all its versions side by side. */
export interface SignedForm {
  readonly serial: string;
  readonly book: string;
  readonly form: string;
  /** The version of the form the answers were given to, for ever. */
  readonly version: string;
  /** `-` where the form is about a ward. */
  readonly patient: string;
  /** Set on a form about a ward. */
  readonly ward?: string;
  /** The original first. */
  readonly versions: readonly FormVersion[];
  readonly struck?: Struck;
  readonly conflicts: readonly FormConflict[];
}

/** A correction of a form that is not there: shown, never skipped. */
export interface FormFault {
  readonly code: 'amend-without-target' | 'strike-without-target';
  readonly entry: string;
  readonly serial: string;
}

/** All signed forms. */
export interface FormsState {
  readonly bySerial: ReadonlyMap<string, SignedForm>;
  readonly faults: readonly FormFault[];
}

/** No form signed yet. */
export const NO_FORMS: FormsState = { bySerial: new Map(), faults: [] };

/** The version that counts now: the last one. */
export function latestVersion(form: SignedForm): FormVersion {
  const latest = form.versions.at(-1);
  if (!latest) throw new RangeError('a signed form without a version');
  return latest;
}
