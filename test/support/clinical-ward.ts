import type { PatientFacts } from '../../renderer/domain/patient/patient';
import type { FormDefinition } from '../../renderer/domain/form/form';
import { newResponse } from '../../renderer/domain/form/new-response';
import type { ResponseAnswer } from '../../renderer/domain/form/response';
import { declareMorningOutage, MORNING, openTestBox, type TestBox, wardSnapshot } from './fake-box';
import { answered, optionOf } from './form-answers';

/** Time of the ward list of that morning. */
export const AS_OF = '2026-11-22T05:15:00.000+01:00';

const at = (hhmm: string): string => `2026-11-22T${hhmm}:00.000+01:00`;
const news = (value: string, hhmm: string) => ({ name: 'NEWS2', value, at: at(hhmm) });
const hr = (value: string, hhmm: string) => ({
  name: 'Heart rate',
  loinc: '8867-4',
  value,
  unit: '/min',
  at: at(hhmm),
});

const MORE: Readonly<Record<string, Partial<PatientFacts>>> = {
  '9000131': {
    observations: [news('3', '04:50'), { name: 'Potassium', value: '4.1', unit: 'mmol/L', at: at('04:10') }],
    medicines: [
      {
        name: 'amoxicillin',
        dose: '500 mg',
        route: 'oral',
        frequency: 'three times daily',
        lastGivenAt: at('00:05'),
        nextDueAt: at('08:00'),
      },
      {
        name: 'paracetamol',
        dose: '1 g',
        route: 'oral',
        frequency: 'four times daily',
        lastGivenAt: at('02:00'),
        nextDueAt: at('08:00'),
      },
    ],
  },
  '9000148': {
    observations: [news('1', '04:52')],
    medicines: [{ name: 'flucloxacillin', dose: '1 g', route: 'intravenous', nextDueAt: at('08:00') }],
  },
  '9000152': {
    observations: [
      hr('88', '00:30'),
      hr('92', '02:30'),
      hr('90', '04:00'),
      hr('101', '05:05'),
      { name: 'Temperature', loinc: '8310-5', value: '38.4', unit: '°C', at: at('05:05') },
    ],
    medicines: [{ name: 'morphine sulfate', dose: '2.5 mg', route: 'intravenous', nextDueAt: at('07:30') }],
    codeStatus: 'Full treatment',
    weightKg: 54.2,
    isolation: 'Contact',
    alerts: ['Falls risk'],
    attending: 'Dr Okafor',
    diagnosis: 'Hip fracture day 2',
  },
  '9000160': { observations: [news('2', '04:55')] },
  '9000173': { observations: [news('0', '04:58')] },
  '9000222': { observations: [news('5', '04:51')] },
};

/** The ward of the pictures in the running outage: somebody signed in, people moved, forms signed. */
export async function openClinicalWard(
  options: { readonly asOf?: string } = {},
): Promise<TestBox & { readonly outage: string }> {
  const made = await openTestBox({ now: MORNING });
  const snapshot = wardSnapshot(options.asOf ?? AS_OF);
  made.world.snapshot = { ...snapshot, patients: snapshot.patients.map((one) => ({ ...one, ...MORE[one.mrn ?? ''] })) };
  await made.box.signIn({ person: 'am', secret: '418207', kind: 'pin' });
  const outage = await declareMorningOutage(made);
  return { ...made, outage };
}

/** Opaque id of a patient of the ward by MRN. */
export function idOf({ box }: TestBox, mrn: string): string {
  return box.patients.named(mrn)[0]?.id ?? '';
}

/** A form of the library. */
export function formNamed({ box }: TestBox, id: string): FormDefinition {
  const form = box.state.get().library.forms.findLast((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

/** Signs answers without a screen, at the time given. */
export async function signAnswers(
  made: TestBox,
  formId: string,
  mrn: string,
  hhmm: string,
  answers: Readonly<Record<string, ResponseAnswer | readonly ResponseAnswer[]>>,
): Promise<string> {
  const form = formNamed(made, formId);
  const signed = await made.box.forms.save({
    form,
    patient: idOf(made, mrn),
    response: answered(form, newResponse(form), answers),
    occurredAt: at(hhmm),
    signer: { person: 'am', name: 'A. Moreau', role: 'nurse-in-charge', signedWith: 'pin' },
  });
  if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  return signed.value.serial;
}

/** A set of vital signs that comes to NEWS2 9. */
export function sickSigns(form: FormDefinition, heartRate = 124): Readonly<Record<string, ResponseAnswer>> {
  return {
    'obs-at': { valueDateTime: at('07:02') },
    rr: { valueInteger: 22 },
    spo2: { valueInteger: 94 },
    'spo2-scale': optionOf(
      form,
      'spo2-scale',
      form.items[1]?.items.find((one) => one.linkId === 'spo2-scale')?.options[0]?.value.valueCoding?.code ?? '',
    ),
    'o2-device': form.items[1]?.items.find((one) => one.linkId === 'o2-device')?.options[0]?.value ?? {},
    hr: { valueInteger: heartRate },
    'bp-sys': { valueInteger: 92 },
    'bp-dia': { valueInteger: 58 },
    temp: { valueDecimal: 38.9 },
    acvpu: form.items[3]?.items.find((one) => one.linkId === 'acvpu')?.options[1]?.value ?? {},
    'escalated-to': { valueString: 'Dr Okafor, registrar' },
    'escalated-at': { valueDateTime: at('07:05') },
  };
}

/** What happened on the ward that morning, for boards and queues worth looking at. */
export async function liveThroughMorning(made: TestBox): Promise<void> {
  const { box } = made;
  await box.patients.move({ patient: idOf(made, '9000181'), kind: 'discharged', occurredAt: at('06:40') });
  await box.patients.move({
    patient: idOf(made, '9000186'),
    kind: 'transferred',
    ward: 'ICU',
    bed: '4',
    occurredAt: at('06:20'),
  });
  await box.patients.add({
    facts: {
      family: '',
      given: '',
      ageEstimateYears: 40,
      sex: 'male',
      ward: '7B',
      bed: '2-3',
      allergyStatus: 'unable-to-obtain',
      allergies: [],
    },
    arrivedAt: at('06:45'),
  });
  await box.patients.move({
    patient: idOf(made, '9000219'),
    kind: 'off-unit',
    to: 'endoscopy',
    occurredAt: at('07:15'),
  });
  await signAnswers(made, 'F06', '9000152', '07:02', sickSigns(formNamed(made, 'F06')));
}
