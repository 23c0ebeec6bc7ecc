import { setTimeout as pause } from 'node:timers/promises';
import { type AppCommand, startApp } from './app-driver';
import { boxRunning, signIn } from './box-in-page';
import { killTree } from './process-tree';

/** An entry the app said was saved, and in which copies. */
export interface Acknowledged {
  readonly id: string;
  readonly copies: string;
}

/** One round: start, sign in, write as fast as it goes, and the switch at the wall. */
export async function writeUntilKilled(
  command: AppCommand,
  options: {
    readonly profile: string;
    readonly passphrase: string;
    readonly killAfterMs: number;
    /** Between two writes; as fast as it goes when not given. */
    readonly everyMs?: number;
    /** What happens just before the kill, such as the end of the disk; only what was acknowledged before it counts. */
    readonly cut?: () => void;
  },
): Promise<readonly Acknowledged[]> {
  const running = await startApp(command, { profile: options.profile });
  const { page, app } = running;
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('the app did not start');
  const acknowledged: Acknowledged[] = [];
  try {
    await boxRunning(page);
    await signIn(page, options.passphrase);
    await page.exposeFunction('acknowledged', (id: string, copies: string) => void acknowledged.push({ id, copies }));
    // It ends with the process; what it leaves unsaid was never acknowledged.
    const writing = page.evaluate(writeWithoutEnd, options.everyMs ?? 0).catch((error: Error) => error.message);
    const early = await Promise.race([writing, pause(options.killAfterMs)]);
    if (early !== undefined) throw new Error(`the write loop ended by itself: ${early}`);
    const before = acknowledged.length;
    options.cut?.();
    if (options.cut) acknowledged.length = before;
  } finally {
    await killTree(pid);
    await app.close().catch(() => undefined);
  }
  return acknowledged;
}

/** Runs in the page: log lines under the ward's key and checklist ticks under the workstation's, in turn. */
async function writeWithoutEnd(everyMs: number): Promise<never> {
  const told = (globalThis as unknown as { acknowledged(id: string, copies: string): Promise<void> }).acknowledged;
  const box = window.__downtimeBoxTest?.box;
  const outage = box?.state.get().world.outages.events[0]?.id;
  if (!box || outage === undefined) throw new Error('no outage to write about');
  const card = { outage, ward: box.state.get().vault?.ward ?? '', checklist: 'nurse-in-charge' };
  const step = { ...card, step: 'box-complete', round: 1 };
  await box.checklists.start(card);
  await box.checklists.undo(step);
  for (let round = 0; ; round += 1) {
    const text = `Line ${round} of the log, about as long as a line of a log is when somebody writes it in a hurry.`;
    const writes = [
      () => box.outage.log({ outage, text, kind: 'note', occurredAt: box.clock.now() }),
      () => (round % 2 === 0 ? box.checklists.complete(step) : box.checklists.undo(step)),
    ];
    for (const write of writes) {
      const written = await write();
      if (!written.ok) throw new Error(`refused: ${written.error.code}`);
      const copies = box.state.get().saved?.copies ?? 'none';
      for (const { id } of written.value) void told(id, copies);
      if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
}
