import { expect, test } from 'vitest';
import { createBox } from '../../../renderer/app/create-box';
import { formOf, NO_LIBRARY } from '../../../renderer/app/library';
import { openTestBox, type TestBox } from '../../support/fake-box';

const bytes = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));
const site = (version: string, text = 'Height') => ({
  resourceType: 'Questionnaire',
  id: 'S01',
  version,
  status: 'active',
  title: 'Site form',
  item: [{ linkId: 'a', type: 'string', text }],
});

/** A manager and a nurse; what a manager does and what a nurse does. */
async function hospital(): Promise<{ made: TestBox; nurse: () => Promise<void>; manager: () => Promise<void> }> {
  const made = await openTestBox();
  const { box } = made;
  const enter =
    (secret: string, person?: string, kind: 'pin' | 'passphrase' = 'pin') =>
    async (): Promise<void> => {
      await box.lock();
      const done = await box.signIn({ secret, kind, ...(person === undefined ? {} : { person }) });
      expect(done.ok).toBe(true);
    };
  const manager = enter('correct horse battery', 'm', 'passphrase');
  await manager();
  const added = await box.enrol({ name: 'N. Nurse', role: 'nurse', pin: '418299' });
  return { made, manager, nurse: enter('418299', added.ok ? added.value.person : '') };
}

const s01 = { form: 'S01', version: '1' };
const statusOf = ({ box }: TestBox, version = '1') => formOf(box.state.get().library, 'S01', version)?.status;

test('a form is a draft until a second person approves it, whatever its file says, and stays so over a restart', async () => {
  const { made, nurse, manager } = await hospital();
  const { box } = made;
  await box.libraryUse.import([{ name: 's01.json', bytes: bytes(site('1')) }]);
  expect(statusOf(made)).toBe('draft');
  await nurse();
  expect(await box.formVersions.submit(s01)).toMatchObject({ ok: true });
  expect(await box.formVersions.approve({ ...s01, reviewDate: '2027-11-22' })).toMatchObject({
    error: { code: 'not-manager' },
  });
  await manager();
  expect(await box.formVersions.approve({ ...s01, reviewDate: '2027-11-22' })).toMatchObject({ ok: true });
  expect(statusOf(made)).toBe('active');
  const again = createBox(made.world.ports, async () => NO_LIBRARY);
  await again.open();
  expect(formOf(again.state.get().library, 'S01')?.status).toBe('active');
  await box.libraryUse.import([{ name: 's01.json', bytes: bytes(site('2')) }]);
  expect(formOf(box.state.get().library, 'S01')?.version).toBe('1');
  expect(box.formVersions.compare('S01', '1', '2')).toEqual({ ok: true, value: [] });
});

test('an approved version never changes: other content under its number is refused by name', async () => {
  const { made } = await hospital();
  const { box } = made;
  await box.libraryUse.import([{ name: 's01.json', bytes: bytes(site('1')) }]);
  const { refused } = await box.libraryUse.import([{ name: 'again.json', bytes: bytes(site('1', 'Weight')) }]);
  expect(refused).toMatchObject([{ file: 'again.json', code: 'version-exists', where: 'version' }]);
});

test('a pack of another hospital is refused by its key until a manager trusts it, then its approvals count', async () => {
  const other = await hospital();
  await other.made.box.libraryUse.import([{ name: 's01.json', bytes: bytes(site('1')) }]);
  await other.nurse();
  await other.made.box.formVersions.submit(s01);
  await other.manager();
  await other.made.box.formVersions.approve({ ...s01, reviewDate: '2027-11-22' });
  const pack = await other.made.box.formVersions.makePack('site', ['S01']);
  if (!pack.ok) throw new Error(pack.error.code);
  const { made } = await hospital();
  const { box } = made;
  const files = [{ name: 'pack.json', bytes: pack.value.bytes }];
  const first = await box.libraryUse.import(files);
  expect(first).toMatchObject({ imported: [], refused: [{ file: 'pack.json', code: 'pack-unknown-signer' }] });
  expect(first.refused[0]?.message).toContain(pack.value.fingerprint);
  await box.formVersions.trustSigner(pack.value.fingerprint, 'St Anne');
  const second = await box.libraryUse.import(files);
  expect(second).toMatchObject({ imported: [{ id: 'S01' }], refused: [] });
  expect(statusOf(made)).toBe('active');
});

test('a form is offered no more when its only version is retired, and stays for what was answered with it', async () => {
  const { made } = await hospital();
  const { box } = made;
  await box.libraryUse.import([{ name: 's01.json', bytes: bytes(site('1')) }]);
  expect(await box.formVersions.retire({ ...s01, reason: 'Replaced' })).toMatchObject({ ok: true });
  expect(formOf(box.state.get().library, 'S01')).toBeUndefined();
  expect(statusOf(made)).toBe('retired');
});
