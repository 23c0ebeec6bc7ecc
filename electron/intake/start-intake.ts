import type { IntakeState } from '../ipc/contract';
import type { Log } from '../log';
import { MllpListener } from '../mllp/listener';
import type { Policy } from '../policy';
import { FolderWatch } from './folder-watch';
import { type Inbox, openInbox } from './inbox';
import type { BoxContent } from './sealed-box';

/** What comes in by itself. */
export interface IntakeRoom {
  state(): Promise<IntakeState>;
  useKey(publicKey: Uint8Array): Promise<void>;
  next(): Promise<readonly { readonly n: number; readonly box: Uint8Array }[]>;
  settle(n: number): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What the intake needs. */
export interface IntakeOptions {
  /** Where the sealed boxes wait. */
  readonly folder: string;
  readonly policy: Pick<Policy, 'watchedFolder' | 'mllp'>;
  /** Runs a write unless the disk is too full for one. */
  readonly write: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => Date;
  readonly tell: (state: IntakeState) => void;
  readonly log: Log;
}

const LOOK_EVERY_MS = 15_000;
const REST_MS = 2_000;
const PAGE_BYTES = 64 * 1024 * 1024;
const TELL_EVERY_MS = 500;

/** Opens the intake. Folder, address and senders come from policy and nowhere else: no page can point them elsewhere. */
export function openIntake({ folder, policy, write, now, tell, log }: IntakeOptions): IntakeRoom {
  const inbox = openInbox(folder);
  // Whoever asks gets the failure.
  inbox.catch(() => log('error', 'intake.not-open'));
  let opened: Inbox | undefined;
  let telling: NodeJS.Timeout | undefined;
  const changed = (): void => {
    telling ??= setTimeout(() => {
      telling = undefined;
      void state().then(tell, () => undefined);
    }, TELL_EVERY_MS);
  };
  const keep = async (contents: readonly BoxContent[]): Promise<void> => {
    const box = await inbox;
    await write(() => box.put(contents));
    changed();
  };
  const watch =
    policy.watchedFolder === null
      ? undefined
      : new FolderWatch({
          folder: policy.watchedFolder,
          notes: folder,
          everyMs: LOOK_EVERY_MS,
          restMs: REST_MS,
          now,
          ready: () => opened?.keyed === true,
          keep,
          changed,
          log: (code) => log('warn', code),
        });
  const listener =
    policy.mllp === null
      ? undefined
      : new MllpListener({
          ...policy.mllp,
          keep: (messages) => {
            const at = now().toISOString();
            return keep(
              messages.map((bytes) => ({
                source: 'feed' as const,
                at,
                files: [{ name: 'message.hl7', modifiedAt: at, bytes }],
              })),
            );
          },
          now,
          changed,
          log: (code, detail) => log('warn', code, detail),
        });
  const state = async (): Promise<IntakeState> => {
    const { keyed, waiting, lastAt } = await inbox;
    return {
      keyed,
      waiting,
      lastAt,
      folder: watch && policy.watchedFolder !== null ? { path: policy.watchedFolder, ...watch.state } : null,
      feed:
        listener && policy.mllp ? { address: policy.mllp.address, port: policy.mllp.port, ...listener.state } : null,
    };
  };
  return {
    state,
    useKey: async (publicKey) => (await inbox).useKey(publicKey),
    next: async () => (await inbox).next(PAGE_BYTES),
    settle: async (n) => {
      await (await inbox).settle(n);
      changed();
    },
    async start() {
      opened = await inbox;
      await Promise.all([watch?.start(), listener?.start()]);
    },
    async stop() {
      clearTimeout(telling);
      await Promise.all([watch?.stop(), listener?.stop()]);
      await (await inbox).close();
    },
  };
}
