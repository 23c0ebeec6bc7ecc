import { foldText, nameKey } from './names';
import type { PatientFacts } from './patient';

/** Who is compared. */
export type Comparable = Pick<PatientFacts, 'family' | 'given' | 'birthDate' | 'ageEstimateYears' | 'sex' | 'mrn'>;

/** Why two records may be one person. */
export type SamePersonReason =
  | 'same-mrn'
  | 'same-name'
  | 'similar-name'
  | 'swapped-names'
  | 'same-birth-date'
  | 'birth-date-one-apart'
  | 'different-birth-date'
  | 'different-sex';

/** A possible duplicate; `score` 0-100, from 60 on somebody should look. */
export interface SamePersonMatch {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly SamePersonReason[];
}

/** From here on a match is shown before a number is issued. */
export const SAME_PERSON_ASK_AT = 60;

/** Scores two records on MRN, names (typos, swapped family and given name, accents) and birth date. */
export function samePersonScore(
  a: Comparable,
  b: Comparable,
): { readonly score: number; readonly reasons: readonly SamePersonReason[] } {
  if (a.mrn !== undefined && a.mrn !== '' && a.mrn === b.mrn) return { score: 100, reasons: ['same-mrn'] };
  const reasons: SamePersonReason[] = [];
  let score = nameScore(a, b, reasons);
  if (score === 0) return { score: 0, reasons: [] };
  if (a.birthDate !== undefined && b.birthDate !== undefined) {
    if (a.birthDate === b.birthDate) {
      score += 50;
      reasons.push('same-birth-date');
    } else if (oneKeyApart(a.birthDate, b.birthDate)) {
      score += 25;
      reasons.push('birth-date-one-apart');
    } else {
      score -= 15;
      reasons.push('different-birth-date');
    }
  } else {
    // Nothing tells two like names apart but a question: an hour later the wrong chart is on the screen.
    score = Math.max(score + 15, SAME_PERSON_ASK_AT);
  }
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex && a.sex !== 'unknown' && b.sex !== 'unknown') {
    score -= 10;
    reasons.push('different-sex');
  }
  return { score: Math.max(0, Math.min(99, score)), reasons };
}

/** Possible duplicates of a newcomer, best first. */
export function possibleDuplicates<P extends Comparable & { readonly id: string }>(
  who: Comparable,
  among: Iterable<P>,
): readonly SamePersonMatch[] {
  const found: SamePersonMatch[] = [];
  for (const other of among) {
    const { score, reasons } = samePersonScore(who, other);
    if (score >= SAME_PERSON_ASK_AT) found.push({ id: other.id, score, reasons });
  }
  return found.sort((x, y) => y.score - x.score);
}

/** Ids of patients whose names could be taken for one another: the "same name" alert of bed boards and wristbands. */
export function sameNameGroups<P extends Comparable & { readonly id: string }>(
  patients: Iterable<P>,
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const patient of patients) {
    const family = foldText(patient.family);
    if (family === '') continue;
    // Family name and first letter: SMITH John and SMITH Jane share a bay badly too.
    const key = `${family}|${foldText(patient.given).charAt(0)}`;
    const group = byName.get(key);
    if (group === undefined) byName.set(key, [patient.id]);
    else group.push(patient.id);
  }
  const alerts = new Map<string, readonly string[]>();
  for (const group of byName.values())
    if (group.length > 1)
      for (const id of group)
        alerts.set(
          id,
          group.filter((other) => other !== id),
        );
  return alerts;
}

function nameScore(a: Comparable, b: Comparable, reasons: SamePersonReason[]): number {
  const [familyA, givenA, familyB, givenB] = [
    foldText(a.family),
    foldText(a.given),
    foldText(b.family),
    foldText(b.given),
  ];
  if (familyA === '' || familyB === '') return 0;
  if (familyA === familyB && sameGiven(givenA, givenB)) {
    reasons.push('same-name');
    return 45;
  }
  if (nameKey(a) === nameKey(b) || (familyA === givenB && givenA === familyB)) {
    reasons.push('swapped-names');
    return 40;
  }
  const similar =
    typos(familyA, familyB) <= allowed(familyA, familyB) &&
    (sameGiven(givenA, givenB) || typos(givenA, givenB) <= allowed(givenA, givenB));
  if (!similar) return 0;
  reasons.push('similar-name');
  return 30;
}

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  // "John" and "John Paul" are one name; an initial stands for a name.
  const [firstA = '', firstB = ''] = [a.split(' ')[0], b.split(' ')[0]];
  return (
    firstA !== '' &&
    firstB !== '' &&
    (firstA === firstB ||
      (firstA.length === 1 && firstB.startsWith(firstA)) ||
      (firstB.length === 1 && firstA.startsWith(firstB)))
  );
}

function allowed(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return length < 3 ? 0 : length < 6 ? 1 : 2;
}

function oneKeyApart(a: string, b: string): boolean {
  if (typos(a, b) <= 1) return true;
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  return yearA === yearB && monthA !== undefined && monthA === dayB && dayA === monthB;
}

/** Wrong, missing, extra or swapped letters between two short texts (optimal string alignment). */
export function typos(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
