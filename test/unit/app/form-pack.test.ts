import { describe, expect, test } from 'vitest';
import { makePack, openPack } from '../../../renderer/app/form-pack';
import { createPackSigner } from '../../../renderer/storage/pack-signer';
import { sha256Hex } from '../../../renderer/storage/seal';
import { formOf } from '../../support/form-answers';

function tools() {
  let key: JsonWebKey | undefined;
  const signer = createPackSigner({ read: async () => key, write: async (made) => void (key = made) });
  return { signer, sha256: (bytes: Uint8Array) => sha256Hex(new Uint8Array(bytes)) };
}

const forms = ['T1', 'T2'].map((id) => {
  const definition = formOf([{ linkId: 'a', type: 'string', text: 'Größe' }], { id });
  return { definition, text: `${JSON.stringify(definition.source, null, 3)}\r\n` };
});
const approved = { by: 'Ben', at: '2026-11-22T05:27:00.000+01:00', reviewDate: '2027-11-22' };
const head = { name: 'ward 7B', madeAt: '2026-11-22T05:27:00.000+01:00', madeBy: 'Ann, St Anne' };

async function packed(): Promise<{ readonly json: PackJson; readonly fingerprint: string }> {
  const made = await makePack(
    head,
    forms.map((form, at) => ({ ...form, ...(at === 0 ? { approved } : {}) })),
    tools(),
  );
  return { json: JSON.parse(new TextDecoder().decode(made.bytes)) as PackJson, fingerprint: made.fingerprint };
}

interface PackJson {
  downtimeBoxPack: number;
  manifest: { name: string; forms: { file: string; sha256: string; version: string }[] };
  signature: { algorithm: string; publicKey: string; value: string };
  files: Record<string, string>;
}

describe('a pack of forms', () => {
  test('opens with each file as it was, byte for byte, and tells who signed when it is whole', async () => {
    const { json, fingerprint } = await packed();
    const opened = await openPack(json, tools());
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(opened.value.forms.map(({ text }) => text)).toEqual(forms.map(({ text }) => text));
    expect(opened.value.forms.map(({ packed: { approved: by } }) => by)).toEqual([approved, undefined]);
    expect(opened.value.signer).toBe(fingerprint);
    expect(fingerprint).toMatch(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/);
  });

  test.each<[string, (json: PackJson) => unknown, readonly string[]]>([
    [
      'a form in it was changed',
      (json) => void (json.files['002-T2-1.json'] += ' '),
      ['pack-altered-file files.002-T2-1.json'],
    ],
    ['a form was taken out', (json) => delete json.files['001-T1-1.json'], ['pack-missing-file files.001-T1-1.json']],
    ['a form was put in', (json) => void (json.files['x.json'] = '{}'), ['pack-extra-file files.x.json']],
    ['its manifest was changed', (json) => void (json.manifest.name = 'other'), ['pack-signature signature']],
    [
      'form and manifest were changed together',
      async (json) => {
        json.files['002-T2-1.json'] += ' ';
        const [, second] = json.manifest.forms;
        if (second) second.sha256 = await sha256Hex(new TextEncoder().encode(json.files['002-T2-1.json']));
      },
      ['pack-signature signature'],
    ],
    [
      'its signature is another',
      async (json) => void (json.signature.value = (await packed()).json.signature.value),
      ['pack-signature signature'],
    ],
    ['its key is none', (json) => void (json.signature.publicKey = 'AAAA'), ['pack-signature signature']],
    ['it is not signed', (json) => delete (json as Partial<PackJson>).signature, ['pack-unsigned signature']],
    [
      'it says another way to sign',
      (json) => void (json.signature.algorithm = 'none'),
      ['pack-signature signature.algorithm'],
    ],
    ['it was made by a newer version', (json) => void (json.downtimeBoxPack = 2), ['pack-newer downtimeBoxPack']],
    ['its list of forms is none', (json) => void (json.manifest.forms = {} as never), ['pack-shape manifest']],
    [
      'a line of its list is broken',
      (json) => void (json.manifest.forms[1] = {} as never),
      ['pack-shape manifest.forms[1]'],
    ],
  ])('is refused whole, with the place, when %s', async (_, change, expected) => {
    const { json } = await packed();
    await change(json);
    const opened = await openPack(json, tools());
    expect(opened.ok ? [] : opened.error.map(({ code, where }) => `${code} ${where}`)).toEqual(expected);
  });
});
