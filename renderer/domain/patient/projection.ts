import { toEpochMs } from '../basics/time';
import type { Entry, EntryOf } from '../ledger/entry';
import type { BedConflict, BoardPatient, Link, Move, PatientsState, WrittenPatient } from './board';
import type { Patient, PatientFacts, Snapshot } from './patient';
import { PRESENCE_AFTER } from './rules';

/** Nobody yet. */
export const NO_PATIENTS: PatientsState = { written: new Map(), issued: new Set() };

/** Folds one entry; entries of other nouns pass by. Entries come in fold order. */
export function foldPatients(state: PatientsState, entry: Entry): PatientsState {
  return apply(state, entry, writeCopy);
}

function apply(state: PatientsState, entry: Entry, write: Write): PatientsState {
  switch (entry.type) {
    case 'snapshot.imported':
      return { ...state, lastImport: { ...entry.payload, importedAt: entry.at, by: entry.by } };
    case 'patients.removed':
      return { ...state, issued: new Set([...state.issued, ...entry.payload.lastNumbers]) };
    case 'patient.added': {
      const { facts, downtimeNumber, arrivedAt } = entry.payload;
      const added = { facts, downtimeNumber, arrivedAt, by: entry.by, at: entry.at };
      const issued = new Set(state.issued).add(downtimeNumber);
      return { ...write(state, entry, (before) => ({ ...before, added })), issued };
    }
    case 'patient.updated': {
      const { facts, reason } = entry.payload;
      const change = {
        entry: entry.id,
        facts,
        by: entry.by,
        at: entry.at,
        ...(reason === undefined ? {} : { reason }),
      };
      return write(state, entry, (before) => ({ ...before, changes: [...before.changes, change] }));
    }
    case 'patient.moved':
      return write(state, entry, (before) => ({ ...before, moves: withMove(before.moves, entry) }));
    case 'patient.linked': {
      const link: Link = { entry: entry.id, ...entry.payload, by: entry.by, at: entry.at };
      return write(state, entry, (before) => ({ ...before, links: [...before.links, link] }));
    }
    case 'patient.unlinked': {
      const { downtimeNumber, mrn, reason } = entry.payload;
      const undone = { by: entry.by, at: entry.at, reason };
      return write(state, entry, (before) => ({
        ...before,
        links: before.links.map((link) =>
          link.undone === undefined && link.downtimeNumber === downtimeNumber && link.mrn === mrn
            ? { ...link, undone }
            : link,
        ),
      }));
    }
    default:
      return state;
  }
}

/** Folds a whole ledger. Its maps are nobody else's yet: copying them per entry cost entries times patients. */
export function projectPatients(entries: Iterable<Entry>): PatientsState {
  const books = new Map<string, Map<string, WrittenPatient>>();
  const writeInPlace: Write = (state, entry, change) => {
    const book = books.get(entry.book) ?? new Map<string, WrittenPatient>();
    books.set(entry.book, book.set(entry.subject, change(book.get(entry.subject) ?? nothingOf(entry.subject))));
    return state;
  };
  let state: PatientsState = { ...NO_PATIENTS, written: books };
  for (const entry of entries) state = apply(state, entry, writeInPlace);
  return state;
}

type PatientEntry = EntryOf<
  'patient.added' | 'patient.updated' | 'patient.moved' | 'patient.linked' | 'patient.unlinked'
>;

type Write = (
  state: PatientsState,
  entry: PatientEntry,
  change: (before: WrittenPatient) => WrittenPatient,
) => PatientsState;

const writeCopy: Write = (state, entry, change) => {
  const book = state.written.get(entry.book);
  const before = book?.get(entry.subject) ?? nothingOf(entry.subject);
  return {
    ...state,
    written: new Map(state.written).set(entry.book, new Map(book).set(entry.subject, change(before))),
  };
};

function nothingOf(id: string): WrittenPatient {
  return { id, changes: [], moves: [], links: [] };
}

/** A movement that corrects an earlier one takes its place in what counts; the ledger keeps both. */
function withMove(moves: readonly Move[], entry: EntryOf<'patient.moved'>): readonly Move[] {
  const move: Move = { entry: entry.id, ...entry.payload, by: entry.by, at: entry.at };
  const counting = entry.corrects === undefined ? moves : moves.filter((one) => one.entry !== entry.corrects);
  return [...counting, move];
}

/**
 * The board of one outage: the snapshot's patients with what was written here on top, and everyone who came after.
 * Without an outage the board is the snapshot. Patients who left stay on it with their presence.
 */
export function wardBoard(
  state: PatientsState,
  snapshot: Snapshot | undefined,
  outage: string | undefined,
): readonly BoardPatient[] {
  const written = outage === undefined ? undefined : state.written.get(outage);
  const board: BoardPatient[] = [];
  const inSnapshot = new Set<string>();
  const idsByMrn = new Map<string, string>();
  for (const patient of snapshot?.patients ?? []) {
    inSnapshot.add(patient.id);
    if (patient.mrn !== undefined) idsByMrn.set(patient.mrn, patient.id);
    const here = written?.get(patient.id);
    board.push(
      boardPatient(
        { ...patient, snapshotAsOf: snapshot?.asOf ?? '', presence: 'present', writtenHere: [] },
        here,
        idsByMrn,
      ),
    );
  }
  for (const here of written?.values() ?? []) {
    if (inSnapshot.has(here.id)) continue;
    // Changed here, then missing in a newer snapshot: the line stays, with what this outage knows.
    const facts = here.added?.facts ?? NOT_IN_SNAPSHOT;
    board.push(
      boardPatient({ ...facts, id: here.id, presence: 'present', writtenHere: factNames(facts) }, here, idsByMrn),
    );
  }
  return board;
}

const NOT_IN_SNAPSHOT: PatientFacts = { family: '', given: '', allergyStatus: 'not-in-snapshot', allergies: [] };

function boardPatient(
  base: Patient,
  here: WrittenPatient | undefined,
  idsByMrn: ReadonlyMap<string, string>,
): BoardPatient {
  if (here === undefined) return { ...base, moves: [], links: [], changes: [], sameAs: [] };
  const changed = here.changes.reduce<Partial<PatientFacts>>((all, change) => ({ ...all, ...change.facts }), {});
  const moves = [...here.moves].sort((a, b) => toEpochMs(a.occurredAt) - toEpochMs(b.occurredAt));
  const place = placeAfter(moves);
  const link = here.links.findLast((one) => one.undone === undefined);
  const mrn = link === undefined ? {} : { mrn: link.mrn };
  const writtenHere = new Set([...base.writtenHere, ...factNames({ ...changed, ...place.facts, ...mrn })]);
  const other = link === undefined ? undefined : idsByMrn.get(link.mrn);
  return {
    ...base,
    ...changed,
    ...place.facts,
    ...mrn,
    presence: place.presence,
    writtenHere: [...writtenHere],
    ...(here.added === undefined ? {} : arrivalOf(here.added)),
    ...(place.movedAt === undefined ? {} : { movedAt: place.movedAt }),
    moves,
    links: here.links,
    changes: here.changes,
    sameAs: other === undefined || other === here.id ? [] : [other],
  };
}

function arrivalOf({
  downtimeNumber,
  arrivedAt,
  at,
  by,
}: NonNullable<WrittenPatient['added']>): Pick<BoardPatient, 'downtimeNumber' | 'arrivedAt' | 'arrivalWritten'> {
  return { downtimeNumber, arrivedAt, arrivalWritten: { at, by } };
}

function placeAfter(moves: readonly Move[]): {
  readonly presence: Patient['presence'];
  readonly facts: { ward?: string; bed?: string };
  readonly movedAt?: string;
} {
  let presence: Patient['presence'] = 'present';
  const facts: { ward?: string; bed?: string } = {};
  for (const move of moves) {
    presence = PRESENCE_AFTER[move.kind];
    if (move.ward !== undefined) facts.ward = move.ward;
    if (move.bed !== undefined) facts.bed = move.bed;
  }
  const last = moves.at(-1);
  return { presence, facts, ...(last === undefined ? {} : { movedAt: last.occurredAt }) };
}

function factNames(facts: Partial<PatientFacts>): (keyof PatientFacts)[] {
  return (Object.keys(facts) as (keyof PatientFacts)[]).filter((name) => facts[name] !== undefined);
}

/** Beds that two present patients claim. */
export function bedConflicts(board: readonly BoardPatient[]): readonly BedConflict[] {
  const beds = new Map<string, { ward: string; bed: string; patients: string[] }>();
  for (const { id, ward, bed, presence } of board) {
    if (bed === undefined || bed === '' || (presence !== 'present' && presence !== 'off-unit')) continue;
    const key = `${ward ?? ''}\n${bed}`;
    const known = beds.get(key);
    if (known === undefined) beds.set(key, { ward: ward ?? '', bed, patients: [id] });
    else known.patients.push(id);
  }
  return [...beds.values()].filter((bed) => bed.patients.length > 1);
}

/** Who is meant: an opaque id, an MRN or a downtime number. Several when an MRN is claimed twice. */
export function patientsNamed(board: readonly BoardPatient[], name: string): readonly BoardPatient[] {
  const wanted = name.trim();
  const exact = board.filter(
    (one) => one.id === wanted || one.mrn === wanted || one.downtimeNumber === wanted.toUpperCase(),
  );
  // A linked downtime patient carries the MRN of somebody in the snapshot: what was written here is the one meant.
  const arrived = exact.filter((one) => one.downtimeNumber !== undefined);
  return arrived.length === 1 &&
    exact.length === 2 &&
    arrived[0]?.sameAs.includes(exact.find((one) => one !== arrived[0])?.id ?? '')
    ? arrived
    : exact;
}
