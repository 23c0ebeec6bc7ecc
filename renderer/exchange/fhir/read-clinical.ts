import { toEpochMs, type Instant } from '../../domain/basics/time';
import type { Allergy } from '../../domain/patient/patient';
import { readSeverity, saysNoneKnown } from '../census/allergy-text';
import { addAlert, fillMissing, type DraftFacts } from '../census/draft';
import { conceptText, hasCode, nodes, text, type FhirNode } from './node';
import { fhirTimeMs } from './read-encounter';

// "No known allergy" as coded statements: HL7's own list of absent data, and the four numbers that the FHIR
// specification itself names for it. They are read here, no term of that terminology is shipped.
const NONE_KNOWN = [
  'no-known-allergies',
  'no-known-medication-allergies',
  'no-known-food-allergies',
  'no-known-environmental-allergies',
  '716186003',
  '409137002',
  '429625007',
  '428607008',
];
const NOT_ASKED = ['no-allergy-info'];

/** Lays one AllergyIntolerance onto the facts. */
export function readAllergyIntolerance(resource: FhirNode, facts: DraftFacts): void {
  const status = resource['clinicalStatus'] ?? resource['status'];
  if (
    hasCode(status, 'inactive', 'resolved') ||
    hasCode(resource['verificationStatus'] ?? resource['status'], 'entered-in-error', 'refuted')
  )
    return;
  const code = resource['code'] ?? resource['substance'];
  const name = conceptText(code);
  if (hasCode(code, ...NOT_ASKED)) return;
  if (hasCode(code, ...NONE_KNOWN) || (name !== undefined && saysNoneKnown(name))) {
    if (facts.allergies.length === 0) facts.allergyStatus = 'none-known';
    return;
  }
  const substance = (
    name ??
    nodes(resource, 'reaction')
      .map((one) => conceptText(one['substance']))
      .find((one) => one !== undefined) ??
    'Allergy without a name in the source'
  ).replace(/\s*\((substance|organism|product|finding|disorder)\)$/i, '');
  const reactions = nodes(resource, 'reaction').flatMap((reaction) =>
    nodes(reaction, 'manifestation').map((one) => conceptText(one['concept'] ?? one)),
  );
  const reaction = [
    ...new Set(
      reactions
        .filter((one) => one !== undefined)
        .map((one) => one.replace(/\s*\((finding|disorder|morphologic abnormality)\)$/i, '')),
    ),
  ].join(', ');
  const severity = worst([
    ...nodes(resource, 'reaction').map((one) => text(one, 'severity')),
    text(resource, 'criticality') === 'high' ? 'severe' : undefined,
  ]);
  if (facts.allergies.some((known) => known.substance === substance)) return;
  facts.allergyStatus = 'listed';
  facts.allergies = [
    ...facts.allergies,
    { substance, ...(reaction === '' ? {} : { reaction }), ...(severity === undefined ? {} : { severity }) },
  ];
}

function worst(said: readonly (string | undefined)[]): Allergy['severity'] | undefined {
  const levels = said.filter((one) => one !== undefined).map((one) => readSeverity(one));
  return (['severe', 'moderate', 'mild', 'unknown'] as const).find((level) => levels.includes(level));
}

const PRECAUTION = /isolation|precaution|contact|droplet|airborne|protective|isolierung/i;
const RESUSCITATION = /\b(dnr|dnar|dni|dnacpr|full code|code status|resuscitat\w*|reanimation|cpr)\b/i;

/** Lays one Flag onto the facts: isolation and code status where it is one, else an alert. */
export function readFlag(resource: FhirNode, facts: DraftFacts, asOf: Instant): void {
  if (text(resource, 'status') !== 'active' && text(resource, 'status') !== undefined) return;
  const end = fhirTimeMs(text(resource, 'period', 'end'));
  if (end !== undefined && end < toEpochMs(asOf)) return;
  const name = conceptText(resource['code']);
  if (name === undefined) return;
  const kind = nodes(resource, 'category').map(conceptText).join(' ');
  if (RESUSCITATION.test(name)) fillMissing(facts, { codeStatus: name });
  else if (PRECAUTION.test(name) || /infection|isolation/i.test(kind)) fillMissing(facts, { isolation: name });
  else addAlert(facts, name);
}

/** The diagnosis line: what the stay names, then diagnoses of stays, then up to three open problems, newest first. */
export function diagnosisOf(
  conditions: readonly FhirNode[],
  stay: FhirNode | undefined,
  reason: string | undefined,
  resolve: (reference: unknown, holder: FhirNode) => FhirNode | undefined,
): string | undefined {
  const named =
    stay === undefined
      ? []
      : nodes(stay, 'diagnosis').map((one) => {
          const condition = resolve(one['condition'], stay);
          return condition === undefined ? text(one, 'condition', 'display') : conceptText(condition['code']);
        });
  const ofStay = named.filter((one) => one !== undefined);
  if (ofStay.length > 0) return [...new Set(ofStay)].slice(0, 3).join('; ');
  if (reason !== undefined) return reason;
  const open = conditions.filter(
    (one) =>
      !hasCode(one['clinicalStatus'], 'inactive', 'resolved', 'remission') &&
      !hasCode(one['verificationStatus'], 'entered-in-error', 'refuted') &&
      text(one, 'abatementDateTime') === undefined,
  );
  const time = (one: FhirNode): number => fhirTimeMs(text(one, 'recordedDate') ?? text(one, 'onsetDateTime')) ?? 0;
  const newest = [...open].sort((a, b) => time(b) - time(a));
  const diagnoses = newest.filter((one) =>
    nodes(one, 'category').some((category) => hasCode(category, 'encounter-diagnosis')),
  );
  const names = (diagnoses.length > 0 ? diagnoses : newest)
    .map((one) => conceptText(one['code']))
    .filter((one) => one !== undefined);
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, 3).join('; ');
}
