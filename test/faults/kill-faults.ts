import { batchOn } from '../support/batch-runner';
import { PASSPHRASE } from '../support/batch-ward';
import { idsInJournal } from '../support/profile-files';
import { writeUntilKilled } from '../support/write-loop';
import type { FaultRow } from './fault-row';
import type { Stage } from './stage';

/** The switch at the wall in a write loop, again and again on one profile; verify then compares both copies. */
export async function playKills(stage: Stage, tries: number): Promise<FaultRow> {
  const { command, ward } = stage;
  const acknowledged = [...stage.acknowledged];
  for (let round = 0; round < tries; round += 1) {
    const killAfterMs = 300 + Math.random() * 1700;
    const written = await writeUntilKilled(command, { profile: ward.profile, passphrase: PASSPHRASE, killAfterMs });
    acknowledged.push(...written.map(({ id }) => id));
  }
  const { exit, json } = await batchOn(command, { profile: ward.profile, passphraseFile: ward.out('passphrase') }).run(
    'verify',
  );
  const there = new Set(idsInJournal(ward.profile));
  return {
    fault: 'process tree killed in a write loop',
    tries,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
    noticed: 0,
    toNotice: 0,
    how: `chain ${json.chain}, copies ${json.copies}`,
    works: exit === 0,
  };
}
