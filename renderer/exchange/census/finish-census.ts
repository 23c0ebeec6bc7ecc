import { foldText } from '../../domain/patient/names';
import type { CensusPatient, SiteDefaults } from './census';
import type { DraftFacts, PatientDraft } from './draft';
import type { Findings } from './findings';

/** Merges double lines, refuses MRNs that two people claim, fills in the ward and gives every patient the opaque id. */
export function finishCensus(
  drafts: readonly PatientDraft[],
  site: SiteDefaults,
  findings: Findings,
): readonly CensusPatient[] {
  const groups = new Map<string, PatientDraft[]>();
  drafts.forEach((draft, at) => {
    const key = draft.facts.mrn === undefined ? `\n${at}` : `${draft.assigner ?? ''}\n${draft.facts.mrn}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  });
  const ownAssigner = mostNamed(drafts.map((draft) => draft.assigner));
  const patients: CensusPatient[] = [];
  const ids = new Set<string>();
  for (const group of groups.values()) {
    const draft = group.length === 1 ? group[0] : mergeGroup(group, findings);
    if (draft === undefined) continue;
    const facts = draft.facts;
    if (facts.ward === undefined && site.ward !== undefined) facts.ward = site.ward;
    patients.push({
      ...facts,
      id: idOf(draft, draft.assigner === ownAssigner ? undefined : draft.assigner, site, ids),
    });
  }
  return patients;
}

/** Lines with one MRN are one patient when names and birth dates agree; otherwise nobody can say whose number it is. */
function mergeGroup(group: readonly PatientDraft[], findings: Findings): PatientDraft | undefined {
  const [first, ...others] = group;
  if (first === undefined) return undefined;
  const places = group.map((one) => one.where.line ?? one.where.path ?? '?').join(', ');
  const where = first.where;
  const column = where.line === undefined ? 'records' : 'lines';
  const stranger = others.find((other) => !samePerson(first.facts, other.facts));
  if (stranger !== undefined) {
    findings.refuse(
      'duplicate-mrn',
      stranger.where,
      `One number is used for different people in ${column} ${places}. None of them was taken, because nobody can tell whose number it is: correct the number and import again.`,
      group.length,
    );
    return undefined;
  }
  const merged = others.reduce<DraftFacts>((facts, other) => mergeFacts(facts, other.facts), { ...first.facts });
  const differs = others.some(
    (other) => other.facts.bed !== first.facts.bed && other.facts.bed !== undefined && first.facts.bed !== undefined,
  );
  findings.warn(
    'duplicate-merged',
    where,
    `One patient stands in several ${column} (${places}); they were merged${differs ? ', the last bed counts' : ''}.`,
  );
  return { ...first, facts: merged, refs: group.flatMap((one) => one.refs) };
}

function samePerson(a: DraftFacts, b: DraftFacts): boolean {
  if (a.birthDate !== undefined && b.birthDate !== undefined && a.birthDate !== b.birthDate) return false;
  const [nameA, nameB] = [foldText(`${a.family} ${a.given}`), foldText(`${b.family} ${b.given}`)];
  if (nameA === nameB || nameA === '' || nameB === '') return true;
  // Given names may be shortened, the family name may not differ.
  return foldText(a.family) === foldText(b.family) && (nameA.startsWith(nameB) || nameB.startsWith(nameA));
}

/** Facts of a later line on top of an earlier one; lists are united. */
export function mergeFacts(a: DraftFacts, b: DraftFacts): DraftFacts {
  const merged: DraftFacts = {
    ...a,
    ...Object.fromEntries(Object.entries(b).filter(([, value]) => value !== undefined && value !== '')),
  };
  const allergies = unite(a.allergies, b.allergies);
  merged.allergies = allergies;
  merged.allergyStatus =
    allergies.length > 0
      ? 'listed'
      : a.allergyStatus === 'not-in-snapshot'
        ? b.allergyStatus
        : b.allergyStatus === 'not-in-snapshot'
          ? a.allergyStatus
          : b.allergyStatus;
  for (const name of ['alerts', 'medicines', 'observations'] as const) {
    const list = unite<unknown>(a[name] ?? [], b[name] ?? []);
    if (list.length > 0) Object.assign(merged, { [name]: list });
  }
  return merged;
}

function unite<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const seen = new Set(a.map((one) => JSON.stringify(one)));
  return [...a, ...b.filter((one) => !seen.has(JSON.stringify(one)))];
}

/**
 * Who assigns this site's MRNs: whom most records name. Its name differs by format (a URL in FHIR, an OID in HL7, none
 * in a table), the patient ids must not; so it counts as the site itself, and only others are kept apart by name.
 */
function mostNamed(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function idOf(draft: PatientDraft, otherAssigner: string | undefined, site: SiteDefaults, ids: Set<string>): string {
  if (draft.id !== undefined && !ids.has(draft.id)) {
    ids.add(draft.id);
    return draft.id;
  }
  const { mrn, visitNumber, family, given, birthDate, ward, bed } = draft.facts;
  const assigner = otherAssigner ?? site.assigner ?? '';
  // Without an MRN the stay, else name and birth date stand for the person until somebody finds the number.
  const stand =
    mrn ??
    (visitNumber === undefined
      ? `no-mrn|${foldText(`${family}|${given}`)}|${birthDate ?? ''}|${birthDate === undefined ? `${ward}|${bed}` : ''}`
      : `visit|${visitNumber}`);
  let id = site.idFor(assigner, stand);
  for (let again = 2; ids.has(id); again++) id = site.idFor(assigner, `${stand}|${again}`);
  ids.add(id);
  return id;
}
