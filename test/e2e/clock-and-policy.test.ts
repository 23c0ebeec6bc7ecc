import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchOn } from '../support/batch-runner';
import { type BatchWard, openBatchWard, SET_UP } from '../support/batch-ward';
import { packagedApp } from '../support/packaged-app';

// The clock of a real PC and a real policy file, in the packaged app.

const HOUR = 3_600_000;
const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
let ward: BatchWard;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  ward = openBatchWard();
  const recoveryPublicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  env = { DOWNTIME_BOX_POLICY: ward.given('policy.json', JSON.stringify({ keepClosedDays: 7, recoveryPublicKey })) };
});

afterAll(() => ward.remove());

const by = (passphrase: string, name: string) =>
  batchOn(packagedApp(), { profile: ward.profile, passphraseFile: ward.given(name, passphrase), env });

test("the policy's days hold, IT's private key opens, and a clock set back an hour is in the ledger", async () => {
  const manager = by('correct horse battery staple', 'passphrase');
  expect((await manager.run(...SET_UP)).exit).toBe(0);

  const it = by(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 'it.pem');
  expect(await it.run('retention', 'list')).toMatchObject({ exit: 0, json: { days: 7, outages: [] } });
  expect(await it.run('retention', 'apply')).toMatchObject({ exit: 0, json: { removed: [], refused: [] } });

  // As if the clock had shown an hour more at the last look, in the same run of this PC.
  const note = join(ward.profile, 'sealed', 'clock.json');
  const last = JSON.parse(readFileSync(note, 'utf8')) as { wallMs: number };
  writeFileSync(note, JSON.stringify({ ...last, wallMs: last.wallMs + HOUR }));
  const status = await manager.locked('status');
  expect(status.json.clock.changes).toMatchObject([{ kind: 'set-back' }]);
  expect(Math.abs((status.json.clock.changes[0]?.byMs ?? 0) + HOUR)).toBeLessThan(30_000);
  // Told once; it is the ledger that remembers.
  expect((await manager.locked('status')).json.clock.changes).toHaveLength(1);
});
