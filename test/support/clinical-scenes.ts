import type { Scene } from './scenes';
import { liveThroughMorning, openClinicalWard } from './clinical-ward';
import { openTestBox, type TestBox } from './fake-box';

const morning = async (): Promise<TestBox> => {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  return made;
};

/** Ids are counted, so that a hash of a scene can name a patient of the ward list. */
const LINDQVIST = 'patient-3';

/** Patients, forms, printing, back-entry and export. */
export const CLINICAL_SCENES: readonly Scene[] = [
  { name: 'board', hash: '#/patients', prepare: morning },
  { name: 'board-empty', hash: '#/patients', prepare: () => openTestBox({ signedIn: true }) },
  { name: 'patient', hash: `#/patients/${LINDQVIST}`, prepare: morning },
  { name: 'patient-medicines', hash: `#/patients/${LINDQVIST}/medicines`, prepare: morning },
  { name: 'patient-forms', hash: `#/patients/${LINDQVIST}/forms`, prepare: morning },
  { name: 'patient-timeline', hash: `#/patients/${LINDQVIST}/timeline`, prepare: morning },
  { name: 'forms', hash: '#/forms', prepare: morning },
  { name: 'form-patient', hash: '#/forms/F06', prepare: morning },
];
