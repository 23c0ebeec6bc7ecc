import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type RunningApp, startApp } from '../support/app-driver';
import { openBatchWard, PASSPHRASE, SET_UP } from '../support/batch-ward';
import { boxRunning, signIn } from '../support/box-in-page';
import { admission, connectSender } from '../support/mllp-sender';
import { packagedApp } from '../support/packaged-app';

const LONGEST_MS = 4 * 60_000;
const soon = { timeout: 60_000, interval: 200 };

/** A port nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Works off what waits and answers who is on the list. */
async function takenIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const box = window.__downtimeBoxTest?.box;
    await box?.intake.drain();
    return (box?.state.get().snapshot?.patients ?? []).map((one) => `${one.mrn} ${one.family} ${one.bed}`).toSorted();
  });
}

test(
  'lists of the folder and messages of the feed reach the board, also those that came while nobody was signed in',
  async () => {
    const ward = openBatchWard();
    onTestFinished(() => ward.remove());
    expect((await ward.run(...SET_UP)).exit).toBe(0);
    const folder = ward.out('ehr-drops');
    mkdirSync(folder);
    const port = await freePort();
    const policy = ward.given('policy.json', {
      watchedFolder: folder,
      mllp: { address: '127.0.0.1', port, senders: ['127.0.0.1'] },
    });
    const command = packagedApp();
    const start = async (): Promise<RunningApp> => {
      const running = await startApp(
        { ...command, env: { ...command.env, DOWNTIME_BOX_POLICY: policy } },
        { profile: ward.profile },
      );
      await boxRunning(running.page);
      return running;
    };
    const first = await start();
    await signIn(first.page, PASSPHRASE);
    writeFileSync(join(folder, 'ward.csv'), 'MRN,Last,First,Ward,Bed\n7001,OKAFOR,Ben,7B,1\n7002,GRÜN,Eva,7B,2\n');
    await vi.waitFor(async () => expect(await takenIn(first.page)).toEqual(['7001 OKAFOR 1', '7002 GRÜN 2']), soon);
    await first.close();

    const second = await start();
    const sender = connectSender(port);
    sender.write(admission(7003));
    await vi.waitFor(() => expect(sender.answers).toEqual([{ code: 'AA', controlId: 'M7003' }]), soon);
    expect(readFileSync(join(ward.profile, 'intake', 'inbox.jsonl'), 'latin1')).not.toContain('GARC');
    await signIn(second.page, PASSPHRASE);
    expect(await takenIn(second.page)).toEqual(['7001 OKAFOR 1', '7002 GRÜN 2', '7003 GARCÍA 7003']);
    expect(second.errors).toEqual([]);
    sender.close();
    await second.close();
  },
  LONGEST_MS,
);
