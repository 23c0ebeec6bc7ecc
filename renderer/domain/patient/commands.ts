import type { CommandContext } from '../basics/command-context';
import { ok, refuse, type Result } from '../basics/result';
import { elapsedMs, isInstant, toEpochMs, type Instant } from '../basics/time';
import type { NewEntry } from '../ledger/entry';
import { nextAlias } from './alias';
import type { BoardPatient, PatientsState } from './board';
import { looksLikeDowntimeNumber, nextDowntimeNumber, type DowntimeNumberRefusal } from './downtime-number';
import { checkFacts, type FactProblem } from './facts';
import type { PatientFacts } from './patient';
import { MOVES_FROM, PATIENT_LIMITS, type MoveKind } from './rules';
import { possibleDuplicates, samePersonScore, type SamePersonMatch, type SamePersonReason } from './same-person';

/** Why a patient command did nothing. */
export type PatientRefusal =
  | DowntimeNumberRefusal
  | { readonly code: 'no-outage' }
  | { readonly code: 'facts-invalid'; readonly problems: readonly FactProblem[] }
  | { readonly code: 'allergies-contradict' }
  | { readonly code: 'possible-duplicate'; readonly candidates: readonly SamePersonMatch[] }
  | { readonly code: 'unknown-patient' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'use-move' }
  | { readonly code: 'use-link' }
  | { readonly code: 'bad-time'; readonly field: string }
  | { readonly code: 'in-future'; readonly field: string; readonly byMs: number }
  | { readonly code: 'too-long-ago'; readonly field: string; readonly byMs: number }
  | { readonly code: 'move-not-allowed'; readonly kind: MoveKind; readonly presence: BoardPatient['presence'] }
  | { readonly code: 'bed-taken'; readonly by: string }
  | { readonly code: 'ward-missing' }
  | { readonly code: 'mrn-missing' }
  | { readonly code: 'downtime-number-as-mrn' }
  | { readonly code: 'not-a-downtime-patient' }
  | { readonly code: 'already-linked'; readonly mrn: string }
  | { readonly code: 'mrn-linked-elsewhere'; readonly patient: string }
  | { readonly code: 'identity-differs'; readonly patient: string; readonly reasons: readonly SamePersonReason[] }
  | { readonly code: 'not-linked' }
  | { readonly code: 'reason-missing' };

/** What patient commands look at: the folded facts and the board of the outage they write to. */
export interface PatientScene {
  readonly state: PatientsState;
  readonly board: readonly BoardPatient[];
  /** The outage whose book is written; undefined when none runs. */
  readonly outage: string | undefined;
  /** Code of this workstation inside downtime numbers, see workstationCode. */
  readonly workstation: string;
}

type Outcome = Result<NewEntry[], PatientRefusal>;

/** Somebody who is not in the snapshot gets a downtime number; an unknown one an alias too. */
export function addPatient(
  scene: PatientScene,
  input: { readonly facts: PatientFacts; readonly arrivedAt: Instant; readonly notADuplicate?: boolean },
  { now, newId, by }: CommandContext,
): Outcome {
  if (scene.outage === undefined) return refuse({ code: 'no-outage' });
  const problems = checkFacts(input.facts);
  if (problems.length > 0) return refuse({ code: 'facts-invalid', problems });
  const badTime = checkTime('arrivedAt', input.arrivedAt, now);
  if (badTime) return refuse(badTime);
  if (contradicts(input.facts)) return refuse({ code: 'allergies-contradict' });
  const facts = withName(input.facts, scene);
  const candidates = possibleDuplicates(facts, scene.board);
  if (candidates.length > 0 && input.notADuplicate !== true) return refuse({ code: 'possible-duplicate', candidates });
  const number = nextDowntimeNumber(scene.workstation, scene.state.issued);
  if (!number.ok) return number;
  const payload = { facts, downtimeNumber: number.value, arrivedAt: input.arrivedAt };
  return ok([{ book: scene.outage, subject: newId(), by, type: 'patient.added', payload }]);
}

/** Corrects or completes facts. Place goes by movePatient, the real identity of a newcomer by linkPatient. */
export function updatePatient(
  scene: PatientScene,
  input: { readonly patient: string; readonly facts: Partial<PatientFacts>; readonly reason?: string },
  { by }: CommandContext,
): Outcome {
  if (scene.outage === undefined) return refuse({ code: 'no-outage' });
  const patient = scene.board.find((one) => one.id === input.patient);
  if (patient === undefined) return refuse({ code: 'unknown-patient' });
  if ('ward' in input.facts || 'bed' in input.facts) return refuse({ code: 'use-move' });
  if ('mrn' in input.facts) return refuse({ code: 'use-link' });
  const problems = checkFacts(input.facts);
  if (problems.length > 0) return refuse({ code: 'facts-invalid', problems });
  const names = Object.keys(input.facts) as (keyof PatientFacts)[];
  const changed = names.filter((name) => JSON.stringify(input.facts[name]) !== JSON.stringify(patient[name]));
  if (changed.length === 0) return refuse({ code: 'nothing-changed' });
  if (contradicts({ ...patient, ...input.facts })) return refuse({ code: 'allergies-contradict' });
  const facts = Object.fromEntries(changed.map((name) => [name, input.facts[name]])) as Partial<PatientFacts>;
  const payload = { facts, ...(input.reason === undefined ? {} : { reason: input.reason }) };
  return ok([{ book: scene.outage, subject: patient.id, by, type: 'patient.updated', payload }]);
}

/** Writes a movement with its true time. `corrects` names the entry of a wrong movement that this one replaces. */
export function movePatient(
  scene: PatientScene,
  input: {
    readonly patient: string;
    readonly kind: MoveKind;
    readonly occurredAt: Instant;
    readonly ward?: string;
    readonly bed?: string;
    readonly to?: string;
    readonly corrects?: string;
    readonly bedShared?: boolean;
  },
  { now, by }: CommandContext,
): Outcome {
  if (scene.outage === undefined) return refuse({ code: 'no-outage' });
  const patient = scene.board.find((one) => one.id === input.patient);
  if (patient === undefined) return refuse({ code: 'unknown-patient' });
  const badTime = checkTime('occurredAt', input.occurredAt, now);
  if (badTime) return refuse(badTime);
  const last = patient.movedAt;
  // A late entry of something that happened before the last movement is bound by no order: it fills the history.
  const isLatest = last === undefined || toEpochMs(input.occurredAt) >= toEpochMs(last);
  if (input.corrects === undefined && isLatest && !MOVES_FROM[patient.presence].includes(input.kind))
    return refuse({ code: 'move-not-allowed', kind: input.kind, presence: patient.presence });
  if (input.kind === 'transferred' && blank(input.ward) && blank(input.bed)) return refuse({ code: 'ward-missing' });
  const ward = input.ward ?? patient.ward;
  const holder = scene.board.find(
    (one) =>
      one.id !== patient.id &&
      one.presence === 'present' &&
      !blank(input.bed) &&
      one.bed === input.bed &&
      one.ward === ward,
  );
  if (holder !== undefined && isLatest && input.bedShared !== true) return refuse({ code: 'bed-taken', by: holder.id });
  const { kind, occurredAt } = input;
  const place = { ...(blank(input.ward) ? {} : { ward: input.ward }), ...(blank(input.bed) ? {} : { bed: input.bed }) };
  const payload = { kind, occurredAt, ...place, ...(blank(input.to) ? {} : { to: input.to }) } as const;
  const corrects = input.corrects === undefined ? {} : { corrects: input.corrects };
  return ok([{ book: scene.outage, subject: patient.id, by, type: 'patient.moved', payload, ...corrects }]);
}

/** The real identity of a downtime number. A person of the snapshot who differs must be confirmed by `differencesSeen`. */
export function linkPatient(
  scene: PatientScene,
  input: { readonly downtimeNumber: string; readonly mrn: string; readonly differencesSeen?: boolean },
  { by }: CommandContext,
): Outcome {
  if (scene.outage === undefined) return refuse({ code: 'no-outage' });
  const mrn = input.mrn.trim();
  if (mrn === '') return refuse({ code: 'mrn-missing' });
  if (looksLikeDowntimeNumber(mrn)) return refuse({ code: 'downtime-number-as-mrn' });
  const patient = arrived(scene, input.downtimeNumber);
  if (patient === undefined) return refuse({ code: 'not-a-downtime-patient' });
  const linked = patient.links.findLast((link) => link.undone === undefined);
  if (linked !== undefined) return refuse({ code: 'already-linked', mrn: linked.mrn });
  const elsewhere = scene.board.find(
    (one) => one.id !== patient.id && one.downtimeNumber !== undefined && one.mrn === mrn,
  );
  if (elsewhere !== undefined) return refuse({ code: 'mrn-linked-elsewhere', patient: elsewhere.id });
  const known = scene.board.find((one) => one.id !== patient.id && one.mrn === mrn);
  if (known !== undefined && input.differencesSeen !== true) {
    const { mrn: _own, ...person } = patient;
    const { score, reasons } = samePersonScore(person, known);
    const named = person.family !== '';
    if (named && score < 60) return refuse({ code: 'identity-differs', patient: known.id, reasons });
  }
  const payload = { downtimeNumber: patient.downtimeNumber ?? input.downtimeNumber, mrn };
  return ok([{ book: scene.outage, subject: patient.id, by, type: 'patient.linked', payload }]);
}

/** Takes a link back. */
export function unlinkPatient(
  scene: PatientScene,
  input: { readonly downtimeNumber: string; readonly reason: string },
  { by }: CommandContext,
): Outcome {
  if (scene.outage === undefined) return refuse({ code: 'no-outage' });
  const patient = arrived(scene, input.downtimeNumber);
  if (patient === undefined) return refuse({ code: 'not-a-downtime-patient' });
  const link = patient.links.findLast((one) => one.undone === undefined);
  if (link === undefined) return refuse({ code: 'not-linked' });
  if (blank(input.reason)) return refuse({ code: 'reason-missing' });
  const { downtimeNumber, mrn } = link;
  const payload = { downtimeNumber, mrn, reason: input.reason.trim() };
  return ok([{ book: scene.outage, subject: patient.id, by, type: 'patient.unlinked', payload, corrects: link.entry }]);
}

function arrived(scene: PatientScene, downtimeNumber: string): BoardPatient | undefined {
  const wanted = downtimeNumber.trim().toUpperCase();
  return scene.board.find((one) => one.downtimeNumber === wanted);
}

function withName(facts: PatientFacts, scene: PatientScene): PatientFacts {
  if (!blank(facts.family) || !blank(facts.given) || !blank(facts.alias)) return facts;
  const taken = scene.board.flatMap((one) => (one.alias === undefined ? [] : [one.alias]));
  return { ...facts, alias: nextAlias(facts.sex, taken) };
}

/** "No known allergies" beside a listed allergy: one of the two is wrong, and the wrong one kills. */
function contradicts(facts: Pick<PatientFacts, 'allergies' | 'allergyStatus'>): boolean {
  return facts.allergies.length > 0 ? facts.allergyStatus !== 'listed' : facts.allergyStatus === 'listed';
}

function checkTime(field: string, time: Instant, now: Instant): Extract<PatientRefusal, { field: string }> | undefined {
  if (!isInstant(time)) return { code: 'bad-time', field };
  const ago = elapsedMs(time, now);
  if (-ago > PATIENT_LIMITS.futureMs) return { code: 'in-future', field, byMs: -ago };
  return ago > PATIENT_LIMITS.pastMs ? { code: 'too-long-ago', field, byMs: ago } : undefined;
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
