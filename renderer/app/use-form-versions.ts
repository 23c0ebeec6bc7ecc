import type { CommandContext } from '../domain/basics/command-context';
import { type Result, ok, refuse } from '../domain/basics/result';
import type { FormDefinition } from '../domain/form/form';
import {
  approveVersion,
  retireVersion,
  returnVersion,
  submitVersion,
  type VersionDecision,
} from '../domain/library/commands';
import { compareForms, type FormChange } from '../domain/library/compare-forms';
import { type FormVersionsState, recordOf, versionsInUse } from '../domain/library/form-versions';
import { type FormVersionLine, versionLines } from '../domain/library/version-lines';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { mayDo, standingOf, type Act } from '../domain/workstation/permissions';
import { type Core, refusedBy } from './core';
import { makePack, type PackManifest } from './form-pack';
import { applyVersionStates, contentHash } from './form-states';
import { formOf } from './library';
import type { Person } from './ports';
import type { Refused } from './refusal';
import type { LibraryUse } from './use-library';

/** A version, and who acts where it is not the one signed in (the command line names a person of this workstation). */
export interface VersionInput {
  readonly form: string;
  readonly version: string;
  readonly as?: Person;
}

/** A pack on its way out. */
export interface MadePack {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
  readonly manifest: PackManifest;
}

/** From draft to approved to retired, and what lies between two versions. */
export interface FormVersionUse {
  submit(input: VersionInput): Promise<Result<null, Refused>>;
  approve(input: VersionInput & { readonly reviewDate: string }): Promise<Result<null, Refused>>;
  giveBack(input: VersionInput & { readonly reason: string }): Promise<Result<null, Refused>>;
  retire(input: VersionInput & { readonly reason: string }): Promise<Result<null, Refused>>;
  /** Every version here, where it stands, and whether its day of review is past. */
  states(): readonly FormVersionLine[];
  compare(form: string, from: string, to: string): Result<readonly FormChange[], Refused>;
  /** Forms by id, all in use when none is named; each in the version in use. */
  makePack(name: string, forms?: readonly string[]): Promise<Result<MadePack, Refused>>;
  savePack(name: string, forms?: readonly string[]): Promise<Result<MadePack & { readonly saved: boolean }, Refused>>;
  /** A manager compared a fingerprint with the sender of a pack. */
  trustSigner(fingerprint: string, name: string): Promise<Result<null, Refused>>;
}

export function createFormVersionUse(core: Core, libraryUse: LibraryUse): FormVersionUse {
  const { ports, state } = core;
  const formAt = ({ form, version }: VersionInput): FormDefinition | undefined =>
    formOf(state.get().library, form, version);

  async function decide(
    input: VersionInput,
    act: Act,
    how: (
      definition: FormDefinition,
      name: string,
      sha256: string,
    ) => (versions: FormVersionsState, context: CommandContext) => VersionDecision,
  ): Promise<Result<null, Refused>> {
    const who = input.as ?? state.get().signedIn?.person;
    if (!who) return refuse({ code: 'not-signed-in' });
    if (!mayDo(standingOf(who), act))
      return refuse({ code: act === 'approve-a-form' ? 'not-manager' : 'not-own-name' });
    const definition = formAt(input);
    if (!definition) return refuse({ code: 'unknown-form', form: `${input.form} ${input.version}` });
    const command = how(definition, who.name, await contentHash(core, definition));
    const done = await core.run((world, context) => command(world.formVersions, { ...context, by: who.id }));
    if (!done.ok) return refuse(refusedBy(done.error));
    await applyVersionStates(core);
    return ok(null);
  }

  async function trust(fingerprint: string, name: string): Promise<void> {
    const payload = { fingerprint, name };
    await core.run((_world, { by }) =>
      ok([{ book: WORKSTATION_BOOK, subject: 'pack-signer', by, type: 'pack-signer.trusted', payload }]),
    );
  }

  const use: FormVersionUse = {
    submit: (input) =>
      decide(
        input,
        'hand-in-a-form',
        ({ id, version }, name, sha256) =>
          (versions, context) =>
            submitVersion(versions, { form: id, version, name, sha256 }, context),
      ),
    async approve(input) {
      const definition = formAt(input);
      const text = definition && (await libraryUse.textOf(definition.id, definition.version));
      // What is approved is kept here, in both copies, before it is approved: an app update brings its own files.
      if (definition && text !== undefined)
        await ports.libraryStore.put({ kind: 'form', id: definition.id, version: definition.version, json: text });
      return decide(
        input,
        'approve-a-form',
        ({ id, version }, name, sha256) =>
          (versions, context) =>
            approveVersion(versions, { form: id, version, name, sha256, reviewDate: input.reviewDate }, context),
      );
    },
    giveBack: (input) =>
      decide(
        input,
        'approve-a-form',
        ({ id, version }, name) =>
          (versions, context) =>
            returnVersion(versions, { form: id, version, name, reason: input.reason }, context),
      ),
    retire: (input) =>
      decide(
        input,
        'approve-a-form',
        ({ id, version }, name) =>
          (versions, context) =>
            retireVersion(versions, { form: id, version, name, reason: input.reason }, context),
      ),
    states() {
      const { library, world } = state.get();
      return versionLines(library.forms, world.formVersions, ports.clock.now().slice(0, 10));
    },
    compare(form, from, to) {
      const [before, after] = [from, to].map((version) => formAt({ form, version }));
      if (!before || !after) return refuse({ code: 'unknown-form', form: `${form} ${before ? to : from}` });
      return ok(compareForms(before, after));
    },
    async makePack(name, ids) {
      const { library, signedIn, vault, world } = state.get();
      if (!signedIn) return refuse({ code: 'not-signed-in' });
      const inUse = versionsInUse(library.forms);
      const missing = ids?.find((id) => !inUse.has(id));
      if (missing !== undefined) return refuse({ code: 'unknown-form', form: missing });
      const chosen = [...inUse.values()].filter(({ id }) => ids === undefined || ids.includes(id));
      const forms = await Promise.all(
        chosen.map(async (definition) => {
          const text =
            (await libraryUse.textOf(definition.id, definition.version)) ?? JSON.stringify(definition.source);
          const approved =
            definition.status === 'active' ? recordOf(world.formVersions, definition)?.approved : undefined;
          return {
            definition,
            text,
            ...(approved ? { approved: { by: approved.name, at: approved.at, reviewDate: approved.reviewDate } } : {}),
          };
        }),
      );
      const head = { name, madeAt: ports.clock.now(), madeBy: `${signedIn.person.name}, ${vault?.site ?? ''}` };
      const made = await makePack(head, forms, { signer: ports.packSigner, sha256: ports.sha256 });
      // Our own packs come back without a question.
      if (!world.formVersions.signers.has(made.fingerprint)) await trust(made.fingerprint, head.madeBy);
      return ok(made);
    },
    async savePack(name, ids) {
      const made = await use.makePack(name, ids);
      if (!made.ok) return made;
      const file = `forms-${name.replace(/[^\w-]+/g, '-').slice(0, 40)}.json`;
      const { saved } = await ports.files.save(file, made.value.bytes);
      return ok({ ...made.value, saved });
    },
    async trustSigner(fingerprint, name) {
      if (!mayDo(standingOf(state.get().signedIn?.person), 'trust-a-pack')) return refuse({ code: 'not-manager' });
      if (!/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/.test(fingerprint)) return refuse({ code: 'bad-fingerprint' });
      await trust(fingerprint, name);
      return ok(null);
    },
  };
  return use;
}
