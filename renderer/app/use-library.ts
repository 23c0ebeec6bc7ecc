import type { FormDefinition, FormProblem } from '../domain/form/form';
import { parseForm } from '../domain/form/parse/parse-form';
import { ok, type Result } from '../domain/basics/result';
import { receiveApprovals } from '../domain/library/commands';
import { mergeForms } from '../domain/library/form-versions';
import { mayDo, standingOf } from '../domain/workstation/permissions';
import type { Core } from './core';
import { isPack, openPack } from './form-pack';
import { applyVersionStates, contentHash } from './form-states';
import { PortFailure } from './ports';

/** A problem of one library file: which file, what, where in it. */
export interface LibraryProblem extends FormProblem {
  readonly file: string;
}

/** What an import came to: each form is taken whole or refused whole. */
export interface LibraryImport {
  readonly imported: readonly {
    readonly file: string;
    readonly kind: 'form';
    readonly id: string;
    readonly version: string;
    readonly title: string;
  }[];
  readonly refused: readonly LibraryProblem[];
  readonly warnings: readonly LibraryProblem[];
}

/** The library: what a site brings in, kept as it came. */
export interface LibraryUse {
  /** Forms, Bundles and signed packs. `trust`: a fingerprint that is believed this once, else only known signers are. */
  import(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    trust?: string,
  ): Promise<LibraryImport>;
  /** Asks for files and takes them in; nothing chosen: nothing taken, nothing refused. */
  choose(): Promise<Result<LibraryImport, never>>;
  /** The file of a form as it came in; undefined when there is none. */
  textOf(id: string, version?: string): Promise<string | undefined>;
}

/** Larger than any form seen (the largest public one has 1.2 MB); a bigger file is no form. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Reads forms a site imported earlier; one that no longer reads is left out, its file stays. */
export async function importedForms(core: Core): Promise<readonly FormDefinition[]> {
  const rows = await core.ports.libraryStore.list();
  return rows.flatMap((row) => {
    const read = row.kind === 'form' ? readJson(row.json) : undefined;
    const form = read === undefined || !read.ok ? undefined : parseForm(read.value, row.id);
    return form?.ok ? [form.value] : [];
  });
}

/** Makes the use-cases of the library. `shippedText` answers a shipped form's file. */
export function createLibraryUse(
  core: Core,
  shippedText: (id: string, version: string) => Promise<string | undefined>,
): LibraryUse {
  const use: LibraryUse = {
    choose: async () => ok(await use.import(await core.ports.files.choose('library'))),
    async import(files, trust) {
      const imported: LibraryImport['imported'][number][] = [];
      const refused: LibraryProblem[] = [];
      const warnings: LibraryProblem[] = [];
      for (const file of files) {
        for (const candidate of candidatesOf(file)) {
          if ('problem' in candidate) {
            refused.push({ file: file.name, ...candidate.problem });
            continue;
          }
          if (isPack(candidate.json)) {
            const pack = await importPack(core, candidate.json, trust);
            for (const problem of pack.refused) refused.push({ file: file.name, ...problem });
            for (const form of pack.forms) {
              const { id, version, title } = form;
              imported.push({ file: file.name, kind: 'form', id, version, title });
            }
            continue;
          }
          const { json, text, at } = candidate;
          const place = (problem: FormProblem): LibraryProblem => ({
            ...problem,
            file: file.name,
            where: at + problem.where,
          });
          const form = parseForm(json, fallbackId(file.name));
          if (!form.ok) {
            refused.push(...form.error.map(place));
            continue;
          }
          const problem = await keep(core, form.value, text);
          if (problem) {
            refused.push(place(problem));
            continue;
          }
          const { id, version, title } = form.value;
          imported.push({ file: file.name, kind: 'form', id, version, title });
          warnings.push(...form.value.warnings.map(place));
        }
      }
      await applyVersionStates(core);
      return { imported, refused, warnings };
    },
    async textOf(id, version) {
      const form = core.state
        .get()
        .library.forms.findLast((one) => one.id === id && (version === undefined || one.version === version));
      if (!form) return undefined;
      const stored = (await core.ports.libraryStore.list()).find(
        (row) => row.kind === 'form' && row.id === id && row.version === form.version,
      );
      return stored?.json ?? (await shippedText(id, form.version));
    },
  };
  return use;
}

/** A form without an id gets its file's name: stable over imports of one file. */
function fallbackId(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.json$/i, '');
}

/** A pack comes in whole or not at all; its approvals count where a manager vouched for its signer. */
async function importPack(
  core: Core,
  json: unknown,
  trust: string | undefined,
): Promise<{ readonly forms: readonly FormDefinition[]; readonly refused: readonly FormProblem[] }> {
  const opened = await openPack(json, { signer: core.ports.packSigner, sha256: core.ports.sha256 });
  if (!opened.ok) return { forms: [], refused: opened.error };
  const { manifest, signer, forms } = opened.value;
  const known = core.state.get().world.formVersions.signers.has(signer);
  if (!known && trust !== signer) {
    const message = `signed by ${manifest.madeBy} with the key ${signer}, which is not known here; compare it with the sender by phone, then trust it`;
    return { forms: [], refused: [{ code: 'pack-unknown-signer', where: 'signature', message }] };
  }
  const clashes = forms.flatMap(({ definition, packed }) => {
    const clash = clashOf(core, definition);
    return clash ? [{ ...clash, where: `files.${packed.file}: ${clash.where}` }] : [];
  });
  if (clashes.length > 0) return { forms: [], refused: clashes };
  const refused: FormProblem[] = [];
  for (const { definition, text } of forms) {
    const problem = await keep(core, definition, text);
    if (problem) refused.push(problem);
  }
  const approvals = await Promise.all(
    forms.flatMap(({ definition, packed: { id, version, approved } }) =>
      approved
        ? [
            contentHash(core, definition).then((sha256) => ({
              form: id,
              version,
              sha256,
              name: approved.by,
              reviewDate: approved.reviewDate,
              from: { signer, approvedBy: approved.by, approvedAt: approved.at },
            })),
          ]
        : [],
    ),
  );
  if (mayDo(standingOf(core.state.get().signedIn?.person), 'trust-a-pack'))
    await core.run((world, context) => ok(receiveApprovals(world.formVersions, approvals, context)));
  return { forms: forms.map(({ definition }) => definition), refused };
}

function clashOf(core: Core, form: FormDefinition): FormProblem | undefined {
  const there = core.state.get().library.forms.find((one) => one.id === form.id && one.version === form.version);
  if (!there || JSON.stringify(there.source) === JSON.stringify(form.source)) return undefined;
  return {
    code: 'version-exists',
    message: `form ${form.id} version ${form.version} exists with other content; give the new one another version`,
    where: 'version',
  };
}

async function keep(core: Core, form: FormDefinition, text: string): Promise<FormProblem | undefined> {
  const { library } = core.state.get();
  const clash = clashOf(core, form);
  if (clash) return clash;
  try {
    await core.ports.libraryStore.put({ kind: 'form', id: form.id, version: form.version, json: text });
  } catch (cause) {
    if (cause instanceof PortFailure && cause.code === 'not-allowed')
      return {
        code: 'version-exists',
        message: `form ${form.id} version ${form.version} exists with other content; give the new one another version`,
        where: 'version',
      };
    throw cause;
  }
  core.patch({ library: { ...library, forms: mergeForms(library.forms, [form]) } });
  return undefined;
}

type Candidate =
  | { readonly json: unknown; readonly text: string; readonly at: string }
  | { readonly problem: FormProblem };

function readJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly where: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (cause) {
    const [, position] = /position (\d+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
    if (position === undefined) return { ok: false, where: '' };
    const before = text.slice(0, Number(position)).split('\n');
    return { ok: false, where: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}` };
  }
}

/** The forms in a file: itself, or each Questionnaire of a Bundle or list. */
function candidatesOf(file: { readonly name: string; readonly bytes: Uint8Array }): readonly Candidate[] {
  const problem = (code: string, message: string, where = ''): readonly Candidate[] => [
    { problem: { code, message, where } },
  ];
  if (file.bytes.length > MAX_FILE_BYTES)
    return problem(
      'too-large',
      `the file has ${Math.round(file.bytes.length / 1_048_576)} MB; a form has at most 20 MB`,
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return problem('not-utf8', 'the file is not UTF-8 text');
  }
  const read = readJson(text.replace(/^\uFEFF/, ''));
  if (!read.ok) return problem('not-json', 'the file is not JSON', read.where);
  const json = read.value;
  const bundle =
    typeof json === 'object' && json !== null && (json as { resourceType?: unknown }).resourceType === 'Bundle'
      ? json
      : undefined;
  if (!bundle) return [{ json, text, at: '' }];
  const entries = (bundle as { entry?: unknown }).entry;
  const forms = (Array.isArray(entries) ? (entries as { resource?: { resourceType?: unknown } }[]) : []).flatMap(
    (entry, i): Candidate[] =>
      entry?.resource?.resourceType === 'Questionnaire'
        ? [{ json: entry.resource, text: JSON.stringify(entry.resource), at: `entry[${i}].resource.` }]
        : [],
  );
  return forms.length > 0 ? forms : problem('no-questionnaire', 'the Bundle holds no Questionnaire', 'entry');
}
