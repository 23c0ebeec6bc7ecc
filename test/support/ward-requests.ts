import { formatSerial } from '../../renderer/domain/form/serial';
import type { FormDefinition } from '../../renderer/domain/form/form';
import { indexOf } from '../../renderer/domain/form/form-index';
import { newResponse } from '../../renderer/domain/form/new-response';
import type { ResponseAnswer } from '../../renderer/domain/form/response';
import { formNamed, idOf, liveThroughMorning, openClinicalWard } from './clinical-ward';
import type { TestBox } from './fake-box';
import { answered, optionOf } from './form-answers';

/** Serial of the STAT request below: the second try took it, a refused one burns its serial. */
export const FIRST_REQUEST = formatSerial('WS7B02', 3);

const at = (hhmm: string): string => `2026-11-22T${hhmm}:00.000+01:00`;
type Answers = Readonly<Record<string, ResponseAnswer | readonly ResponseAnswer[]>>;

/** Requests of that morning in many states: late on its way, to be phoned, just asked for. */
export async function withRequests(): Promise<TestBox> {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  const { tracking } = made.box;
  const [lab, imaging, blood] = ['F10', 'F12', 'F13'].map((id) => formNamed(made, id));
  if (!lab || !imaging || !blood) throw new Error('no request forms');
  const ask = async (form: FormDefinition, mrn: string, hhmm: string, priority: string, more: Answers) =>
    await signFilled(made, form, mrn, hhmm, { priority: optionOf(form, 'priority', priority), ...more });
  const tests = (...codes: readonly string[]): Answers => ({ tests: codes.map((one) => optionOf(lab, 'tests', one)) });
  const lactate = await ask(lab, '9000152', '06:10', 'stat', tests('lactate', 'blood-culture', 'crp'));
  await tracking.note({ serial: lactate, step: 'sent', occurredAt: at('06:20') });
  const potassium = await ask(lab, '9000131', '07:00', 'urgent', tests('u-and-e'));
  await tracking.note({ serial: potassium, step: 'resulted', occurredAt: at('07:25') });
  await ask(imaging, '9000148', '07:00', 'emergency', {
    modality: optionOf(imaging, 'modality', 'us'),
    'body-part': { valueString: 'Abdomen' },
  });
  await ask(lab, '9000160', '07:30', 'routine', tests('fbc', 'u-and-e'));
  await ask(blood, '9000222', '07:35', 'routine', { tests: [optionOf(blood, 'tests', 'group-screen')] });
  return made;
}

/** Signs a form; what it requires besides is filled with anything that fits. */
async function signFilled(
  made: TestBox,
  form: FormDefinition,
  mrn: string,
  hhmm: string,
  answers: Answers,
): Promise<string> {
  let all = answers;
  for (let round = 0; round < 5; round += 1) {
    const signed = await made.box.forms.save({
      form,
      patient: idOf(made, mrn),
      response: answered(form, newResponse(form), all),
      occurredAt: at(hhmm),
      signer: { person: 'am', name: 'A. Moreau', role: 'nurse-in-charge', signedWith: 'pin' },
    });
    if (signed.ok) return signed.value.serial;
    const findings = (signed.error as { findings?: readonly { linkId: string; code: string }[] }).findings ?? [];
    const missing = findings.filter(({ linkId, code }) => code === 'required' && !(linkId in all));
    if (missing.length === 0) throw new Error(JSON.stringify(signed.error));
    all = { ...all, ...Object.fromEntries(missing.map(({ linkId }) => [linkId, anyAnswer(form, linkId, at(hhmm))])) };
  }
  throw new Error('always something missing');
}

function anyAnswer(form: FormDefinition, linkId: string, time: string): ResponseAnswer {
  const item = indexOf(form).byLinkId.get(linkId)?.item;
  const [option] = item?.options ?? [];
  if (option) return option.value;
  switch (item?.type) {
    case 'dateTime':
      return { valueDateTime: linkId === 'needed-by' ? at('14:00') : time };
    case 'date':
      return { valueDate: time.slice(0, 10) };
    case 'boolean':
      return { valueBoolean: true };
    case 'integer':
      return { valueInteger: 1 };
    case 'decimal':
      return { valueDecimal: 60 };
    default:
      return { valueString: linkId === 'contact' ? '4471' : 'Ward 7B' };
  }
}
