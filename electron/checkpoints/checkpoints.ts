import { inTurn } from '../disk/atomic-file';
import type { CheckpointReading, SignedCheckpoint } from '../ipc/contract';
import type { CheckpointKey } from '../keys/checkpoint-key';
import { type Checkpoint, type CheckpointHead, signedText } from './checkpoint';
import { openCheckpointList } from './checkpoint-list';

/** Signs the ends of the chains from time to time, so that a record whose end was cut off is noticed. */
export interface Checkpoints {
  /** So many entries were appended. */
  appended(entries: number): void;
  /** Signs what is not signed yet. Never throws. */
  settle(): Promise<void>;
  /** The newest `last` checkpoints, or all, with what their signatures are worth. */
  read(last?: number): Promise<CheckpointReading>;
}

const afterEntries = 100;
const afterMs = 60_000;
/** So many signatures are checked before others get their turn. */
const atOnce = 100;

/** Opens the checkpoints. `key`: undefined while this PC has no secret that its keyring opens; then nothing is signed. */
export function openCheckpoints(options: {
  readonly folder: string;
  readonly copyPath: string;
  readonly key: () => Promise<CheckpointKey | undefined>;
  /** Where the chains end on disk for certain. */
  readonly heads: () => Promise<readonly CheckpointHead[]>;
  readonly now: () => Date;
  readonly log: (code: string) => void;
}): Checkpoints {
  const { key: openKey, log } = options;
  const list = openCheckpointList(options);
  let unsigned = 0;
  let timer: NodeJS.Timeout | undefined;

  function sign(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return inTurn(`checkpoints ${options.folder}`, async () => {
      if (unsigned === 0) return;
      // Where nothing can be signed, not every single append shall try: the next hundred or the next minute do.
      unsigned = 1;
      try {
        const key = await openKey();
        if (!key) return;
        const heads = await options.heads();
        const at = options.now().toISOString();
        await list.append(({ n, prev }) => {
          const body = { n: n + 1, at, heads, prev, key: key.fingerprint };
          return { ...body, signature: key.sign(signedText(body)) };
        });
        unsigned -= 1;
      } catch {
        // The record itself is not touched by this.
        log('checkpoint.not-signed');
      }
    });
  }

  return {
    appended(entries) {
      unsigned += entries;
      if (unsigned >= afterEntries) return void sign();
      if (timer) return;
      timer = setTimeout(() => void sign(), afterMs);
      timer.unref();
    },
    settle: sign,
    async read(last) {
      const { checkpoints, problems } = await list.read();
      const key = await openKey().catch(() => undefined);
      const wanted = last === undefined ? checkpoints : checkpoints.slice(-last);
      const judged: SignedCheckpoint[] = [];
      for (const one of wanted) {
        judged.push(judge(one, key));
        if (judged.length % atOnce === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      return { checkpoints: judged, signed: checkpoints.length, problems };
    },
  };
}

function judge(checkpoint: Checkpoint, key: CheckpointKey | undefined): SignedCheckpoint {
  const { n, at, heads } = checkpoint;
  if (checkpoint.key !== key?.fingerprint) return { n, at, heads, signature: 'unknown-key' };
  return { n, at, heads, signature: key.verify(signedText(checkpoint), checkpoint.signature) ? 'good' : 'bad' };
}
