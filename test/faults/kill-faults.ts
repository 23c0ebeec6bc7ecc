import { cpSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { batchOn } from '../support/batch-runner';
import { PASSPHRASE } from '../support/batch-ward';
import { killTree } from '../support/process-tree';
import { databaseFolder, idsInJournal } from '../support/profile-files';
import { writeUntilKilled } from '../support/write-loop';
import type { Play } from './fault-row';
import type { Stage } from './stage';

const LOOP = 'process tree killed in a write loop';
const REBUILD = 'killed while the database is upgraded from nothing and filled';

/** The switch at the wall in a write loop, again and again on one profile; verify then compares both copies. */
export const playKills: Play<Stage> = {
  fault: LOOP,
  async run(stage) {
    const { command, ward, quick } = stage;
    const tries = quick ? 6 : 25;
    const acknowledged = [...stage.acknowledged];
    for (let round = 0; round < tries; round += 1) {
      const killAfterMs = 300 + Math.random() * 1700;
      const written = await writeUntilKilled(command, { profile: ward.profile, passphrase: PASSPHRASE, killAfterMs });
      acknowledged.push(...written.map(({ id }) => id));
    }
    const batch = batchOn(command, { profile: ward.profile, passphraseFile: ward.out('passphrase') });
    const { exit, json } = await batch.run('verify');
    const there = new Set(idsInJournal(ward.profile));
    return {
      fault: LOOP,
      tries,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !there.has(id)).length,
      noticed: 0,
      toNotice: 0,
      how: `chain ${json.chain}, copies ${json.copies}`,
      works: exit === 0,
    };
  },
};

/**
 * There is one version of the schema so far, so its upgrade is the one from an empty database, which the journal then
 * fills: kills all along that way, the last start has to end well.
 */
export const playRebuildKills: Play<Stage> = {
  fault: REBUILD,
  async run({ command, ward, acknowledged, quick }) {
    const tries = quick ? 4 : 15;
    const profile = ward.out('rebuild');
    cpSync(ward.profile, profile, { recursive: true });
    for (let round = 0; round < tries; round += 1) {
      rmSync(databaseFolder(profile), { recursive: true, force: true });
      const child = spawn(command.file, [...command.args, '--profile', profile], { env: command.env, stdio: 'ignore' });
      // From before the page is there to after the last entry, in even steps.
      await pause(400 + (round * 1600) / tries);
      if (child.pid !== undefined) await killTree(child.pid);
    }
    const batch = batchOn(command, { profile, passphraseFile: ward.out('passphrase') });
    const first = await batch.run('verify');
    const { exit, json } = await batch.run('verify');
    const there = new Set(idsInJournal(profile));
    return {
      fault: REBUILD,
      tries,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !there.has(id)).length,
      noticed: 0,
      toNotice: 0,
      how: `first start afterwards: copies ${first.json.copies}; then chain ${json.chain}, copies ${json.copies}`,
      works: exit === 0 && json.copies === 'equal',
    };
  },
};
