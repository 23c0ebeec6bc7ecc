import { cpSync } from 'node:fs';
import { type RunningApp, startApp } from '../support/app-driver';
import { batchOn } from '../support/batch-runner';
import { PASSPHRASE } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { idsInJournal, typesInJournal } from '../support/profile-files';
import type { Play } from './fault-row';
import type { Stage } from './stage';

const FAULT = 'clock set back an hour and right again';
const HOUR = 3_600_000;

/** Somebody sets the clock while the ward writes. (libfaketime would be the outside way; Electron hangs under it.) */
export const playClock: Play<Stage> = {
  fault: FAULT,
  async run(stage) {
    const { command, ward } = stage;
    const profile = ward.out('clock');
    cpSync(ward.profile, profile, { recursive: true });
    const acknowledged = [...stage.acknowledged];
    const running = await startApp(command, { profile });
    await boxRunning(running.page);
    await signIn(running.page, PASSPHRASE);
    acknowledged.push(...(await write(running)));
    await setClock(running, -HOUR);
    acknowledged.push(...(await write(running)));
    await running.close();
    const { exit, json } = await batchOn(command, { profile, passphraseFile: ward.out('passphrase') }).run('verify');
    const there = new Set(idsInJournal(profile));
    const noticed = typesInJournal(profile).filter((type) => type === 'clock.changed').length;
    return {
      fault: FAULT,
      tries: 2,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !there.has(id)).length,
      noticed,
      toNotice: 2,
      how: `clock.changed; chain ${json.chain}, copies ${json.copies}`,
      works: exit === 0 && json.copies === 'equal',
    };
  },
};

/** A line of the log, and the look at the clock that the app takes by itself every few minutes. */
function write({ page }: RunningApp): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const box = window.__downtimeBoxTest?.box;
    if (!box) throw new Error('no box');
    await box.clockUse.look();
    const outage = box.state.get().world.outages.events[0]?.id ?? '';
    const written = await box.outage.log({ outage, text: 'A line', kind: 'note', occurredAt: box.clock.now() });
    if (!written.ok) throw new Error(`refused: ${written.error.code}`);
    return written.value.map(({ id }) => id);
  });
}

/** In both processes, as the system would; the counter since start goes on. */
async function setClock({ app, page }: RunningApp, by: number): Promise<void> {
  const shift = (ms: number): void => {
    const Real = globalThis.Date;
    globalThis.Date = class extends Real {
      constructor(...given: readonly unknown[]) {
        if (given.length === 0) super(Real.now() + ms);
        else super(...(given as [number]));
      }
      static override now(): number {
        return Real.now() + ms;
      }
    } as DateConstructor;
  };
  await app.evaluate((_electron, code) => {
    // oxlint-disable-next-line no-eval
    (0, eval)(code);
  }, `(${shift.toString()})(${by})`);
  await page.evaluate(shift, by);
}
