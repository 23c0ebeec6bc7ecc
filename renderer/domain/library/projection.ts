import type { Entry, EntryOf } from '../ledger/entry';
import type { LibraryEntries } from './entries';
import {
  NO_FORM_VERSIONS,
  versionKey,
  type FormVersionRecord,
  type FormVersionsState,
  type VersionMark,
} from './form-versions';

type LibraryEntry = { readonly [T in keyof LibraryEntries]: EntryOf<T> }[keyof LibraryEntries];

interface Draft {
  readonly byVersion: Map<string, FormVersionRecord>;
  readonly signers: Map<string, string>;
}

/** Folds one entry; entries of other nouns pass by. */
export function foldFormVersions(state: FormVersionsState, entry: Entry): FormVersionsState {
  if (!isLibraryEntry(entry)) return state;
  const draft = { byVersion: new Map(state.byVersion), signers: new Map(state.signers) };
  apply(draft, entry);
  return draft;
}

/** Folds a whole ledger in one pass. */
export function projectFormVersions(entries: Iterable<Entry>): FormVersionsState {
  const draft: Draft = {
    byVersion: new Map(NO_FORM_VERSIONS.byVersion),
    signers: new Map(NO_FORM_VERSIONS.signers),
  };
  for (const entry of entries) if (isLibraryEntry(entry)) apply(draft, entry);
  return draft;
}

function isLibraryEntry(entry: Entry): entry is LibraryEntry {
  return entry.type.startsWith('form-version.') || entry.type === 'pack-signer.trusted';
}

function apply(draft: Draft, entry: LibraryEntry): void {
  if (entry.type === 'pack-signer.trusted') {
    draft.signers.set(entry.payload.fingerprint, entry.payload.name);
    return;
  }
  const { form, version } = entry.payload;
  const key = versionKey(form, version);
  draft.byVersion.set(key, after(draft.byVersion.get(key) ?? { form, version }, entry));
}

function after(
  record: FormVersionRecord,
  entry: Exclude<LibraryEntry, EntryOf<'pack-signer.trusted'>>,
): FormVersionRecord {
  const mark: VersionMark = { by: entry.by, name: entry.payload.name, at: entry.at };
  const { review, returned: _, ...rest } = record;
  switch (entry.type) {
    case 'form-version.submitted':
      return { ...rest, review: { ...mark, sha256: entry.payload.sha256 } };
    case 'form-version.returned':
      return { ...rest, returned: { ...mark, reason: entry.payload.reason } };
    case 'form-version.approved': {
      const { sha256, reviewDate, from } = entry.payload;
      return {
        ...rest,
        approved: {
          ...mark,
          sha256,
          reviewDate,
          ...(review ? { submittedBy: { by: review.by, name: review.name, at: review.at } } : {}),
          ...(from ? { from } : {}),
        },
      };
    }
    case 'form-version.retired':
      return { ...rest, retired: { ...mark, reason: entry.payload.reason } };
  }
}
