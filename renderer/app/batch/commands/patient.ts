import { parsePatientFacts } from '../../../domain/patient/facts';
import type { PatientFacts } from '../../../domain/patient/patient';
import { type BatchCommand, type BatchContext, done, readJson, refusedInput } from '../command';
import { instantOption } from '../instant-option';

/** Somebody who is not in the snapshot. */
export const patientAdd: BatchCommand = {
  words: ['patient', 'add'],
  about: 'adds an arrival; the file holds facts (family, given, birthDate, sex, bed, allergies …) or a FHIR Patient',
  options: {
    file: { value: 'JSON', required: true, about: 'facts of the patient; {} for somebody unknown' },
    at: { value: 'ISO', about: 'when they arrived; now when left out' },
    'not-a-duplicate': { value: '', flag: true, about: 'adds although somebody similar is on the board' },
  },
  needs: 'vault',
  json: '{downtimeNumber, patient}',
  async run(context) {
    const facts = await factsFrom(context, context.option('file') ?? '');
    const { box } = context;
    const ward = box.state.get().vault?.ward;
    const added = await box.patients.add({
      facts: facts.ward === undefined && ward !== undefined ? { ...facts, ward } : facts,
      arrivedAt: instantOption(context, 'at'),
      notADuplicate: context.flag('not-a-duplicate'),
    });
    if (!added.ok) {
      const messages: Readonly<Record<string, string>> = {
        'no-outage': 'no outage is declared: outside of one, patients come with the census',
        'possible-duplicate': 'somebody very similar is on the board; --not-a-duplicate adds all the same',
        'allergies-contradict': 'allergies are listed and said to be none: one of the two is wrong',
      };
      throw refusedInput({ ...added.error, where: '--file' }, messages[added.error.code]);
    }
    const entry = added.value.find((one) => one.type === 'patient.added');
    return done({ downtimeNumber: entry?.payload.downtimeNumber ?? '', patient: entry?.subject ?? '' });
  },
};

/** The real identity of a downtime number. */
export const patientLink: BatchCommand = {
  words: ['patient', 'link'],
  about: 'links a downtime number to the real identity found',
  options: {
    'downtime-number': { value: 'D', required: true, about: 'as issued' },
    mrn: { value: 'M', required: true, about: 'the MRN found' },
    'differences-seen': { value: '', flag: true, about: 'links although name or birth date differ' },
  },
  needs: 'vault',
  json: '{linked}',
  async run(context) {
    const linked = await context.box.patients.link({
      downtimeNumber: context.option('downtime-number') ?? '',
      mrn: context.option('mrn') ?? '',
      differencesSeen: context.flag('differences-seen'),
    });
    if (!linked.ok)
      throw refusedInput({
        ...linked.error,
        where: linked.error.code === 'mrn-missing' ? '--mrn' : '--downtime-number',
      });
    return done({ linked: true, downtimeNumber: context.option('downtime-number'), mrn: context.option('mrn') });
  },
};

async function factsFrom(context: BatchContext, path: string): Promise<PatientFacts> {
  const json = await readJson(context, path);
  if (typeof json === 'object' && json !== null && 'resourceType' in json) {
    const [file] = await context.readInput(path);
    const { reading } = await context.box.census.read({
      files: [{ name: path, bytes: file?.bytes ?? new Uint8Array() }],
      format: 'fhir',
    });
    const [patient] = reading.patients;
    if (!patient)
      throw refusedInput(
        { code: 'not-a-patient', where: path, refused: reading.refused },
        'no FHIR Patient could be read from the file',
      );
    // The MRN of somebody who is not in the snapshot is found again by linking, with a second look.
    const { id: _id, mrn: _mrn, ...facts } = patient;
    return facts;
  }
  const facts = parsePatientFacts(withSimpleAllergies(json));
  if (!facts.ok) {
    const [first] = facts.error;
    throw refusedInput(
      { code: 'facts-invalid', where: `${path}: ${first?.field ?? ''}`, problems: facts.error },
      `${first?.field ?? 'the file'}: ${first?.code ?? 'not facts of a patient'}${first?.allowed ? ` (${first.allowed.join(', ')})` : ''}`,
    );
  }
  return facts.value;
}

/** `"allergies": ["Penicillin"]` is what people write by hand. */
function withSimpleAllergies(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !Array.isArray((json as { allergies?: unknown }).allergies))
    return json;
  const { allergies } = json as { allergies: unknown[] };
  return { ...json, allergies: allergies.map((one) => (typeof one === 'string' ? { substance: one } : one)) };
}
