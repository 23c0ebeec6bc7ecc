import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import { NOBODY, WORKSTATION_BOOK, type NewEntry } from '../ledger/entry';
import type { FormVersionFact, FormVersionRef } from './entries';
import { versionKey, type FormVersionRecord, type FormVersionsState } from './form-versions';

/** Why a version did not move on. */
export type VersionRefusal =
  | { readonly code: 'not-signed-in' }
  /** It waits for a second person already. */
  | { readonly code: 'already-in-review' }
  | { readonly code: 'version-retired' }
  /** Approved and its day of review is not near: there is nothing to decide. */
  | { readonly code: 'already-approved' }
  /** Nobody asked for a review yet. */
  | { readonly code: 'not-in-review' }
  /** Who asked for the review cannot be the one who reads it. */
  | { readonly code: 'same-person' }
  /** The content is not what was handed in, or not what was approved. */
  | { readonly code: 'content-changed' }
  | { readonly code: 'bad-review-date' }
  | { readonly code: 'reason-missing' };

/** Refusal or facts. */
export type VersionDecision = Result<readonly NewEntry[], VersionRefusal>;

/** How long before its day an approved version may be read again. */
const REVIEW_EARLY_DAYS = 90;

/** Asks a second person to read a version; an approved one stays approved meanwhile. */
export function submitVersion(
  state: FormVersionsState,
  input: FormVersionFact,
  { by, now }: CommandContext,
): VersionDecision {
  const record = recordFor(state, input);
  if (by === NOBODY) return refuse({ code: 'not-signed-in' });
  if (record?.retired) return refuse({ code: 'version-retired' });
  if (record?.review) return refuse({ code: 'already-in-review' });
  if (record?.approved && record.approved.sha256 !== input.sha256) return refuse({ code: 'content-changed' });
  if (record?.approved && record.approved.reviewDate > dayAfter(now, REVIEW_EARLY_DAYS))
    return refuse({ code: 'already-approved' });
  return ok([{ ...head(input, by), type: 'form-version.submitted', payload: input }]);
}

/** A second person lets a version into use. The content must be the one that was handed in, to the letter. */
export function approveVersion(
  state: FormVersionsState,
  input: FormVersionFact & { readonly reviewDate: string },
  { by, now }: CommandContext,
): VersionDecision {
  const review = openReview(state, input, by);
  if (!review.ok) return review;
  if (review.value.sha256 !== input.sha256) return refuse({ code: 'content-changed' });
  if (review.value.by === by) return refuse({ code: 'same-person' });
  if (!/^\d{4}-\d\d-\d\d$/.test(input.reviewDate) || input.reviewDate <= now.slice(0, 10))
    return refuse({ code: 'bad-review-date' });
  return ok([{ ...head(input, by), type: 'form-version.approved', payload: input }]);
}

/** The second person wants something changed: the next try is another version. */
export function returnVersion(
  state: FormVersionsState,
  input: FormVersionRef & { readonly name: string; readonly reason: string },
  { by }: CommandContext,
): VersionDecision {
  const review = openReview(state, input, by);
  if (!review.ok) return review;
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  return ok([{ ...head(input, by), type: 'form-version.returned', payload: { ...input, reason } }]);
}

/** Takes a version out of use for ever. */
export function retireVersion(
  state: FormVersionsState,
  input: FormVersionRef & { readonly name: string; readonly reason: string },
  { by }: CommandContext,
): VersionDecision {
  if (by === NOBODY) return refuse({ code: 'not-signed-in' });
  if (recordFor(state, input)?.retired) return refuse({ code: 'version-retired' });
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  return ok([{ ...head(input, by), type: 'form-version.retired', payload: { ...input, reason } }]);
}

/** Takes over approvals that came in a pack of a signer a manager trusts; what is decided here already stays. */
export function receiveApprovals(
  state: FormVersionsState,
  approvals: readonly (FormVersionFact & {
    readonly reviewDate: string;
    readonly from: { readonly signer: string; readonly approvedBy: string; readonly approvedAt: string };
  })[],
  { by }: CommandContext,
): readonly NewEntry[] {
  if (by === NOBODY) return [];
  return approvals
    .filter((each) => {
      const record = recordFor(state, each);
      return state.signers.has(each.from.signer) && !record?.approved && !record?.retired;
    })
    .map((each) => ({ ...head(each, by), type: 'form-version.approved' as const, payload: each }));
}

function openReview(
  state: FormVersionsState,
  input: FormVersionRef,
  by: string,
): Result<NonNullable<FormVersionRecord['review']>, VersionRefusal> {
  if (by === NOBODY) return refuse({ code: 'not-signed-in' });
  const record = recordFor(state, input);
  if (record?.retired) return refuse({ code: 'version-retired' });
  return record?.review ? ok(record.review) : refuse({ code: 'not-in-review' });
}

function recordFor(state: FormVersionsState, { form, version }: FormVersionRef): FormVersionRecord | undefined {
  return state.byVersion.get(versionKey(form, version));
}

function head({ form, version }: FormVersionRef, by: string) {
  return { book: WORKSTATION_BOOK, subject: form, by, content: { id: form, version } };
}

function dayAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
}
