import { aboutWhom, NO_PATIENT } from '../../../domain/form/about-whom';
import type { Finding, FormDefinition } from '../../../domain/form/form';
import type { FormResponse } from '../../../domain/form/response';
import type { SigningPerson } from '../../use-forms';
import { formOf } from '../../library';
import type { Refused } from '../../refusal';
import {
  type BatchAnswer,
  type BatchCommand,
  BatchRefusal,
  type BatchContext,
  done,
  EXIT,
  readJson,
  refusedInput,
} from '../command';
import { readInstant } from '../instant-option';
import { onePatient } from './census';

const MESSAGES: Readonly<Record<string, string>> = {
  'no-outage': 'no outage is declared; forms belong to one',
  'errors-left': 'the answers have errors; nothing was signed',
  'about-a-ward': 'this form is about the ward, not about one patient; nothing was signed',
  'wrong-form': 'the answers name another form or version',
  'unknown-serial': 'no signed form has this serial',
  'already-struck': 'this form is struck through',
  'nothing-changed': 'the answers are the same as before',
  'reason-missing': 'an amendment needs a reason',
  'bad-time': 'the time is no instant or lies ahead',
};

/** A signed form. */
export const formSave: BatchCommand = {
  words: ['form', 'save'],
  about: 'checks answers and puts them on the record, signed',
  options: {
    form: { value: 'ID', required: true, about: 'library id, e.g. F10' },
    patient: { value: 'MRN|D', about: 'MRN or downtime number; left out for a form about the ward' },
    answers: { value: 'FILE', required: true, about: 'FHIR QuestionnaireResponse' },
    'sign-as': { value: 'U', required: true, about: 'who signs: name or id' },
    at: { value: 'ISO', about: 'when it happened; now when left out' },
    'form-version': { value: 'V', about: 'the newest when left out' },
  },
  needs: 'vault',
  json: '{serial, version, findings:[{linkId, code, severity, message, where}]}',
  async run(context) {
    const { box } = context;
    const id = context.option('form') ?? '';
    const form = formOf(box.state.get().library, id, context.option('form-version'));
    if (!form)
      throw refusedInput(
        { code: 'unknown-form', where: '--form' },
        `no form ${id} in the library; library list shows all`,
      );
    const patient = whom(context, form);
    const at = context.option('at');
    const saved = await box.forms.save({
      form,
      patient,
      response: await answers(context),
      signer: signer(context),
      ...(at === undefined ? {} : { occurredAt: readInstant(at, '--at') }),
    });
    return answer(saved);
  },
};

/** A correction beside the original. */
export const formAmend: BatchCommand = {
  words: ['form', 'amend'],
  about: 'puts a correction beside a signed form',
  options: {
    serial: { value: 'S', required: true, about: 'serial of the signed form' },
    answers: { value: 'FILE', required: true, about: 'FHIR QuestionnaireResponse, whole' },
    reason: { value: 'TEXT', required: true, about: 'why' },
    'sign-as': { value: 'U', required: true, about: 'who signs: name or id' },
    at: { value: 'ISO', about: 'when it happened, if that is what was wrong' },
  },
  needs: 'vault',
  json: '{serial, amends, version, findings}',
  async run(context) {
    const { box } = context;
    const serial = (context.option('serial') ?? '').trim().toUpperCase();
    const { world, library } = box.state.get();
    const signed = world.forms.bySerial.get(serial);
    const form = signed && formOf(library, signed.form, signed.version);
    if (!signed || !form) throw refusedInput({ code: 'unknown-serial', where: '--serial' }, MESSAGES['unknown-serial']);
    const at = context.option('at');
    const saved = await box.forms.save({
      form,
      patient: signed.patient,
      response: await answers(context),
      signer: signer(context),
      amends: { serial, reason: context.option('reason') ?? '' },
      ...(at === undefined ? {} : { occurredAt: readInstant(at, '--at') }),
    });
    const result = answer(saved);
    return { ...result, json: { ...result.json, amends: signed.versions.at(-1)?.entry ?? '' } };
  },
};

/** The patient of a form, or nobody where it is about the ward. */
function whom(context: BatchContext, form: FormDefinition): string {
  const named = context.option('patient');
  if (aboutWhom(form) === 'ward') {
    if (named === undefined) return NO_PATIENT;
    throw refusedInput(
      { code: 'about-a-ward', where: '--patient' },
      `form ${form.id} is about the ward, not about one patient; leave --patient out`,
    );
  }
  if (named === undefined || named.trim() === '')
    throw new BatchRefusal(EXIT.usage, {
      code: 'about-a-patient',
      message: `form ${form.id} is about a patient: --patient MRN or downtime number is needed`,
      where: '--patient',
    });
  return onePatient(context.box.patients.named(named), named).id;
}

/** Who signs: a person of this workstation by name or id, else the name as given. The vault was opened by its manager. */
export function signer(context: BatchContext, option = 'sign-as'): SigningPerson {
  const named = (context.option(option) ?? '').trim();
  if (named === '')
    throw new BatchRefusal(EXIT.usage, { code: 'usage', message: `--${option} is empty`, where: `--${option}` });
  const people = context.box.state.get().vault?.people ?? [];
  const person = people.find((one) => one.id === named || one.name.toLowerCase() === named.toLowerCase());
  return {
    person: person?.id ?? named,
    name: person?.name ?? named,
    role: person?.role ?? 'other',
    signedWith: 'batch',
  };
}

async function answers(context: BatchContext): Promise<FormResponse> {
  const path = context.option('answers') ?? '';
  const json = await readJson(context, path);
  const found =
    typeof json === 'object' && json !== null ? (json as { resourceType?: unknown }).resourceType : undefined;
  if (found !== 'QuestionnaireResponse')
    throw refusedInput(
      { code: 'wrong-resource-type', where: `${path}: resourceType` },
      'the answers must be a FHIR QuestionnaireResponse',
    );
  const { item } = json as { item?: unknown };
  if (item !== undefined && !Array.isArray(item))
    throw refusedInput({ code: 'malformed', where: `${path}: item` }, 'item must be a list');
  return json as FormResponse;
}

type Saved =
  | { readonly ok: true; readonly value: { serial: string; version: string; findings: readonly Finding[] } }
  | { readonly ok: false; readonly error: Refused };

function answer(saved: Saved): BatchAnswer {
  if (saved.ok) return done({ ...saved.value, findings: saved.value.findings.map(finding) });
  const { findings, ...error } = saved.error;
  const list = (findings ?? []) as readonly Finding[];
  const first = list.find((one) => one.severity === 'error');
  return {
    exit: EXIT.refused,
    json: {
      ...error,
      message: error.message ?? MESSAGES[error.code] ?? error.code,
      where: first ? where(first) : '--answers',
      findings: list.map(finding),
    },
  };
}

function finding(one: Finding): Readonly<Record<string, unknown>> {
  return { linkId: one.linkId, code: one.code, severity: one.severity, message: one.message, where: where(one) };
}

function where({ path, linkId }: Finding): string {
  return path.length === 0
    ? linkId
    : path.map((step) => (step.index === 0 ? step.linkId : `${step.linkId}[${step.index}]`)).join('/');
}
