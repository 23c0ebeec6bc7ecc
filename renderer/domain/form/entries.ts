import type { Instant } from '../basics/time';
import type { FormResponse } from './response';

/** What a signature means (21 CFR 11.50: printed name, time and meaning). */
export type SignatureMeaning = 'authored' | 'verified' | 'co-signed' | 'read-back';

/** How the signer proved who they are. */
export type SignedWith = 'pin' | 'passphrase' | 'break-glass' | 'batch';

/** Who signed what, when, how; bound to the entry by the seal. */
export interface Signature {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly meaning: SignatureMeaning;
  readonly signedAt: Instant;
  readonly signedWith: SignedWith;
}

/** A finding the author saw and kept (a soft range confirmed, a required field left out with reason). */
export interface AcceptedFinding {
  readonly linkId: string;
  readonly code: string;
  readonly message: string;
}

/** Facts of answered forms. subject = serial. */
export interface FormEntries {
  readonly 'form.signed': {
    readonly serial: string;
    readonly form: string;
    readonly version: string;
    /** Opaque patient id; `-` where the form is about a ward, which is then named. */
    readonly patient: string;
    readonly ward?: string;
    readonly response: FormResponse;
    /** When it happened at the bedside; differs from the entry's `at` in a late entry. */
    readonly occurredAt: Instant;
    readonly signature: Signature;
    readonly accepted: readonly AcceptedFinding[];
  };
  /** A correction beside the original; `corrects` names the entry it amends. */
  readonly 'form.amended': {
    readonly serial: string;
    readonly form: string;
    readonly version: string;
    readonly patient: string;
    readonly ward?: string;
    readonly response: FormResponse;
    readonly occurredAt: Instant;
    readonly reason: string;
    readonly signature: Signature;
    readonly accepted: readonly AcceptedFinding[];
  };
  /** Written for the wrong patient or by mistake: stays visible, struck through. */
  readonly 'form.struck-through': { readonly serial: string; readonly reason: string; readonly signature: Signature };
}
