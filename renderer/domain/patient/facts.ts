import { ok, refuse, type Result } from '../basics/result';
import { isInstant } from '../basics/time';
import { isCalendarDate } from './birth-date';
import { looksLikeDowntimeNumber } from './downtime-number';
import type { PatientFacts } from './patient';
import { PATIENT_LIMITS } from './rules';

/** What is wrong with one fact; `field` is a path such as `allergies[1].substance`. */
export interface FactProblem {
  readonly code:
    | 'missing'
    | 'unknown-field'
    | 'wrong-type'
    | 'not-allowed'
    | 'out-of-range'
    | 'too-long'
    | 'no-such-date'
    | 'downtime-number-as-mrn';
  readonly field: string;
  readonly allowed?: readonly string[];
}

type Check = (value: unknown, field: string) => readonly FactProblem[];

const text: Check = (value, field) => {
  if (typeof value !== 'string') return [{ code: 'wrong-type', field }];
  return value.length > PATIENT_LIMITS.textLength ? [{ code: 'too-long', field }] : [];
};
const longText: Check = (value, field) =>
  typeof value !== 'string'
    ? [{ code: 'wrong-type', field }]
    : value.length > 4000
      ? [{ code: 'too-long', field }]
      : [];
const instant: Check = (value, field) =>
  typeof value === 'string' && isInstant(value) ? [] : [{ code: 'no-such-date', field }];
const date: Check = (value, field) =>
  typeof value === 'string' && isCalendarDate(value) ? [] : [{ code: 'no-such-date', field }];
const mrn: Check = (value, field) =>
  typeof value === 'string' && looksLikeDowntimeNumber(value)
    ? [{ code: 'downtime-number-as-mrn', field }]
    : text(value, field);

function number(min: number, max: number): Check {
  return (value, field) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return [{ code: 'wrong-type', field }];
    return value < min || value > max ? [{ code: 'out-of-range', field, allowed: [`${min} to ${max}`] }] : [];
  };
}

function oneOf(...words: readonly string[]): Check {
  return (value, field) =>
    typeof value === 'string' && words.includes(value) ? [] : [{ code: 'not-allowed', field, allowed: words }];
}

function list(each: Check): Check {
  return (value, field) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => each(one, `${field}[${index}]`))
      : [{ code: 'wrong-type', field }];
}

function object(members: Readonly<Record<string, Check>>, required: readonly string[]): Check {
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ code: 'wrong-type', field }];
    const record = value as Record<string, unknown>;
    const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
    const problems = required
      .filter((name) => record[name] === undefined)
      .map((name): FactProblem => ({ code: 'missing', field: at(name) }));
    for (const name of Object.keys(record)) {
      if (record[name] === undefined) continue;
      const check = Object.hasOwn(members, name) ? members[name] : undefined;
      problems.push(
        ...(check === undefined
          ? [{ code: 'unknown-field' as const, field: at(name) }]
          : check(record[name], at(name))),
      );
    }
    return problems;
  };
}

const FACTS = {
  family: text,
  given: text,
  alias: text,
  birthDate: date,
  ageEstimateYears: number(0, PATIENT_LIMITS.ageYears),
  sex: oneOf('female', 'male', 'other', 'unknown'),
  mrn,
  visitNumber: text,
  ward: text,
  bed: text,
  attending: text,
  service: text,
  allergyStatus: oneOf('listed', 'none-known', 'unable-to-obtain', 'not-in-snapshot'),
  allergies: list(
    object({ substance: text, reaction: text, severity: oneOf('mild', 'moderate', 'severe', 'unknown') }, [
      'substance',
    ]),
  ),
  weightKg: number(PATIENT_LIMITS.weightKg.min, PATIENT_LIMITS.weightKg.max),
  codeStatus: text,
  isolation: text,
  alerts: list(text),
  diagnosis: longText,
  medicines: list(
    object({ name: text, dose: text, route: text, frequency: text, lastGivenAt: instant, nextDueAt: instant }, [
      'name',
    ]),
  ),
  observations: list(object({ name: text, loinc: text, value: longText, unit: text, at: instant }, ['name', 'value'])),
} satisfies Readonly<Record<keyof PatientFacts, Check>>;

/** Checks facts from a form or a file, member by member; every problem is named, nothing is dropped in silence. */
export function checkFacts(facts: unknown): readonly FactProblem[] {
  return object(FACTS, [])(facts, '');
}

/** Facts of a whole patient from outside (batch `patient add --file`). Allergies not mentioned are "unable to obtain" at most, never none. */
export function parsePatientFacts(json: unknown): Result<PatientFacts, readonly FactProblem[]> {
  const problems = checkFacts(json);
  if (problems.length > 0) return refuse(problems);
  const facts = json as Partial<PatientFacts>;
  const allergies = facts.allergies ?? [];
  return ok({
    ...facts,
    family: facts.family ?? '',
    given: facts.given ?? '',
    allergies,
    allergyStatus: allergies.length > 0 ? 'listed' : (facts.allergyStatus ?? 'not-in-snapshot'),
  });
}
