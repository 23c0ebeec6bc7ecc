import type { FormDefinition } from '../../renderer/domain/form/form';
import { addRow, setAnswers } from '../../renderer/domain/form/edit-response';
import { newResponse } from '../../renderer/domain/form/new-response';
import type { FormResponse, ResponseAnswer } from '../../renderer/domain/form/response';
import type { NewEntry } from '../../renderer/domain/ledger/entry';
import { STOPPED, type TestBox, openTestBox, wardSnapshot } from './fake-box';
import { answered, optionOf, pathTo } from './form-answers';
import { formNamed, sickSigns } from './clinical-ward';

const at = (hhmm: string): string => `2026-11-22T${hhmm}:00.000+01:00`;
const text = (valueString: string): ResponseAnswer => ({ valueString });

/** When the EHR came back. */
export const BIG_END = at('14:40');
/** When people sit down to enter. */
export const BIG_ENTERING = at('15:00');

/** Who enters: two people of each of six owners, so that a second one can check. */
export const ENTERERS = ['registration', 'nursing', 'pharmacy', 'physician', 'laboratory', 'records'].flatMap(
  (role) => [`${role}-1`, `${role}-2`],
);

/**
 * An outage of nine hours on a ward of 24: 300 signed forms of which doses wait for orders, movements, an arrival, facts
 * learnt, and printed paper; after the all-clear. `times` writes it so many times over, for a ward of thousands of lines.
 */
export async function openBigOutage(times = 1): Promise<TestBox & { readonly outage: string; readonly forms: number }> {
  const made = await openTestBox({ now: BIG_ENTERING });
  made.world.snapshot = wardSnapshot(at('05:15'));
  for (const id of ENTERERS) made.world.people.push({ id, name: id, role: 'other', hasPin: true });
  const outage = 'big-outage';
  const about = (subject: string, by = 'am') => ({ book: outage, subject, by });
  const entries: NewEntry[] = [
    {
      ...about(outage),
      type: 'outage.declared',
      payload: { kind: 'unplanned', systems: ['ehr'], ward: '7B', since: STOPPED },
    },
  ];
  const patients = made.world.snapshot.patients.map(({ id }) => id);
  let serial = 0;
  const sign = (form: FormDefinition, patient: string, response: FormResponse, hhmm: string): string => {
    serial += 1;
    const name = `DT-7B-${String(serial).padStart(6, '0')}`;
    const signature = {
      person: 'jk',
      name: 'J. Kowalski',
      role: 'nurse',
      meaning: 'authored',
      signedAt: at(hhmm),
      signedWith: 'pin',
    } as const;
    entries.push({
      ...about(name, 'jk'),
      type: 'form.signed',
      payload: {
        serial: name,
        form: form.id,
        version: form.version,
        patient,
        response,
        occurredAt: at(hhmm),
        signature,
        accepted: [],
      },
    });
    return name;
  };
  const [mar, signs, lab, exam, blood] = ['F04', 'F06', 'F10', 'F12', 'F13'].map((id) => formNamed(made, id));
  if (!mar || !signs || !lab || !exam || !blood) throw new Error('a form is missing');
  const vital = answered(signs, newResponse(signs), sickSigns(signs));
  const request = answered(lab, newResponse(lab), { tests: [optionOf(lab, 'tests', 'fbc'), text('Ammonia')] });
  const scan = answered(exam, newResponse(exam), { 'body-part': text('head'), requester: text('Dr Okafor') });
  const unit = answered(blood, newResponse(blood), {
    antibodies: text('none seen'),
  });
  const dosed = marOf(mar);
  for (let time = 0; time < times; time += 1)
    for (const [index, patient] of patients.entries()) {
      sign(mar, patient, dosed, '06:10');
      sign(lab, patient, request, '06:20');
      sign(exam, patient, scan, '06:30');
      for (const hhmm of ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00'])
        sign(signs, patient, vital, hhmm);
      if (index % 2 === 0) sign(blood, patient, unit, '09:30');
    }
  const [first = '', second = ''] = patients;
  const family = { family: 'UNKNOWN-MALE-BRAVO', given: '', allergyStatus: 'unable-to-obtain', allergies: [] } as const;
  entries.push(
    {
      ...about(first),
      type: 'patient.moved',
      payload: { kind: 'transferred', occurredAt: at('08:00'), ward: 'ICU', bed: '3' },
    },
    { ...about(second), type: 'patient.moved', payload: { kind: 'discharged', occurredAt: at('11:00') } },
    { ...about(second), type: 'patient.updated', payload: { facts: { codeStatus: 'DNR', weightKg: 71 } } },
    {
      ...about('arrived'),
      type: 'patient.added',
      payload: { facts: family, downtimeNumber: 'D-7B2-0001-K', arrivedAt: at('07:40') },
    },
    { ...about('arrived'), type: 'patient.linked', payload: { downtimeNumber: 'D-7B2-0001-K', mrn: '9000990' } },
    {
      ...about('paper'),
      type: 'pack.printed',
      payload: {
        pages: 3,
        target: 'printer',
        sheets: [{ serial: 'DTB-7B-000001', form: 'F18', version: '0.1.0', pages: 3, patient: first }],
      },
    },
  );
  sign(mar, 'arrived', dosed, '08:10');
  made.world.clock.set(at('06:00'));
  await made.world.ports.ledger.append(entries);
  made.world.clock.set(BIG_END);
  await made.world.ports.ledger.append([{ ...about(outage), type: 'outage.ended', payload: { until: BIG_END } }]);
  made.world.clock.set(BIG_ENTERING);
  await made.box.signIn({ person: 'am', secret: '418207', kind: 'pin' });
  return { ...made, outage, forms: serial };
}

/** A medicine ordered on paper and two doses of it. */
function marOf(form: FormDefinition): FormResponse {
  const put = (response: FormResponse, rows: readonly number[], answers: Readonly<Record<string, ResponseAnswer>>) =>
    Object.entries(answers).reduce(
      (now, [linkId, one]) => setAnswers(form, now, pathTo(form, linkId, ...rows), [one]),
      response,
    );
  let response = put(addRow(form, newResponse(form), pathTo(form, 'regular')), [0], {
    'regular-drug': text('ceftriaxone'),
    'regular-dose': text('2 g'),
    'regular-route': text('intravenous'),
    'regular-frequency': text('daily'),
    'regular-prescriber': text('DR SINGH'),
  });
  for (const [index, hhmm] of ['07:05', '13:05'].entries())
    response = put(
      addRow(form, response, [
        { linkId: 'regular', index: 0 },
        { linkId: 'regular-doses', index },
      ]),
      [0, index],
      {
        'regular-code': optionOf(form, 'regular-code', 'G'),
        'regular-given-at': { valueDateTime: at(hhmm) },
        'regular-dose-given': text('2 g'),
        'regular-by': text('JK'),
      },
    );
  return response;
}
