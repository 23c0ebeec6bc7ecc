import { latestVersion } from '../../renderer/domain/form/forms-state';
import { answered } from './form-answers';
import type { Scene } from './scenes';
import { AS_OF, formNamed, liveThroughMorning, openClinicalWard } from './clinical-ward';
import { openTestBox, type TestBox } from './fake-box';
import { withIntake } from './intake-scene';
import { ward7bCsv } from './ward-7b';
import { FIRST_REQUEST, withRequests } from './ward-requests';

const morning = async (): Promise<TestBox> => {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  return made;
};

/** The signed set of that morning, corrected once by its author. */
const corrected = async (): Promise<TestBox> => {
  const made = await morning();
  const [signed] = made.box.forms.signedFor();
  const form = formNamed(made, 'F06');
  if (!signed) throw new Error('nothing signed');
  await made.box.forms.save({
    form,
    patient: signed.patient,
    response: answered(form, latestVersion(signed).response, {
      hr: { valueInteger: 114 },
      'bp-dia': { valueInteger: 60 },
    }),
    signer: { person: 'am', name: 'A. Moreau', role: 'nurse-in-charge', signedWith: 'pin' },
    amends: { serial: signed.serial, reason: 'Read 124, monitor shows 114' },
  });
  return made;
};

/** Serial of the first form signed on this PC. */
const FIRST_SERIAL = 'DT-WS7B02-0001-5';

/** Ids are counted, so that a hash of a scene can name a patient of the ward list. */
const LINDQVIST = 'patient-3';

/** A box whose file dialog answers with these files. */
async function withFiles(files: Readonly<Record<string, string>>): Promise<TestBox> {
  const made = await openTestBox({ signedIn: true, snapshotAsOf: AS_OF });
  const chosen = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  Object.assign(made.world.ports.files, { choose: async () => chosen });
  return made;
}

/** A list that asks: day and month cannot be told apart, a line without identity, a code for sex nobody knows. */
const DOUBTFUL = `Bed;Patient name;DOB;Sex;MRN;Allergies
7B-1-1;GARCÍA, Ana;02/03/1951;1;9000131;Penicillin
7B-1-2;OKONKWO, Peter;08/11/1980;2;9000148;NKDA
7B-1-3;;;2;;
7B-1-4;WEISS, Karl;11/11/1966;9;9000160;
`;

/** Patients, forms, printing, back-entry and export. */
export const CLINICAL_SCENES: readonly Scene[] = [
  { name: 'board', hash: '#/patients', prepare: morning },
  { name: 'census', hash: '#/census', prepare: () => withFiles({ 'ward-7b.csv': ward7bCsv() }) },
  { name: 'census-doubtful', hash: '#/census', prepare: () => withFiles({ 'night.csv': DOUBTFUL }) },
  { name: 'census-intake', hash: '#/census', prepare: withIntake },
  { name: 'board-empty', hash: '#/patients', prepare: () => openTestBox({ signedIn: true }) },
  { name: 'patient', hash: `#/patients/${LINDQVIST}`, prepare: morning },
  { name: 'patient-medicines', hash: `#/patients/${LINDQVIST}/medicines`, prepare: morning },
  { name: 'patient-forms', hash: `#/patients/${LINDQVIST}/forms`, prepare: morning },
  { name: 'patient-timeline', hash: `#/patients/${LINDQVIST}/timeline`, prepare: morning },
  { name: 'requests', hash: '#/requests', prepare: withRequests },
  { name: 'request', hash: `#/requests/${FIRST_REQUEST}`, prepare: withRequests },
  { name: 'requests-none', hash: '#/requests', prepare: morning },
  { name: 'forms', hash: '#/forms', prepare: morning },
  { name: 'form', hash: `#/forms/new/F06/${LINDQVIST}`, prepare: morning },
  { name: 'form-lab', hash: `#/forms/new/F10/${LINDQVIST}`, prepare: morning },
  { name: 'form-mar', hash: `#/forms/new/F04/${LINDQVIST}`, prepare: morning },
  { name: 'form-signed', hash: `#/forms/signed/${FIRST_SERIAL}`, prepare: morning },
  { name: 'form-corrected', hash: `#/forms/signed/${FIRST_SERIAL}`, prepare: corrected },
  { name: 'form-amend', hash: `#/forms/amend/${FIRST_SERIAL}`, prepare: morning },
  { name: 'form-patient', hash: '#/forms/F06', prepare: morning },
  { name: 'form-ward', hash: '#/forms/F21', prepare: morning },
];
