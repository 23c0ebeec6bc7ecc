import { PortFailure } from '../../app/ports';
import { type Bytes, fromBase64 } from '../bytes';
import { startWorker } from '../trusted-worker';
import argon2WorkerUrl from './argon2-worker?worker&url';
import { normalSecret } from './secret-rules';
import type { Argon2Kdf } from './vault-file';

/** Makes a key's raw material from something a person remembers; slow on purpose. */
export type Stretch = (secret: string, kdf: Argon2Kdf) => Promise<Bytes>;

/** Argon2id off the page: 64 MiB and half a second would freeze the screen. */
export const stretchInWorker: Stretch = (secret, kdf) =>
  new Promise((resolve, reject) => {
    // A worker for each time: its memory, with the secret in it, goes when it ends.
    const worker = startWorker(new URL(argon2WorkerUrl, import.meta.url));
    const done = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Bytes | null>) =>
      done(() => (data ? resolve(data) : reject(new PortFailure('damaged', "Argon2 refused the slot's parameters")))),
    );
    worker.addEventListener('error', (event) => done(() => reject(new Error(`Argon2 worker: ${event.message}`))));
    worker.postMessage({
      secret: normalSecret(secret),
      salt: fromBase64(kdf.salt),
      memoryKiB: kdf.memoryKiB,
      passes: kdf.passes,
      lanes: kdf.lanes,
    });
  });
