import { elapsedMs, toEpochMs, type Instant } from '../../../domain/basics/time';
import { fillForm } from '../../../domain/form/fill-form';
import type { FilledScore } from '../../../domain/form/filled-form';
import type { FormDefinition } from '../../../domain/form/form';
import { latestVersion, type SignedForm } from '../../../domain/form/forms-state';
import type { FormResponse } from '../../../domain/form/response';
import type { BoardPatient } from '../../../domain/patient/board';

/** A value with its time and where it comes from: the snapshot is shown grey. */
export interface Reading {
  readonly text: string;
  readonly at?: Instant;
  readonly level: 'none' | 'warning' | 'critical';
  readonly from: 'snapshot' | 'here';
}

const scoresOf = new WeakMap<FormResponse, readonly FilledScore[]>();

/** Scores of signed answers; worked out once per answer sheet. */
export function signedScores(definition: FormDefinition, response: FormResponse): readonly FilledScore[] {
  const known = scoresOf.get(response);
  if (known) return known;
  const { scores } = fillForm({ definition, response });
  scoresOf.set(response, scores);
  return scores;
}

/** The early warning score that counts now: signed here, else of the snapshot. A score with a missing part is no score. */
export function earlyWarning(
  patient: BoardPatient,
  signed: readonly SignedForm[],
  formOf: (id: string, version: string) => FormDefinition | undefined,
): Reading | undefined {
  for (const form of byTime(signed)) {
    const definition = formOf(form.form, form.version);
    const version = latestVersion(form);
    const score = definition && signedScores(definition, version.response).find((one) => /news/i.test(one.item.text));
    if (score?.value !== undefined)
      return { text: String(score.value), at: version.occurredAt, level: score.band?.level ?? 'none', from: 'here' };
  }
  const known = patient.observations?.findLast((one) => /\bnews\s?2?\b/i.test(one.name));
  if (!known) return undefined;
  return {
    text: known.value,
    level: levelOfNews(Number(known.value)),
    from: 'snapshot',
    ...(known.at === undefined ? {} : { at: known.at }),
  };
}

/** RCP NEWS2: 5 urgent, 7 emergency. */
function levelOfNews(value: number): Reading['level'] {
  return value >= 7 ? 'critical' : value >= 5 ? 'warning' : 'none';
}

/** Newest event first, struck-through ones left out. */
function byTime(signed: readonly SignedForm[]): readonly SignedForm[] {
  return signed
    .filter((form) => !form.struck)
    .toSorted((a, b) => toEpochMs(latestVersion(b).occurredAt) - toEpochMs(latestVersion(a).occurredAt));
}

/** The next medicines of the snapshot: when, how many, and how far off. */
export interface NextDose {
  readonly at: Instant;
  readonly count: number;
  /** Negative once the time has passed; whether it was given is on the chart, not in the snapshot. */
  readonly inMs: number;
}

/** What is due next by the snapshot. Nothing once a medication record was signed here after it: the chart knows better. */
export function nextDose(patient: BoardPatient, signed: readonly SignedForm[], now: Instant): NextDose | undefined {
  const times = (patient.medicines ?? [])
    .flatMap((one) => one.nextDueAt ?? [])
    .toSorted((a, b) => toEpochMs(a) - toEpochMs(b));
  const charted = signed
    .filter((form) => form.form === 'F04' && !form.struck)
    .map((form) => latestVersion(form).occurredAt);
  const at = times.find((time) => !charted.some((done) => toEpochMs(done) >= toEpochMs(time)));
  if (at === undefined) return undefined;
  return { at, count: times.filter((time) => time === at).length, inMs: elapsedMs(now, at) };
}

/** A request signed here whose result is not written yet. */
export interface Waiting {
  readonly form: string;
  readonly title: string;
  readonly since: Instant;
}

/** Requests waiting for their result: their form has a place for results given by phone, and nothing stands in it. */
export function waitingResults(
  signed: readonly SignedForm[],
  formOf: (id: string, version: string) => FormDefinition | undefined,
): readonly Waiting[] {
  return signed.flatMap((form): readonly Waiting[] => {
    const definition = formOf(form.form, form.version);
    if (form.struck || !definition?.items.some((item) => item.linkId === 'results')) return [];
    const { response, occurredAt } = latestVersion(form);
    const written = response.item?.some((item) => item.linkId === 'results' && (item.item ?? []).length > 0);
    return written ? [] : [{ form: form.form, title: definition.title, since: occurredAt }];
  });
}
