import type { CommandContext } from '../basics/command-context';
import { canonicalJson } from '../basics/json';
import { ok, refuse, type Result } from '../basics/result';
import { isInstant, toEpochMs, type Instant } from '../basics/time';
import { NOBODY, type NewEntry } from '../ledger/entry';
import { aboutWhom, NO_PATIENT } from './about-whom';
import { checkResponse } from './check-response';
import type { AcceptedFinding, Signature, SignatureMeaning, SignedWith } from './entries';
import type { ExpressionResults } from './expression-results';
import type { Finding, FormDefinition } from './form';
import { latestVersion, type FormsState, type SignedForm } from './forms-state';
import { canonicalOf } from './new-response';
import type { FormResponse } from './response';

/** Why a form was not signed, amended or struck through. */
export type FormRefusal =
  | { readonly code: 'not-signed-in' }
  /** Findings of severity error; the answers stay a draft. */
  | { readonly code: 'errors-left'; readonly findings: readonly Finding[] }
  | { readonly code: 'serial-taken'; readonly serial: string }
  | { readonly code: 'unknown-serial'; readonly serial: string }
  | { readonly code: 'already-struck'; readonly serial: string }
  /** The answers name another form or version than the one they are checked against. */
  | { readonly code: 'wrong-form'; readonly expected: string; readonly found: string }
  | { readonly code: 'other-patient'; readonly serial: string }
  /** A ward's log is never filed under a patient, a patient's form never under nobody. */
  | { readonly code: 'about-a-ward' | 'about-a-patient'; readonly form: string }
  | { readonly code: 'ward-missing' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'reason-missing' }
  /** When it happened is no instant, or lies ahead. */
  | { readonly code: 'bad-time'; readonly why: 'not-an-instant' | 'in-the-future' };

/** Who signs, as it is printed beside the form. */
export interface Signer {
  readonly name: string;
  readonly role: string;
  readonly signedWith: SignedWith;
  readonly meaning?: SignatureMeaning;
}

/** What a signature puts on the record. `book` is the outage, running or over: a late entry is allowed. */
export interface SignInput {
  readonly book: string;
  readonly serial: string;
  /** `NO_PATIENT` for a form about a ward, which is then named; a correction keeps the ward of its original. */
  readonly patient: string;
  readonly ward?: string;
  readonly definition: FormDefinition;
  readonly response: FormResponse;
  readonly expressionResults?: ExpressionResults;
  readonly accepted?: readonly AcceptedFinding[];
  /** When it happened at the bedside; now when left out. */
  readonly occurredAt?: Instant;
  readonly signer: Signer;
}

/** An amendment says why. */
export interface AmendInput extends SignInput {
  readonly reason: string;
}

/** A clock of another PC may be a little ahead. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Puts answers on the record. Refused while an error is left; what is unusual was asked and is kept with the answer. */
export function signForm(
  state: FormsState,
  input: SignInput,
  context: CommandContext,
): Result<readonly NewEntry[], FormRefusal> {
  if (state.bySerial.has(input.serial)) return refuse({ code: 'serial-taken', serial: input.serial });
  const refusal = refusalOf(input, context);
  if (refusal) return refuse(refusal);
  if (aboutWhom(input.definition) === 'ward' && !input.ward?.trim()) return refuse({ code: 'ward-missing' });
  return ok([{ ...head(input, context), type: 'form.signed', payload: record(input, context, 'completed') }]);
}

/** Puts a correction beside the original, made from its newest version. */
export function amendForm(
  state: FormsState,
  input: AmendInput,
  context: CommandContext,
): Result<readonly NewEntry[], FormRefusal> {
  const known = openForm(state, input.serial);
  if (!known.ok) return known;
  if (known.value.patient !== input.patient) return refuse({ code: 'other-patient', serial: input.serial });
  const { form, version } = known.value;
  if (form !== input.definition.id || version !== input.definition.version) {
    return refuse({
      code: 'wrong-form',
      expected: `${form}|${version}`,
      found: `${input.definition.id}|${input.definition.version}`,
    });
  }
  const refusal = refusalOf(input, context);
  if (refusal) return refuse(refusal);
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  const latest = latestVersion(known.value);
  const { ward } = known.value;
  const original = { ...input, ...(ward === undefined ? {} : { ward }) };
  const payload = {
    ...record(original, context, 'amended'),
    occurredAt: input.occurredAt ?? latest.occurredAt,
    reason,
  };
  if (payload.occurredAt === latest.occurredAt && sameAnswers(payload.response, latest.response))
    return refuse({ code: 'nothing-changed' });
  return ok([{ ...head(input, context), type: 'form.amended', corrects: latest.entry, payload }]);
}

/** Strikes a form through: it stays readable and counts no longer. */
export function strikeThroughForm(
  state: FormsState,
  input: { readonly serial: string; readonly reason: string; readonly signer: Signer },
  context: CommandContext,
): Result<readonly NewEntry[], FormRefusal> {
  const known = openForm(state, input.serial);
  if (!known.ok) return known;
  if (context.by === NOBODY || context.by === '') return refuse({ code: 'not-signed-in' });
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  const { book, form, version } = known.value;
  const payload = { serial: input.serial, reason, signature: signature(input.signer, context) };
  const corrects = latestVersion(known.value).entry;
  return ok([
    {
      book,
      subject: input.serial,
      by: context.by,
      type: 'form.struck-through',
      content: { id: form, version },
      corrects,
      payload,
    },
  ]);
}

function openForm(state: FormsState, serial: string): Result<SignedForm, FormRefusal> {
  const known = state.bySerial.get(serial);
  if (!known) return refuse({ code: 'unknown-serial', serial });
  return known.struck ? refuse({ code: 'already-struck', serial }) : ok(known);
}

function refusalOf(input: SignInput, context: CommandContext): FormRefusal | undefined {
  if (context.by === NOBODY || context.by === '') return { code: 'not-signed-in' };
  const isOfPatient = input.patient !== NO_PATIENT && input.patient !== '';
  if (aboutWhom(input.definition) === 'ward' && isOfPatient) return { code: 'about-a-ward', form: input.definition.id };
  if (aboutWhom(input.definition) === 'patient' && !isOfPatient)
    return { code: 'about-a-patient', form: input.definition.id };
  const named = input.response.questionnaire;
  if (named !== undefined && !names(named, input.definition))
    return { code: 'wrong-form', expected: canonicalOf(input.definition), found: named };
  const { occurredAt } = input;
  if (occurredAt !== undefined && !isInstant(occurredAt)) return { code: 'bad-time', why: 'not-an-instant' };
  if (occurredAt !== undefined && toEpochMs(occurredAt) > toEpochMs(context.now) + CLOCK_SLACK_MS)
    return { code: 'bad-time', why: 'in-the-future' };
  const findings = checkResponse(input.definition, input.response, input.expressionResults).filter(
    ({ severity }) => severity === 'error',
  );
  return findings.length > 0 ? { code: 'errors-left', findings } : undefined;
}

/** Whether a canonical in a response means this form: a version may be left out, never be another. */
function names(canonical: string, definition: FormDefinition): boolean {
  const [url = '', version] = canonical.split('|');
  if (version !== undefined && version !== definition.version) return false;
  const [own = ''] = canonicalOf(definition).split('|');
  return url === own || url === definition.id || url === `Questionnaire/${definition.id}`;
}

function head(
  input: SignInput,
  context: CommandContext,
): Pick<NewEntry, 'book' | 'subject' | 'by' | 'content'> & { readonly content: { id: string; version: string } } {
  const { id, version } = input.definition;
  return { book: input.book, subject: input.serial, by: context.by, content: { id, version } };
}

function record(input: SignInput, context: CommandContext, status: 'completed' | 'amended') {
  const { definition, serial, patient, ward } = input;
  return {
    serial,
    form: definition.id,
    version: definition.version,
    patient,
    ...(patient === NO_PATIENT && ward !== undefined ? { ward } : {}),
    response: { ...input.response, questionnaire: canonicalOf(definition), status, authored: context.now },
    occurredAt: input.occurredAt ?? context.now,
    signature: signature(input.signer, context),
    accepted: input.accepted ?? [],
  };
}

function signature({ name, role, signedWith, meaning = 'authored' }: Signer, context: CommandContext): Signature {
  return { person: context.by, name, role, meaning, signedAt: context.now, signedWith };
}

function sameAnswers(a: FormResponse, b: FormResponse): boolean {
  return canonicalJson(a.item ?? []) === canonicalJson(b.item ?? []);
}
