import type { Bridge } from '../electron/ipc/contract';

declare global {
  interface Window {
    /** Exposed by the preload; see electron/ipc/contract.ts. */
    readonly downtimeBox: Bridge;
  }
  /** Built for the end-to-end tests; see vite.config.ts. */
  const __E2E__: boolean;
}
