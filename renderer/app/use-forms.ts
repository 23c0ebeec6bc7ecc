import { type Result, ok, refuse } from '../domain/basics/result';
import { aboutWhom, isMisfiled, NO_PATIENT } from '../domain/form/about-whom';
import { amendForm, type FormRefusal, signForm, strikeThroughForm } from '../domain/form/commands';
import type { AcceptedFinding, SignedWith } from '../domain/form/entries';
import { checkResponse } from '../domain/form/check-response';
import { eventTimeOf } from '../domain/form/event-time';
import type { Finding, FormDefinition } from '../domain/form/form';
import { latestVersion, type SignedForm } from '../domain/form/forms-state';
import { newResponse } from '../domain/form/new-response';
import { prefillForm } from '../domain/form/prefill';
import type { FormResponse } from '../domain/form/response';
import { formsOfPatient } from '../domain/form/projection';
import { settleForm } from '../domain/form/settle-form';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import type { Core } from './core';
import { createFormSession, type FormSession, type FormSessionState, type SignInput } from './form-session';
import { formOf } from './library';
import type { Draft } from './ports';
import type { Refused } from './refusal';
import type { SerialIssuer } from './serial-issuer';
import { wardHere } from './ward-here';

/** Who signs, as a batch command or a proven person gives it. */
export interface SigningPerson {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly signedWith: SignedWith;
}

/** Answers to be put on the record without a screen. */
export interface SaveInput {
  readonly form: FormDefinition;
  /** `NO_PATIENT` for a form about the ward. */
  readonly patient: string;
  /** The ward of this workstation when left out. */
  readonly ward?: string;
  readonly response: FormResponse;
  readonly signer: SigningPerson;
  readonly occurredAt?: string;
  readonly accepted?: readonly AcceptedFinding[];
  /** Serial of the form being corrected, with the reason. */
  readonly amends?: { readonly serial: string; readonly reason: string };
}

/** Forms: opened, filled, signed, amended, struck through. Needs a sign-in. */
export interface FormUse {
  /** A new form (or the author's own draft of it) for a patient or for the ward, a draft, or a signed form to correct. */
  open(
    input:
      | { readonly form: string; readonly patient?: string }
      | { readonly draft: string }
      | { readonly amends: string },
  ): Promise<Result<FormSession, Refused>>;
  strike(input: {
    readonly serial: string;
    readonly reason: string;
    readonly secret: string;
  }): Promise<Result<{ readonly serial: string }, Refused>>;
  /** Signed forms of the running (or last) outage, newest first. */
  signedFor(patient?: string): readonly SignedForm[];
  /** Works out, checks and signs answers; the findings are those of the settled answers. */
  save(
    input: SaveInput,
  ): Promise<
    Result<{ readonly serial: string; readonly version: string; readonly findings: readonly Finding[] }, Refused>
  >;
  /** What a form starts with for a patient: initial and calculated answers, facts of the snapshot. */
  started(form: FormDefinition, patient: BoardPatient | undefined): Promise<FormResponse>;
}

/** Makes the use-cases of forms. */
export function createFormUse(
  core: Core,
  serials: SerialIssuer,
  patientOf: (id: string) => BoardPatient | undefined,
): FormUse {
  const { ports, state } = core;
  const evaluate = ports.expressions.evaluate;

  const begun = (definition: FormDefinition, patient: BoardPatient | undefined): FormResponse => {
    const empty = newResponse(definition);
    if (!patient) return empty;
    const asOf = patient.snapshotAsOf === undefined ? {} : { asOf: patient.snapshotAsOf };
    return prefillForm({ definition, response: empty, facts: patient, writtenHere: patient.writtenHere, ...asOf });
  };

  const keep = async (draft: Draft): Promise<void> => {
    await ports.drafts.put(draft);
    core.patch({ drafts: [...state.get().drafts.filter((one) => one.id !== draft.id), draft] });
  };
  const drop = async (id: string): Promise<void> => {
    await ports.drafts.remove(id);
    core.patch({ drafts: state.get().drafts.filter((one) => one.id !== id) });
  };

  const save = async (
    input: SaveInput,
  ): Promise<Result<{ serial: string; version: string; findings: readonly Finding[] }, Refused>> => {
    const { form, patient, signer, accepted = [], amends } = input;
    const settled = await settleForm({ definition: form, response: input.response, changed: 'everything', evaluate });
    const findings = checkResponse(form, settled.response, settled.results);
    const occurredAt = input.occurredAt ?? eventTimeOf(form, settled.response, ports.clock.now());
    let serial = amends?.serial ?? '';
    const outcome = await core.run<FormRefusal | { readonly code: 'no-outage' }>((world, context) => {
      const outage = currentOutage(world.outages);
      if (!outage) return refuse({ code: 'no-outage' });
      if (!amends) serial = serials.issue(1)[0] ?? '';
      const { name, role, signedWith, person } = signer;
      const what = {
        book: amends ? (world.forms.bySerial.get(amends.serial)?.book ?? outage.id) : outage.id,
        serial,
        patient,
        ...(patient === NO_PATIENT ? { ward: input.ward ?? wardHere(outage, state.get().vault?.ward) } : {}),
        definition: form,
        response: settled.response,
        expressionResults: settled.results,
        accepted,
        signer: { name, role, signedWith },
        ...(occurredAt === undefined ? {} : { occurredAt }),
      };
      const by = { ...context, by: person };
      return amends ? amendForm(world.forms, { ...what, reason: amends.reason }, by) : signForm(world.forms, what, by);
    });
    if (!outcome.ok) return refuse({ ...outcome.error, findings });
    return ok({ serial, version: form.version, findings });
  };

  const prove = async (secret: string): Promise<Result<SigningPerson, Refused>> => {
    const { signedIn } = state.get();
    if (!signedIn) return refuse({ code: 'not-signed-in' });
    const { id, name, role } = signedIn.person;
    const proven = await ports.vault.prove({ person: id, secret });
    return proven.ok ? ok({ person: id, name, role, signedWith: proven.value.with }) : refuse({ ...proven.error });
  };

  const signSession = async (
    session: FormSessionState,
    sign: SignInput,
  ): Promise<Result<{ readonly serial: string }, Refused>> => {
    if (session.amends !== null && !sign.reason?.trim()) return refuse({ code: 'reason-missing' });
    const signer = await prove(sign.secret);
    if (!signer.ok) return signer;
    return save({
      form: session.definition,
      patient: session.patient,
      ...(session.ward === null ? {} : { ward: session.ward }),
      response: session.response,
      accepted: session.accepted,
      signer: signer.value,
      ...(sign.occurredAt === undefined ? {} : { occurredAt: sign.occurredAt }),
      ...(session.amends === null ? {} : { amends: { serial: session.amends, reason: sign.reason ?? '' } }),
    });
  };

  const openDraft = (definition: FormDefinition, draft: Draft, fresh: boolean): FormSession =>
    createFormSession({
      definition,
      draft: { ...draft, response: draft.response as FormResponse },
      evaluate,
      fresh,
      now: () => ports.clock.now(),
      keep,
      drop,
      signResponse: signSession,
    });

  return {
    async open(input) {
      const { signedIn, world, library, drafts } = state.get();
      const outage = currentOutage(world.outages);
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      if (!outage) return refuse({ code: 'no-outage' });
      if ('draft' in input) {
        const draft = drafts.find((one) => one.id === input.draft);
        const definition = draft && formOf(library, draft.form, draft.version);
        return draft && definition ? ok(openDraft(definition, draft, false)) : refuse({ code: 'unknown-draft' });
      }
      const author = signedIn.person.id;
      const base = { id: ports.ids.newId(), outage: outage.id, author, updatedAt: ports.clock.now() };
      if ('amends' in input) {
        const signed = world.forms.bySerial.get(input.amends);
        const definition = signed && formOf(library, signed.form, signed.version);
        if (!signed || !definition) return refuse({ code: 'unknown-serial', serial: input.amends });
        if (signed.struck) return refuse({ code: 'already-struck', serial: input.amends });
        if (isMisfiled(definition, signed)) return refuse({ code: 'about-a-ward', form: signed.form });
        const known = drafts.find((one) => one.amends === input.amends);
        const { response, accepted } = latestVersion(signed);
        const draft = known ?? {
          ...base,
          form: definition.id,
          version: definition.version,
          patient: signed.patient,
          ...(signed.ward === undefined ? {} : { ward: signed.ward }),
          response,
          accepted,
          amends: input.amends,
        };
        return ok(openDraft(definition, draft, false));
      }
      const definition = formOf(library, input.form);
      if (!definition) return refuse({ code: 'unknown-form', form: input.form });
      const ofWard = aboutWhom(definition) === 'ward';
      if (ofWard && input.patient !== undefined) return refuse({ code: 'about-a-ward', form: input.form });
      if (!ofWard && input.patient === undefined) return refuse({ code: 'about-a-patient', form: input.form });
      const patient = input.patient === undefined ? undefined : patientOf(input.patient);
      if (!ofWard && !patient) return refuse({ code: 'unknown-patient' });
      const whom = patient
        ? { patient: patient.id }
        : { patient: NO_PATIENT, ward: wardHere(outage, state.get().vault?.ward) };
      const known = drafts.find(
        (one) =>
          one.form === input.form &&
          one.patient === whom.patient &&
          one.ward === whom.ward &&
          one.outage === outage.id &&
          one.amends === undefined,
      );
      const knownForm = known && formOf(library, known.form, known.version);
      if (known && knownForm) return ok(openDraft(knownForm, known, false));
      const draft = {
        ...base,
        form: definition.id,
        version: definition.version,
        ...whom,
        response: begun(definition, patient),
      };
      return ok(openDraft(definition, draft, true));
    },
    async strike({ serial, reason, secret }) {
      const signer = await prove(secret);
      if (!signer.ok) return signer;
      const { name, role, signedWith } = signer.value;
      const struck = await core.run((world, context) =>
        strikeThroughForm(world.forms, { serial, reason, signer: { name, role, signedWith } }, context),
      );
      return struck.ok ? ok({ serial }) : refuse({ ...struck.error });
    },
    signedFor(patient) {
      const { world } = state.get();
      const book = currentOutage(world.outages)?.id;
      const all =
        patient === undefined ? [...world.forms.bySerial.values()].toReversed() : formsOfPatient(world.forms, patient);
      return all.filter((form) => form.book === book);
    },
    save,
    async started(form, patient) {
      const settled = await settleForm({
        definition: form,
        response: begun(form, patient),
        changed: 'everything',
        fresh: true,
        evaluate,
      });
      return settled.response;
    },
  };
}
