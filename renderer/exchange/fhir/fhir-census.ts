import type { Instant } from '../../domain/basics/time';
import { isInstant, toEpochMs } from '../../domain/basics/time';
import type { CensusInput } from '../census/census';
import { keepObservations } from '../census/csv-links';
import { fillMissing, type PatientDraft } from '../census/draft';
import type { Findings } from '../census/findings';
import { conceptText, node, text, type FhirNode } from './node';
import { diagnosisOf, readAllergyIntolerance, readFlag } from './read-clinical';
import { currentStay } from './read-encounter';
import { readMedicines } from './read-medicines';
import { readObservations } from './read-observations';
import { readPatient } from './read-patient';
import { readResources, type FoundResource } from './read-resources';
import { indexResources, keyOf, type ResourceIndex } from './resource-index';

/** Resource types that say something about a patient, with the member that says which. */
const ABOUT_PATIENT: Readonly<Record<string, string>> = {
  Encounter: 'subject',
  AllergyIntolerance: 'patient',
  Condition: 'subject',
  MedicationRequest: 'subject',
  MedicationAdministration: 'subject',
  MedicationStatement: 'subject',
  Observation: 'subject',
  Flag: 'subject',
};

/** Types that are looked up, or tell about the file itself. */
const SUPPORTING = ['Patient', 'Bundle', 'Location', 'Practitioner', 'PractitionerRole', 'Medication', 'Organization'];

/** Reads a census of FHIR R4 files: Bundles of any type and NDJSON, all files of a folder together. */
export function readFhirCensus(
  input: CensusInput,
  findings: Findings,
): { readonly drafts: readonly PatientDraft[]; readonly read: number; readonly asOf: Instant } {
  const all = input.files.flatMap((file) => readResources(file, findings));
  const index = indexResources(all);
  const asOf = input.asOf ?? timeOfFiles(all, input.siteDefaults.now) ?? unknownTime(input, findings);
  warnOfVersion(all, findings);
  const about = groupByPatient(all, index, findings);
  const patients = uniquePatients(index.of('Patient'));
  if (patients.length === 0 && findings.refused.length === 0)
    findings.refuse(
      'no-patients',
      { file: input.files[0]?.name ?? '' },
      'These files hold no Patient resource. Import them together with the file of patients.',
    );
  const drafts: PatientDraft[] = [];
  for (const found of patients) {
    const draft = readPatient(found, input.siteDefaults.now, findings);
    if (draft === undefined) continue;
    const own = about.get(keyOf(found)) ?? new Map<string, readonly FhirNode[]>();
    complete(draft, (type) => own.get(type) ?? [], asOf, index);
    drafts.push(draft);
  }
  return { drafts, read: index.of('Patient').length, asOf };
}

/** The same Patient in several bundles of one import is read once, the last version. */
function uniquePatients(patients: readonly FoundResource[]): readonly FoundResource[] {
  return [...new Map(patients.map((found) => [keyOf(found), found])).values()];
}

function complete(
  { facts }: PatientDraft,
  of: (type: string) => readonly FhirNode[],
  asOf: Instant,
  index: ResourceIndex,
): void {
  const stay = currentStay(of('Encounter'), asOf, index);
  if (stay !== undefined)
    fillMissing(facts, {
      visitNumber: stay.visitNumber,
      ward: stay.ward,
      bed: stay.bed,
      attending: stay.attending,
      service: stay.service,
    });
  for (const allergy of of('AllergyIntolerance')) readAllergyIntolerance(allergy, facts);
  for (const flag of of('Flag')) readFlag(flag, facts, asOf);
  fillMissing(facts, { diagnosis: diagnosisOf(of('Condition'), stay?.encounter, stay?.reason, index.resolve) });
  const medicines = readMedicines(
    of('MedicationRequest'),
    of('MedicationStatement'),
    of('MedicationAdministration'),
    index,
  );
  if (medicines.length > 0) facts.medicines = medicines;
  const { observations, codeStatus } = readObservations(of('Observation'));
  keepObservations(facts, observations);
  fillMissing(facts, { codeStatus });
}

function groupByPatient(
  all: readonly FoundResource[],
  index: ResourceIndex,
  findings: Findings,
): ReadonlyMap<string, Map<string, FhirNode[]>> {
  const groups = new Map<string, Map<string, FhirNode[]>>();
  const known = new Set(index.of('Patient').map(keyOf));
  for (const { type, resource, place } of all) {
    const member = ABOUT_PATIENT[type];
    if (member === undefined) {
      if (!SUPPORTING.includes(type))
        findings.warn(
          'resource-ignored',
          { file: place.file, path: type },
          `Resources of type ${type} say nothing a census needs; they were left out.`,
        );
      continue;
    }
    const reference = resource[member] ?? resource['subject'] ?? resource['patient'];
    const key = index.patientKey(reference, resource);
    if (key === undefined || !known.has(key)) {
      findings.warn(
        'patient-not-in-list',
        { file: place.file, path: type },
        `${type} resources of patients who are not among the files were left out.`,
      );
      continue;
    }
    const group = groups.get(key) ?? new Map<string, FhirNode[]>();
    groups.set(key, group);
    const list = group.get(type);
    if (list === undefined) group.set(type, [resource]);
    else list.push(resource);
  }
  return groups;
}

/** When the files were made: a Bundle's own time, else the newest lastUpdated, if not ahead of the clock. */
function timeOfFiles(all: readonly FoundResource[], now: Instant): Instant | undefined {
  const sane = (time: string | undefined): time is string =>
    time !== undefined && isInstant(time) && toEpochMs(time) <= toEpochMs(now);
  const ofBundles = all
    .filter((one) => one.type === 'Bundle')
    .map((one) => text(one.resource, 'timestamp') ?? text(one.resource, 'meta', 'lastUpdated'))
    .filter(sane);
  const times =
    ofBundles.length > 0 ? ofBundles : all.map((one) => text(one.resource, 'meta', 'lastUpdated')).filter(sane);
  return times.reduce<string | undefined>(
    (last, time) => (last === undefined || toEpochMs(time) > toEpochMs(last) ? time : last),
    undefined,
  );
}

function unknownTime(input: CensusInput, findings: Findings): Instant {
  findings.warn(
    'as-of-unknown',
    { file: input.files[0]?.name ?? '' },
    'The files do not say when they were made; their age is counted from this import. Give the time with --as-of.',
  );
  return input.siteDefaults.now;
}

/** Shapes that R4 does not have: the file is read as far as it goes, and somebody is told. */
function warnOfVersion(all: readonly FoundResource[], findings: Findings): void {
  for (const { type, resource, place } of all) {
    const dstu2 =
      (type === 'AllergyIntolerance' && resource['substance'] !== undefined) ||
      (type === 'Encounter' && typeof resource['class'] === 'string') ||
      (type === 'Patient' && resource['careProvider'] !== undefined);
    const stu3 =
      (type === 'Patient' && resource['animal'] !== undefined) ||
      (type === 'AllergyIntolerance' && typeof resource['clinicalStatus'] === 'string');
    const r5 =
      (type === 'Encounter' && (Array.isArray(resource['class']) || resource['actualPeriod'] !== undefined)) ||
      (type.startsWith('Medication') &&
        node(resource, 'medication') !== undefined &&
        conceptText(node(resource, 'medication', 'concept')) !== undefined);
    const version = dstu2 ? 'DSTU2' : stu3 ? 'STU3' : r5 ? 'R5' : undefined;
    if (version !== undefined)
      findings.warn(
        'not-r4',
        { file: place.file, path: type },
        `This file looks like FHIR ${version}, not R4; what both share was read. Check the patients.`,
      );
  }
}
