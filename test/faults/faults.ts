import type { AppCommand } from '../support/app-driver';
import { databaseFaults } from './database-faults';
import { type FaultRow, faultTable, isGood } from './fault-row';
import { journalFaults } from './journal-faults';
import { playKills } from './kill-faults';
import { openStage, playFault } from './stage';

/** Plays every fault on the packaged app and prints one table. Answers how many came out wrong. */
export async function faults(options: {
  readonly packaged: AppCommand;
  /** Words of the faults to play; all when none are given. */
  readonly only: readonly string[];
  readonly say: (text: string) => void;
}): Promise<number> {
  const wanted = (name: string): boolean =>
    options.only.length === 0 || options.only.some((word) => name.includes(word));
  const stage = await openStage(options.packaged, options.say);
  try {
    const rows: FaultRow[] = [];
    for (const fault of [...journalFaults, ...databaseFaults])
      if (wanted(fault.name)) rows.push(await playFault(stage, fault));
    // Last: it goes on writing on the profile the others are copies of.
    if (wanted('killed')) rows.push(await playKills(stage, KILLS));
    process.stdout.write(`${faultTable(rows)}\n`);
    const bad = rows.filter((row) => !isGood(row)).length;
    process.stdout.write(
      `${rows.length} faults, ${bad === 0 ? 'nothing lost, all noticed' : `${bad} not as they must be`}\n`,
    );
    return bad;
  } finally {
    stage.ward.remove();
  }
}

const KILLS = 25;
