import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPolicy, policyPath, readPolicy } from '../../../electron/policy';
import { temporaryFolder } from './temporary-folder';

async function policyOf(text: string) {
  const path = join(await temporaryFolder(), 'policy.json');
  await writeFile(path, text);
  return readPolicy(path);
}

test('without a file the safe values hold', () => {
  expect(readPolicy('/nowhere/policy.json')).toEqual({ policy: defaultPolicy, problems: [], found: false });
});

test('what IT decides is taken', async () => {
  expect(await policyOf('{"allowUnsafeKeyring":true,"lockAfterMinutes":10}')).toEqual({
    policy: { ...defaultPolicy, allowUnsafeKeyring: true, lockAfterMinutes: 10 },
    problems: [],
    found: true,
  });
});

test.each([
  ['is no JSON', '{', ['not-json']],
  ['has a wrong type', '{"allowUnsafeKeyring":"true"}', ['allowUnsafeKeyring']],
  ['has an unknown key', '{"allowUnsafeKeyring":true,"allowUnsafe":true}', ['allowUnsafe']],
  ['is out of range', '{"allowUnsafeKeyring":true,"lockAfterMinutes":0}', ['lockAfterMinutes']],
])('it loosens nothing when the file %s', async (_name, text, problems) => {
  expect(await policyOf(text)).toEqual({ policy: defaultPolicy, problems, found: true });
});

test('a feed is opened only on an address of this PC, for senders that are named by address', async () => {
  const mllp = { address: '10.1.2.3', port: 2575, senders: ['10.1.2.9'] };
  expect((await policyOf(JSON.stringify({ mllp, watchedFolder: '/srv/ehr' }))).policy).toMatchObject({
    mllp,
    watchedFolder: '/srv/ehr',
  });
  for (const wrong of [
    { ...mllp, senders: [] },
    { ...mllp, senders: ['engine.example'] },
    { ...mllp, address: 'all' },
    { ...mllp, port: 0 },
    { ...mllp, open: true },
  ])
    expect((await policyOf(JSON.stringify({ mllp: wrong }))).problems).toEqual(['mllp']);
  expect((await policyOf('{"watchedFolder":"ehr"}')).problems).toEqual(['watchedFolder']);
});

test('only a development build takes another place', () => {
  expect(policyPath(false, 'linux', { DOWNTIME_BOX_POLICY: '/x' })).toBe('/x');
  expect(policyPath(true, 'linux', { DOWNTIME_BOX_POLICY: '/x' })).toBe('/etc/downtime-box/policy.json');
});

test("IT's public key is taken when it is one of the right curve, and nothing else is", async () => {
  const der = (curve: string) =>
    generateKeyPairSync('ec', { namedCurve: curve })
      .publicKey.export({ format: 'der', type: 'spki' })
      .toString('base64');
  const good = der('prime256v1');
  expect((await policyOf(JSON.stringify({ recoveryPublicKey: good }))).policy.recoveryPublicKey).toBe(good);
  for (const bad of [der('secp384r1'), 'AAAA', ''])
    expect(await policyOf(JSON.stringify({ recoveryPublicKey: bad }))).toMatchObject({
      policy: defaultPolicy,
      problems: ['recoveryPublicKey'],
    });
});
