import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { batchOn } from '../support/batch-runner';
import { PASSPHRASE, SET_UP } from '../support/batch-ward';
import { idsInJournal, typesInJournal } from '../support/profile-files';
import { writeUntilKilled } from '../support/write-loop';
import { notPlayed, type Play } from './fault-row';
import type { Stage } from './stage';

const FAULT = 'power cut (EXT4 shutdown), 1 write a second';
const DISK_MB = 700;
/** Without flushing the log of the file system: what no fsync asked for is gone, as when the power goes. */
const SHUTDOWN =
  'open(my $d, "<", $ARGV[0]) or die "$!"; my $how = pack("I", 2); ioctl($d, 0x8004587D, $how) or die "$!";';

/** A disk of its own that ends from one moment to the next, again and again. */
export const playPowerCuts: Play<Stage> = {
  fault: FAULT,
  async run(stage) {
    const { command, ward, quick } = stage;
    const tries = quick ? 2 : 10;
    const image = ward.out('disk.img');
    const folder = ward.out('disk');
    mkdirSync(folder);
    const why = mountDisk(image, folder);
    if (why !== undefined) return notPlayed(FAULT, why);
    const profile = `${folder}/profile`;
    // The warning for a disk of this size is not what is tried here.
    const env = { DOWNTIME_BOX_POLICY: ward.given('small.json', { lowSpaceMegabytes: 60, ballastMegabytes: 40 }) };
    const app = { ...command, env: { ...command.env, ...env } };
    const batch = batchOn(app, { profile, passphraseFile: ward.out('passphrase') });
    const acknowledged: string[] = [];
    try {
      await batch.run(...SET_UP);
      await batch.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
      for (let round = 0; round < tries; round += 1) {
        const written = await writeUntilKilled(app, {
          profile,
          passphrase: PASSPHRASE,
          killAfterMs: quick ? 6000 : 20_000,
          everyMs: 1000,
          cut: () => execFileSync('perl', ['-e', SHUTDOWN, folder]),
        });
        acknowledged.push(...written.map(({ id }) => id));
        execFileSync('umount', [folder]);
        execFileSync('mount', ['-o', 'loop', image, folder]);
        stage.say(`power cut ${round + 1}: ${written.length} acknowledged`);
      }
      // Twice: the second start is the one that finds everything gone (security.md 0.3).
      await batch.run('verify');
      const { exit, json } = await batch.run('verify');
      const there = new Set(idsInJournal(profile));
      const mended = typesInJournal(profile).filter((type) => type === 'storage.recovered').length;
      return {
        fault: FAULT,
        tries,
        acknowledged: acknowledged.length,
        lost: acknowledged.filter((id) => !there.has(id)).length,
        noticed: 0,
        toNotice: 0,
        how: `chain ${json.chain}, copies ${json.copies}, database mended ${mended} times`,
        works: exit === 0,
      };
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  },
};

/** Why there can be no such disk here; undefined when it is there. */
function mountDisk(image: string, folder: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root';
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['perl', '-e', '1'],
    ['truncate', '-s', `${DISK_MB}M`, image],
    ['mkfs.ext4', '-q', '-F', image],
    ['mount', '-o', 'loop', image, folder],
  ];
  for (const [program, ...args] of steps) {
    const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
    if (error || status !== 0) return `${program} ${error ? 'is not there' : 'is not allowed'}`;
  }
  return undefined;
}
