import type { Instant } from '../basics/time';
import type { FormDefinition } from '../form/form';

/** Where a version of a form stands. What a file says of itself counts for nothing but `retired`: a hospital approves. */
export type VersionState = 'draft' | 'in-review' | 'approved' | 'retired';

/** Who did something about a version, and when. */
export interface VersionMark {
  readonly by: string;
  readonly name: string;
  readonly at: Instant;
}

/** What is on record about one version of a form. */
export interface FormVersionRecord {
  readonly form: string;
  readonly version: string;
  /** Waits for a second person; gone when that person answered. */
  readonly review?: VersionMark & { readonly sha256: string };
  readonly returned?: VersionMark & { readonly reason: string };
  readonly approved?: VersionMark & {
    readonly sha256: string;
    readonly reviewDate: string;
    readonly submittedBy?: VersionMark;
    readonly from?: { readonly signer: string; readonly approvedBy: string; readonly approvedAt: string };
  };
  readonly retired?: VersionMark & { readonly reason: string };
}

/** The versions of forms, folded; keys of `byVersion` are made by `versionKey`. */
export interface FormVersionsState {
  readonly byVersion: ReadonlyMap<string, FormVersionRecord>;
  /** Keys of packs a manager vouched for: fingerprint -> name. */
  readonly signers: ReadonlyMap<string, string>;
}

/** Nothing on record: every form is a draft. */
export const NO_FORM_VERSIONS: FormVersionsState = { byVersion: new Map(), signers: new Map() };

/** The key of a version. */
export function versionKey(form: string, version: string): string {
  return `${form}|${version}`;
}

/** What is on record about a version. */
export function recordOf(
  state: FormVersionsState,
  { id, version }: Pick<FormDefinition, 'id' | 'version'>,
): FormVersionRecord | undefined {
  return state.byVersion.get(versionKey(id, version));
}

/** Where a version stands. A review of an approved version (its date came) leaves it approved meanwhile. */
export function versionStateOf(record: FormVersionRecord | undefined, sourceRetired = false): VersionState {
  if (record?.retired || (sourceRetired && !record?.approved)) return 'retired';
  if (record?.approved) return 'approved';
  return record?.review ? 'in-review' : 'draft';
}

/** Whether the day of the next review is past; `today` is `YYYY-MM-DD`. */
export function isReviewOverdue(reviewDate: string | undefined, today: string): boolean {
  return reviewDate !== undefined && reviewDate < today;
}

/**
 * A form as this hospital sees it: `active` only when approved here, so that all else is printed as a draft.
 * `contentChanged`: it no longer is what was approved.
 */
export function withVersionState(
  definition: FormDefinition,
  state: FormVersionsState,
  contentChanged = false,
): FormDefinition {
  const record = recordOf(state, definition);
  const stands = versionStateOf(record, definition.source['status'] === 'retired');
  const status = stands === 'approved' && !contentChanged ? 'active' : stands === 'retired' ? 'retired' : 'draft';
  const reviewDate = record?.approved?.reviewDate ?? definition.reviewDate;
  // The same object when nothing changes: what was worked out for a form is kept by its identity.
  if (definition.status === status && definition.reviewDate === reviewDate) return definition;
  return { ...definition, status, ...(reviewDate === undefined ? {} : { reviewDate }) };
}

/**
 * One of each form, for new answers and new sheets: the newest approved version, the newest draft where none is
 * approved yet, none where all are retired. Definitions come older versions first.
 */
export function versionsInUse(forms: readonly FormDefinition[]): ReadonlyMap<string, FormDefinition> {
  const inUse = new Map<string, FormDefinition>();
  for (const form of forms) {
    if (form.status === 'retired') continue;
    if (form.status === 'active' || inUse.get(form.id)?.status !== 'active') inUse.set(form.id, form);
  }
  return inUse;
}

/** Shipped and imported forms as one list: an imported copy stands for the shipped one, older versions before newer. */
export function mergeForms(
  shipped: readonly FormDefinition[],
  imported: readonly FormDefinition[],
): readonly FormDefinition[] {
  const byKey = new Map<string, FormDefinition>();
  // What was imported or approved is kept as it was; an app update must not change it under its version number.
  for (const form of [...shipped, ...imported]) byKey.set(versionKey(form.id, form.version), form);
  const byId = new Map<string, FormDefinition[]>();
  for (const form of byKey.values()) byId.set(form.id, [...(byId.get(form.id) ?? []), form]);
  return [...byId.values()].flatMap((forms) => forms.toSorted((a, b) => compareVersions(a.version, b.version)));
}

/** Orders versions as people count them (1.9 before 1.10); one without numbers is kept behind, where it came. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (!left || !right) return Number(left === undefined) - Number(right === undefined);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = (left[at] ?? 0) - (right[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] | undefined {
  const found = /^v?(\d+(?:\.\d+)*)/.exec(version);
  return found?.[1]?.split('.').map(Number);
}
