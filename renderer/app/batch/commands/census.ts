import type { BoardPatient } from '../../../domain/patient/board';
import type { CensusFormat } from '../../use-census';
import { type BatchCommand, EXIT, done, readJson, refusedInput } from '../command';
import { readInstant } from '../instant-option';

/** Takes the last known patients in. */
export const censusImport: BatchCommand = {
  words: ['census', 'import'],
  about: 'replaces the snapshot (HL7 v2: updates it) from files or folders',
  positionals: { name: 'FILE...', min: 1, max: 10_000 },
  options: {
    format: { value: 'F', oneOf: ['csv', 'fhir', 'hl7v2'], about: 'csv, fhir or hl7v2; found out when left out' },
    map: { value: 'FILE', about: 'column mapping (JSON) for a CSV the guess does not fit' },
    'as-of': { value: 'ISO', about: 'when the list was true; from the file, else now' },
  },
  needs: 'vault',
  json: '{read, patients, updated, refused:[…], warnings:[…], questions:[…], mapping, asOf}',
  async run(context) {
    const { box } = context;
    const files = (await Promise.all(context.positionals.map((path) => context.readInput(path)))).flat();
    const format = context.option('format') as CensusFormat | undefined;
    const map = context.option('map');
    const asOf = context.option('as-of');
    context.progress(`reading ${files.length} files`);
    const proposal = await box.census.read({
      files: files.map(({ name, bytes }) => ({ name, bytes })),
      ...(format === undefined ? {} : { format }),
      ...(map === undefined ? {} : { mapping: await readJson(context, map) }),
      ...(asOf === undefined ? {} : { asOf: readInstant(asOf, '--as-of') }),
    });
    const { reading } = proposal;
    const accepted = await box.census.accept(proposal);
    const blocked = reading.questions.some((question) => question.blocking);
    return {
      exit: !accepted.ok || reading.refused.length > 0 || blocked ? EXIT.refused : EXIT.done,
      json: {
        read: reading.read,
        patients: accepted.ok ? accepted.value.patients : 0,
        updated: reading.updated,
        refused: reading.refused,
        warnings: reading.warnings,
        questions: reading.questions.map(({ example: _example, ...question }) => question),
        ...(reading.mapping === undefined ? {} : { mapping: reading.mapping }),
        asOf: reading.asOf,
        ...(accepted.ok ? {} : { ...accepted.error, where: context.positionals.join(' ') }),
      },
    };
  },
};

/** The board. */
export const censusList: BatchCommand = {
  words: ['census', 'list'],
  about: 'the board: the snapshot with what was written since',
  options: { ward: { value: 'W', about: 'one ward only' } },
  needs: 'vault',
  json: '{patients:[{mrn, downtimeNumber, family, given, birthDate, sex, ward, bed, allergies}]}',
  async run(context) {
    const ward = context.option('ward');
    const patients = context.box.patients.board().filter((one) => ward === undefined || one.ward === ward);
    await context.box.audit.listed(patients.length, 'batch');
    return done({ snapshotAsOf: context.box.patients.snapshotAsOf() ?? null, patients: patients.map(line) });
  },
};

function line(patient: BoardPatient): Readonly<Record<string, unknown>> {
  return {
    mrn: patient.mrn ?? null,
    downtimeNumber: patient.downtimeNumber ?? null,
    family: patient.family,
    given: patient.given,
    alias: patient.alias ?? null,
    birthDate: patient.birthDate ?? null,
    sex: patient.sex ?? null,
    ward: patient.ward ?? null,
    bed: patient.bed ?? null,
    allergyStatus: patient.allergyStatus,
    allergies: patient.allergies,
    presence: patient.presence,
    weightKg: patient.weightKg ?? null,
    medicines: patient.medicines?.length ?? 0,
  };
}

/** The one patient a word names; several or none are a refusal. */
export function onePatient(named: readonly BoardPatient[], name: string): BoardPatient {
  const [patient, other] = named;
  if (!patient)
    throw refusedInput(
      { code: 'unknown-patient', where: '--patient' },
      'no patient with this number; census list shows all',
    );
  if (other)
    throw refusedInput(
      { code: 'several-patients', where: '--patient', count: named.length },
      `${name.length > 0 ? 'this number' : 'it'} names several patients`,
    );
  return patient;
}
