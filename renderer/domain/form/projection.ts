import type { Entry, EntryOf } from '../ledger/entry';
import {
  latestVersion,
  NO_FORMS,
  type FormConflict,
  type FormFault,
  type FormsState,
  type FormVersion,
  type SignedForm,
} from './forms-state';

type FormEntry = EntryOf<'form.signed'> | EntryOf<'form.amended'> | EntryOf<'form.struck-through'>;

interface Draft {
  readonly bySerial: Map<string, SignedForm>;
  readonly faults: FormFault[];
}

/** Folds one entry; entries of other nouns pass by. */
export function foldForms(state: FormsState, entry: Entry): FormsState {
  if (!isFormEntry(entry)) return state;
  const draft = { bySerial: new Map(state.bySerial), faults: [...state.faults] };
  apply(draft, entry);
  return draft;
}

/** Folds a whole ledger in one pass: a copy per entry would cost the square of a long outage. */
export function projectForms(entries: Iterable<Entry>): FormsState {
  const draft: Draft = { bySerial: new Map(NO_FORMS.bySerial), faults: [] };
  for (const entry of entries) if (isFormEntry(entry)) apply(draft, entry);
  return draft;
}

/** The signed forms of a patient, newest first by the order of the ledger. */
export function formsOfPatient(state: FormsState, patient: string): readonly SignedForm[] {
  return [...state.bySerial.values()].filter((form) => form.patient === patient).toReversed();
}

function isFormEntry(entry: Entry): entry is FormEntry {
  return entry.type === 'form.signed' || entry.type === 'form.amended' || entry.type === 'form.struck-through';
}

function apply(draft: Draft, entry: FormEntry): void {
  const { serial } = entry.payload;
  const known = draft.bySerial.get(serial);
  if (entry.type === 'form.signed') {
    draft.bySerial.set(serial, known ? signedTwice(known, entry) : signed(entry));
    return;
  }
  if (!known) {
    draft.faults.push({
      code: entry.type === 'form.amended' ? 'amend-without-target' : 'strike-without-target',
      entry: entry.id,
      serial,
    });
    return;
  }
  draft.bySerial.set(serial, entry.type === 'form.amended' ? amended(known, entry) : struck(known, entry));
}

function signed(entry: EntryOf<'form.signed'>): SignedForm {
  const { serial, form, version, patient, ward } = entry.payload;
  return {
    serial,
    book: entry.book,
    form,
    version,
    patient,
    ...(ward === undefined ? {} : { ward }),
    versions: [versionOf(entry)],
    conflicts: [],
  };
}

/** Two devices gave out one serial: both answers are kept. */
function signedTwice(known: SignedForm, entry: EntryOf<'form.signed'>): SignedForm {
  return {
    ...known,
    versions: [...known.versions, versionOf(entry)],
    conflicts: [...known.conflicts, { code: 'signed-twice', entry: entry.id }],
  };
}

function amended(known: SignedForm, entry: EntryOf<'form.amended'>): SignedForm {
  const conflicts: FormConflict[] = [];
  // An amendment names the version it was made from; another one made from the same version did not know of it.
  if (entry.corrects !== latestVersion(known).entry) conflicts.push({ code: 'amended-twice', entry: entry.id });
  if (known.struck) conflicts.push({ code: 'amended-after-strike', entry: entry.id });
  if (entry.payload.patient !== known.patient) conflicts.push({ code: 'other-patient', entry: entry.id });
  return { ...known, versions: [...known.versions, versionOf(entry)], conflicts: [...known.conflicts, ...conflicts] };
}

function struck(known: SignedForm, entry: EntryOf<'form.struck-through'>): SignedForm {
  if (known.struck) return { ...known, conflicts: [...known.conflicts, { code: 'struck-twice', entry: entry.id }] };
  const { reason, signature } = entry.payload;
  return { ...known, struck: { entry: entry.id, reason, signature, at: entry.at, by: entry.by } };
}

function versionOf(entry: EntryOf<'form.signed'> | EntryOf<'form.amended'>): FormVersion {
  const { response, occurredAt, signature, accepted } = entry.payload;
  return {
    entry: entry.id,
    response,
    occurredAt,
    at: entry.at,
    by: entry.by,
    signature,
    accepted,
    ...(entry.type === 'form.amended' ? { reason: entry.payload.reason } : {}),
    ...(entry.corrects === undefined ? {} : { corrects: entry.corrects }),
  };
}
