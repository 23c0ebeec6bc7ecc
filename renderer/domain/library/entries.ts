/** Facts about the versions of forms; book WORKSTATION_BOOK, subject = form id. No patient in them: readable without a sign-in. */
export interface LibraryEntries {
  /** Somebody says a version is ready and asks another person to read it. */
  readonly 'form-version.submitted': FormVersionFact;
  /** The second person wants it changed. */
  readonly 'form-version.returned': FormVersionRef & { readonly name: string; readonly reason: string };
  /** A second person read it and this hospital may use it; from here on it never changes. */
  readonly 'form-version.approved': FormVersionFact & {
    /** `YYYY-MM-DD`, when it must be read again. */
    readonly reviewDate: string;
    /** It came approved in a signed pack: whose key, who approved it there. */
    readonly from?: { readonly signer: string; readonly approvedBy: string; readonly approvedAt: string };
  };
  /** No new sheets and answers; what was answered with it stays readable. */
  readonly 'form-version.retired': FormVersionRef & { readonly name: string; readonly reason: string };
  /** A manager compared the fingerprint of a pack's key with its sender. */
  readonly 'pack-signer.trusted': { readonly fingerprint: string; readonly name: string };
}

/** A version of a form by name. */
export interface FormVersionRef {
  readonly form: string;
  readonly version: string;
}

/** A version of a form by name and content: SHA-256 of its canonical JSON. */
export interface FormVersionFact extends FormVersionRef {
  readonly sha256: string;
  /** Who, as it is printed and shown. */
  readonly name: string;
}
