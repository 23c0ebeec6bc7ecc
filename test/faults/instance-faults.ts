import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { startApp } from '../support/app-driver';
import { batchOn } from '../support/batch-runner';
import { PASSPHRASE } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { idsInJournal } from '../support/profile-files';
import type { Play } from './fault-row';
import type { Stage } from './stage';

const FAULT = 'two instances on one profile';

/** A second window and a batch command while the first window writes. */
export const playTwoInstances: Play<Stage> = {
  fault: FAULT,
  async run(stage) {
    const { command, ward } = stage;
    const profile = ward.out('two-instances');
    cpSync(ward.profile, profile, { recursive: true });
    const batch = batchOn(command, { profile, passphraseFile: ward.out('passphrase') });
    const running = await startApp(command, { profile });
    const acknowledged = [...stage.acknowledged];
    const write = async (): Promise<void> => {
      const ids = await running.page.evaluate(async () => {
        const box = window.__downtimeBoxTest?.box;
        const outage = box?.state.get().world.outages.events[0]?.id ?? '';
        const written = await box?.outage.log({ outage, text: 'A line', kind: 'note', occurredAt: box.clock.now() });
        return written?.ok ? written.value.map(({ id }) => id) : [];
      });
      if (ids.length === 0) throw new Error('the first window could not write');
      acknowledged.push(...ids);
    };
    await boxRunning(running.page);
    await signIn(running.page, PASSPHRASE);
    await write();
    const second = spawnSync(command.file, [...command.args, '--profile', profile], {
      env: command.env,
      timeout: 30_000,
      killSignal: 'SIGKILL',
    });
    const refused = await batch.run('verify');
    await write();
    await running.close();
    const { exit, json } = await batch.run('verify');
    const there = new Set(idsInJournal(profile));
    return {
      fault: FAULT,
      tries: 2,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !there.has(id)).length,
      noticed: (second.status === 0 ? 1 : 0) + (refused.exit === 7 ? 1 : 0),
      toNotice: 2,
      how: `second window ends, batch: ${refused.json.code}`,
      works: exit === 0 && json.copies === 'equal',
    };
  },
};
