import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, Stage } from './stage';

// The key slots: without them everything is lost, so they lie in the profile twice and beside the second journal.

const COPIES = ['vault.a.json', 'vault.b.json'] as const;

function damageCopy(profile: string, name: string): void {
  const path = join(profile, 'keys', name);
  const text = readFileSync(path, 'utf8');
  const middle = Math.floor(text.length / 2);
  writeFileSync(path, `${text.slice(0, middle)}#${text.slice(middle + 1)}`);
}

/** A policy that names a second place for each try of its own. */
function withSecondPlace(stage: Stage): NodeJS.ProcessEnv {
  const share = stage.ward.out('share');
  mkdirSync(share, { recursive: true });
  const policy = stage.ward.given('policy.json', { secondJournal: share });
  return { DOWNTIME_BOX_POLICY: policy };
}

/** All of them. */
export const vaultFaults: readonly Fault[] = [
  {
    name: 'slot file, first copy damaged',
    damage: (profile) => damageCopy(profile, COPIES[0]),
    mustBeNoticed: true,
    toldInLog: 'vault.copy-mended',
  },
  {
    name: 'slot file, second copy damaged',
    damage: (profile) => damageCopy(profile, COPIES[1]),
    mustBeNoticed: true,
    toldInLog: 'vault.copy-mended',
  },
  {
    name: 'slot file, both copies damaged, one in the second place',
    env: withSecondPlace,
    async prepare(batch) {
      await batch.run('verify');
    },
    damage: (profile) => COPIES.forEach((name) => damageCopy(profile, name)),
    mustBeNoticed: true,
    toldInLog: 'vault.taken-back',
  },
  {
    // Nothing is made anew over it: whoever has a backup or a copy puts it there, and everything opens.
    name: 'slot file, both copies damaged, none elsewhere',
    async prepare(_batch, profile) {
      copyFileSync(join(profile, 'keys', COPIES[0]), join(profile, 'kept.json'));
    },
    damage: (profile) => COPIES.forEach((name) => damageCopy(profile, name)),
    async mend(batch, profile) {
      const refused = await batch.run('verify');
      for (const name of COPIES) copyFileSync(join(profile, 'kept.json'), join(profile, 'keys', name));
      const left = readdirSync(join(profile, 'keys')).filter((name) => name.includes('.damaged-')).length;
      return refused.exit === 0 || left > 0 ? [] : [`refused: ${refused.json.code}`];
    },
    mustBeNoticed: true,
  },
];
