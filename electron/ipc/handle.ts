import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Log } from '../log';
import { answer, type Handlers } from './answer';
import { type Channel, contract, type Reply, type ShellEvents } from './contract';

/** Registers every channel of the contract. `isOurs` decides whether a message comes from our own page. */
export function startHandlers(handlers: Handlers, log: Log, isOurs: (event: IpcMainInvokeEvent) => boolean): void {
  for (const channel of Object.keys(contract) as Channel[]) {
    ipcMain.handle(channel, async (event, args: unknown): Promise<Reply<unknown>> => {
      if (!isOurs(event)) {
        log('error', 'ipc.foreign-sender', { channel });
        return { ok: false, code: 'not-allowed' };
      }
      return answer(handlers, channel, args, log);
    });
  }
}

/** Sends an event to the page. */
export function sendEvent<E extends keyof ShellEvents>(to: WebContents, event: E, detail: ShellEvents[E]): void {
  if (!to.isDestroyed()) to.send(`event:${event}`, detail);
}
