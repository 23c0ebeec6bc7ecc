import type { AppCommand } from '../support/app-driver';
import { databaseFaults } from './database-faults';
import { type FaultRow, faultTable, isGood } from './fault-row';
import { journalFaults } from './journal-faults';
import { playClock } from './clock-faults';
import { playFullDisk } from './disk-faults';
import { playKills, playRebuildKills } from './kill-faults';
import { playPowerCuts } from './power-faults';
import { playTwoInstances } from './instance-faults';
import { vaultFaults } from './vault-faults';
import { openStage, playFault } from './stage';

/** Plays every fault on the packaged app and prints one table. Answers how many came out wrong. */
export async function faults(options: {
  readonly packaged: AppCommand;
  /** Words of the faults to play; all when none are given. */
  readonly only: readonly string[];
  /** The form for CI: every fault, few tries each. */
  readonly quick: boolean;
  readonly say: (text: string) => void;
}): Promise<number> {
  const started = performance.now();
  const wanted = (name: string): boolean =>
    options.only.length === 0 || options.only.some((word) => name.includes(word));
  const stage = await openStage(options.packaged, options.quick, options.say);
  try {
    const rows: FaultRow[] = [];
    const damages = [...journalFaults, ...databaseFaults, ...vaultFaults].filter(({ name }) => wanted(name));
    rows.push(...(await twoByTwo(damages, (fault) => kept(fault.name, () => playFault(stage, fault)))));
    const others = [playClock, playRebuildKills, playTwoInstances, playFullDisk, playPowerCuts, playKills];
    // Kills come last: they go on writing on the profile the others are copies of.
    for (const play of others) if (wanted(play.fault)) rows.push(await kept(play.fault, () => play.run(stage)));
    process.stdout.write(`${faultTable(rows)}\n`);
    const bad = rows.filter((row) => !isGood(row)).length;
    process.stdout.write(
      `${rows.length} faults, ${bad === 0 ? 'nothing lost, all noticed' : `${bad} not as they must be`}, ${Math.round((performance.now() - started) / 1000)} s\n`,
    );
    return bad;
  } finally {
    stage.ward.remove();
  }
}

/** One fault that cannot be played to its end is a bad row, not the end of the table. */
async function kept(fault: string, play: () => Promise<FaultRow>): Promise<FaultRow> {
  try {
    return await play();
  } catch (error) {
    const how = `DID NOT END: ${(error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''}`;
    return { fault, tries: 1, acknowledged: 0, lost: 0, noticed: 0, toNotice: 0, how, works: false };
  }
}

/** Each has a profile of its own, so two at a time play on; the rows stay in order. */
async function twoByTwo<T, R>(all: readonly T[], play: (one: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      const one = all[index];
      if (one !== undefined) done[index] = await play(one);
    }
  };
  await Promise.all([lane(), lane()]);
  return done;
}
