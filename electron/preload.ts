import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { type Bridge, contract, type ShellEvents } from './ipc/contract';

const events: { readonly [E in keyof ShellEvents]: true } = {
  'lock-requested': true,
  'space-changed': true,
  'second-journal-changed': true,
  'intake-changed': true,
};

// The names are checked here as well as in the main process: the page can reach no channel that is not in the contract.
const bridge: Bridge = {
  invoke(channel, args) {
    if (!Object.hasOwn(contract, channel)) return Promise.resolve({ ok: false, code: 'bad-argument' });
    return ipcRenderer.invoke(channel, args);
  },
  on(event, listener) {
    if (!Object.hasOwn(events, event)) return () => undefined;
    const forward = (_event: IpcRendererEvent, detail: Parameters<typeof listener>[0]) => listener(detail);
    ipcRenderer.on(`event:${event}`, forward);
    return () => {
      ipcRenderer.off(`event:${event}`, forward);
    };
  },
};

contextBridge.exposeInMainWorld('downtimeBox', bridge);
