import type { FormDefinition } from '../../renderer/domain/form/form';
import { addRow, setAnswers } from '../../renderer/domain/form/edit-response';
import type { FormResponse, ResponseAnswer } from '../../renderer/domain/form/response';
import type { QueueItem } from '../../renderer/domain/reconciliation/queue';
import { formNamed, idOf, liveThroughMorning, openClinicalWard, signAnswers, sickSigns } from './clinical-ward';
import type { TestBox } from './fake-box';
import { optionOf, pathTo } from './form-answers';

const at = (hhmm: string): string => `2026-11-22T${hhmm}:00.000+01:00`;
const text = (valueString: string): ResponseAnswer => ({ valueString });

/** When the EHR came back on that morning, and when somebody sits down to enter. */
export const BACK = at('08:37');
export const ENTERING = at('08:52');

function inRow(
  form: FormDefinition,
  response: FormResponse,
  rows: readonly number[],
  answers: Readonly<Record<string, ResponseAnswer>>,
): FormResponse {
  return Object.entries(answers).reduce(
    (now, [linkId, answer]) => setAnswers(form, now, pathTo(form, linkId, ...rows), [answer]),
    response,
  );
}

/** Signs a MAR with a dose of each named regular medicine of the snapshot, at the times given. */
async function signDoses(
  made: TestBox,
  mrn: string,
  doses: readonly { readonly dose: string; readonly hhmm: string }[],
): Promise<void> {
  const { box } = made;
  const form = formNamed(made, 'F04');
  let response = await box.forms.started(form, box.patients.named(mrn)[0]);
  for (const [index, { dose, hhmm }] of doses.entries()) {
    response = inRow(
      form,
      addRow(form, response, [
        { linkId: 'regular', index },
        { linkId: 'regular-doses', index: 0 },
      ]),
      [index, 0],
      {
        'regular-code': optionOf(form, 'regular-code', 'G'),
        'regular-given-at': { valueDateTime: at(hhmm) },
        'regular-dose-given': text(dose),
        'regular-by': text('JK'),
      },
    );
  }
  await save(made, form, mrn, response, doses[0]?.hhmm ?? '06:00');
}

/** Signs a MAR with one medicine ordered on paper and its first dose, which waits for the order. */
async function signNewOrder(made: TestBox, mrn: string): Promise<void> {
  const form = formNamed(made, 'F04');
  const started = await made.box.forms.started(form, made.box.patients.named(mrn)[0]);
  const ordered = inRow(form, addRow(form, started, pathTo(form, 'regular')), [0], {
    'regular-drug': text('ceftriaxone'),
    'regular-dose': text('2 g'),
    'regular-route': text('intravenous'),
    'regular-frequency': text('daily'),
    'regular-prescriber': text('DR SINGH'),
  });
  const given = inRow(
    form,
    addRow(form, ordered, [
      { linkId: 'regular', index: 0 },
      { linkId: 'regular-doses', index: 0 },
    ]),
    [0, 0],
    {
      'regular-code': optionOf(form, 'regular-code', 'G'),
      'regular-given-at': { valueDateTime: at('07:05') },
      'regular-dose-given': text('2 g'),
      'regular-by': text('JK'),
    },
  );
  await save(made, form, mrn, given, '07:05');
}

async function save(
  made: TestBox,
  form: FormDefinition,
  mrn: string,
  response: FormResponse,
  hhmm: string,
): Promise<void> {
  const signer = { person: 'jk', name: 'J. Kowalski', role: 'nurse', signedWith: 'pin' } as const;
  const saved = await made.box.forms.save({ form, patient: idOf(made, mrn), response, occurredAt: at(hhmm), signer });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

/** The ward of the pictures with a morning on paper: doses, a new order, vital signs, a movement, printed sheets. */
export async function openWrittenWard(): Promise<TestBox & { readonly outage: string }> {
  const made = await openClinicalWard();
  await liveThroughMorning(made);
  await signDoses(made, '9000152', [{ dose: '2.5 mg', hhmm: '06:10' }]);
  await signDoses(made, '9000131', [
    { dose: '500 mg', hhmm: '06:20' },
    { dose: '1 g', hhmm: '06:25' },
  ]);
  await signNewOrder(made, '9000231');
  await signAnswers(made, 'F06', '9000131', '06:30', sickSigns(formNamed(made, 'F06'), 96));
  await made.box.patients.update({
    patient: idOf(made, '9000173'),
    facts: { allergyStatus: 'listed', allergies: [{ substance: 'LATEX', reaction: 'rash' }] },
  });
  const plan = await made.box.print.plan({
    kind: 'patients',
    forms: ['F10'],
    patients: [idOf(made, '9000148')],
    paper: 'A4',
  });
  if (plan.ok) await made.box.print.toPrinter(plan.value, 'Ward7B_Laser', 1);
  return made;
}

/** The same after the all-clear, with somebody signed in to enter. */
export async function openBackEntry(): Promise<TestBox & { readonly outage: string }> {
  const made = await openWrittenWard();
  made.world.clock.set(BACK);
  await made.box.outage.end({ outage: made.outage, until: BACK });
  made.world.clock.set(ENTERING);
  return made;
}

/** Marks lines as entered by a colleague, in order of entry, as often as `isDone` says so; waiting ones follow their order. */
export async function enterAll(
  { box }: TestBox,
  by: string,
  isDone: (item: QueueItem) => boolean = () => true,
): Promise<void> {
  for (const item of box.reconcile.view()?.items ?? [])
    if (isDone(item))
      await box.reconcile.mark(
        { serial: item.serial, item: item.item, as: item.disposition === 'scan' ? 'scanned' : 'entered' },
        by,
      );
}
