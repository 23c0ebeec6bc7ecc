import { expect, test } from 'vitest';
import { enrolled, PASSPHRASE, PIN, start } from './workbench';

test('a badge names its person, whatever its case, and opens nothing; its number is not in the file', async () => {
  const { workstation, nurse } = await enrolled();
  const { vault } = start(workstation);
  await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  expect(await vault.badges.give({ person: nurse, badge: ' b00417ff ' })).toMatchObject({ ok: true });
  const locked = start(workstation).vault;
  expect(await locked.badges.ownerOf('B00417FF')).toBe(nurse);
  expect(await locked.badges.ownerOf('B00417FE')).toBeUndefined();
  expect(locked.keyring.epoch).toBeUndefined();
  expect(workstation.disk.vault?.toUpperCase()).not.toContain('B00417FF');
  expect(await locked.unlock({ person: nurse, secret: PIN, kind: 'pin' })).toMatchObject({ ok: true });
});

test('a badge is given by a manager only, to one person only, and not by a slip of the hand', async () => {
  const { workstation, nurse, manager } = await enrolled();
  const { vault } = start(workstation);
  const badge = { person: nurse, badge: 'B00417FF' };
  expect(await vault.badges.give(badge)).toEqual({ ok: false, error: { code: 'locked' } });
  await vault.unlock({ person: nurse, secret: PIN, kind: 'pin' });
  expect(await vault.badges.give(badge)).toEqual({ ok: false, error: { code: 'not-manager' } });
  await vault.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
  expect(await vault.badges.give({ ...badge, badge: ' 12 ' })).toMatchObject({ error: { code: 'badge-too-short' } });
  await vault.badges.give(badge);
  expect(await vault.badges.give({ ...badge, person: manager })).toEqual({
    ok: false,
    error: { code: 'badge-taken', name: 'Sam Doe' },
  });
});
