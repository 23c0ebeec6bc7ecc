import { canonicalJson } from '../domain/basics/json';
import { type Result, ok, refuse } from '../domain/basics/result';
import type { FormDefinition, FormProblem } from '../domain/form/form';
import { parseFormText } from '../domain/form/parse/parse-form';
import type { PackSignature, PackSigner } from './pack-port';

/** What a pack says of one of its forms. */
export interface PackedForm {
  readonly file: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Of the file, byte for byte. */
  readonly sha256: string;
  /** Missing: a draft where the pack was made. */
  readonly approved?: { readonly by: string; readonly at: string; readonly reviewDate: string };
}

/** What is signed. */
export interface PackManifest {
  readonly name: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly forms: readonly PackedForm[];
}

/** A pack that is whole: each form as it was packed. */
export interface OpenedPack {
  readonly manifest: PackManifest;
  /** Fingerprint of the key that signed. */
  readonly signer: string;
  readonly forms: readonly {
    readonly packed: PackedForm;
    readonly definition: FormDefinition;
    readonly text: string;
  }[];
}

/** What packs need from outside. */
export interface PackTools {
  readonly signer: PackSigner;
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
}

const FORMAT = 1;

/** Whether a JSON file is a pack of forms. */
export function isPack(json: unknown): json is { readonly downtimeBoxPack: unknown } {
  return typeof json === 'object' && json !== null && 'downtimeBoxPack' in json;
}

/** Makes a pack: one JSON file of a manifest with hashes, its signature, and the form files as they are. */
export async function makePack(
  head: Omit<PackManifest, 'forms'>,
  forms: readonly {
    readonly definition: FormDefinition;
    readonly text: string;
    readonly approved?: PackedForm['approved'];
  }[],
  { signer, sha256 }: PackTools,
): Promise<{ readonly bytes: Uint8Array; readonly fingerprint: string; readonly manifest: PackManifest }> {
  const files: Record<string, string> = {};
  const packed: PackedForm[] = [];
  for (const { definition, text, approved } of forms) {
    const { id, version, title } = definition;
    const file = `${String(packed.length + 1).padStart(3, '0')}-${`${id}-${version}`.replace(/[^\w.-]+/g, '_').slice(0, 80)}.json`;
    files[file] = text;
    packed.push({
      file,
      id,
      version,
      title,
      sha256: await sha256(utf8(text)),
      ...(approved === undefined ? {} : { approved }),
    });
  }
  const manifest: PackManifest = { ...head, forms: packed };
  const signature = await signer.sign(signedBytes(manifest));
  const json = JSON.stringify({ downtimeBoxPack: FORMAT, manifest, signature, files }, null, 2);
  return { bytes: utf8(`${json}\n`), fingerprint: await signer.fingerprint(signature.publicKey), manifest };
}

/** Opens a pack whole or not at all: a fault names the file and what is wrong with it. */
export async function openPack(json: unknown, tools: PackTools): Promise<Result<OpenedPack, readonly FormProblem[]>> {
  const read = shapeOf(json);
  if (!read.ok) return refuse([read.error]);
  const { manifest, signature, files } = read.value;
  const signer = await tools.signer.verify(signedBytes(manifest), signature);
  if (signer === undefined)
    return refuse([
      problem(
        'pack-signature',
        'signature',
        'the signature does not fit the manifest: the pack was changed after it was signed',
      ),
    ]);
  const problems: FormProblem[] = [];
  const forms: OpenedPack['forms'][number][] = [];
  const listed = new Set(manifest.forms.map(({ file }) => file));
  for (const name of Object.keys(files))
    if (!listed.has(name))
      problems.push(problem('pack-extra-file', `files.${name}`, 'this file is not in the manifest'));
  for (const packed of manifest.forms) {
    const text = Object.hasOwn(files, packed.file) ? files[packed.file] : undefined;
    const where = `files.${packed.file}`;
    if (text === undefined) {
      problems.push(problem('pack-missing-file', where, 'the manifest names this file, but it is not in the pack'));
      continue;
    }
    if ((await tools.sha256(utf8(text))) !== packed.sha256) {
      problems.push(problem('pack-altered-file', where, 'this file was changed after the pack was signed'));
      continue;
    }
    const form = parseFormText(text, packed.id);
    if (!form.ok) problems.push(...form.error.map((each) => ({ ...each, where: `${where}: ${each.where}` })));
    else if (form.value.id !== packed.id || form.value.version !== packed.version)
      problems.push(
        problem(
          'pack-other-form',
          where,
          `the manifest calls it ${packed.id} ${packed.version}, it is ${form.value.id} ${form.value.version}`,
        ),
      );
    else forms.push({ packed, definition: form.value, text });
  }
  return problems.length > 0 ? refuse(problems) : ok({ manifest, signer, forms });
}

interface PackShape {
  readonly manifest: PackManifest;
  readonly signature: PackSignature;
  readonly files: Readonly<Record<string, string>>;
}

function shapeOf(json: unknown): Result<PackShape, FormProblem> {
  if (!isPack(json) || typeof json.downtimeBoxPack !== 'number')
    return refuse(problem('pack-shape', 'downtimeBoxPack', 'this is no pack of forms'));
  if (json.downtimeBoxPack > FORMAT)
    return refuse(
      problem('pack-newer', 'downtimeBoxPack', 'this pack was made by a newer version; update this one first'),
    );
  const { manifest, signature, files } = json as Partial<Record<keyof PackShape, unknown>>;
  if (!isRecord(files) || !Object.values(files).every((text) => typeof text === 'string'))
    return refuse(problem('pack-shape', 'files', 'a pack has its files as texts'));
  if (!isRecord(signature) || !hasTexts(signature, ['algorithm', 'publicKey', 'value']))
    return refuse(problem('pack-unsigned', 'signature', 'the pack is not signed'));
  if (signature['algorithm'] !== 'ECDSA-P256-SHA256')
    return refuse(problem('pack-signature', 'signature.algorithm', 'this way to sign is not known'));
  const list = isRecord(manifest) && hasTexts(manifest, ['name', 'madeAt', 'madeBy']) ? manifest['forms'] : undefined;
  if (!Array.isArray(list))
    return refuse(problem('pack-shape', 'manifest', 'a manifest has name, madeAt, madeBy, forms'));
  const wrong = list.findIndex((each) => !isPackedForm(each));
  if (wrong >= 0)
    return refuse(problem('pack-shape', `manifest.forms[${wrong}]`, 'a form has file, id, version, title, sha256'));
  return ok({ manifest, signature, files } as unknown as PackShape);
}

function isPackedForm(value: unknown): boolean {
  if (!isRecord(value) || !hasTexts(value, ['file', 'id', 'version', 'title', 'sha256'])) return false;
  const { approved } = value;
  return approved === undefined || (isRecord(approved) && hasTexts(approved, ['by', 'at', 'reviewDate']));
}

function hasTexts(value: Readonly<Record<string, unknown>>, members: readonly string[]): boolean {
  return members.every((member) => typeof value[member] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(code: string, where: string, message: string): FormProblem {
  return { code, where, message };
}

function signedBytes(manifest: PackManifest): Uint8Array {
  return utf8(canonicalJson(manifest));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
