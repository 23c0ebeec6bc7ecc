import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ensureFolder, inTurn, moveAside, readIfThere, writeAtomically } from '../disk/atomic-file';
import { ShellFailure } from '../disk/shell-failure';
import { parseObject } from '../journal/sealed-line';
import { judgeKeyring, type Keyring, type KeyringState } from './keyring';

const secretBytes = 32;
const fileName = 'device-secret.json';

/** Name under which the page asks for the workstation key's secret; no slot of a person has it. */
export const workstationSlot = 'workstation';

/**
 * The secret that ties PIN slots to this PC: without it six digits would be guessed in days (security study 2.1). It
 * stays here: each slot gets its own derivation, so that one asked for under another name is of no use for guessing.
 */
export interface DeviceSecret {
  state(): KeyringState;
  /**
   * 32 bytes, base64, the same for a slot as long as the secret lives. Throws device-secret-missing when there is none
   * or the keyring no longer opens it; with `make` a new one is made then, and the old file is kept aside.
   */
  forSlot(slot: string, make: boolean): Promise<string>;
  /** Seed of this PC's signing key, for the main process only; undefined while there is no secret that opens. */
  forCheckpoints(): Promise<Buffer | undefined>;
}

/** Opens the device secret kept in `folder`, wrapped by the system's keyring. */
export function openDeviceSecret(options: {
  readonly folder: string;
  readonly keyring: Keyring;
  readonly allowUnsafe: boolean;
  readonly now: () => Date;
  readonly log: (code: string, detail?: Readonly<Record<string, string>>) => void;
}): DeviceSecret {
  const { keyring, log } = options;
  const path = join(options.folder, fileName);
  const turn = <T>(work: () => Promise<T>) => inTurn(`device secret ${path}`, work);
  const state = () => judgeKeyring(keyring, options.allowUnsafe);
  let known: string | undefined;

  async function unwrap(): Promise<string | undefined> {
    if (known !== undefined) return known;
    const bytes = await readIfThere(path);
    if (!bytes) return undefined;
    prepare();
    const stored = parseObject(bytes.toString('utf8'));
    const backend = String(stored?.['backend']);
    const changed = backend !== keyring.backend();
    if (changed) log('keyring.changed', { from: backend, to: keyring.backend() });
    const secret = tryUnwrap(stored?.['wrapped']);
    if (secret === undefined) {
      log('keyring.secret-unreadable', { from: backend, to: keyring.backend() });
      return undefined;
    }
    // Written anew at once, while both the old and the new keyring still open it.
    if (changed) await store(secret);
    known = secret;
    return secret;
  }

  function tryUnwrap(wrapped: unknown): string | undefined {
    if (typeof wrapped !== 'string') return undefined;
    try {
      const secret = keyring.unwrap(Buffer.from(wrapped, 'base64'));
      return Buffer.from(secret, 'base64').length === secretBytes ? secret : undefined;
    } catch {
      return undefined;
    }
  }

  async function store(secret: string): Promise<void> {
    const wrapped = keyring.wrap(secret).toString('base64');
    await ensureFolder(options.folder);
    await writeAtomically(path, JSON.stringify({ format: 1, backend: keyring.backend(), wrapped }));
  }

  async function renew(): Promise<string> {
    if (await readIfThere(path)) await moveAside(path, 'unreadable', options.now());
    prepare();
    const secret = randomBytes(secretBytes).toString('base64');
    await store(secret);
    known = secret;
    return secret;
  }

  function prepare(): void {
    if (!keyring.available() && state().keyringAllowed) keyring.allowPlain();
  }

  return {
    state,
    forSlot: (slot, make) =>
      turn(async () => {
        const secret = (await unwrap()) ?? (make ? await renew() : undefined);
        if (secret === undefined) throw new ShellFailure('device-secret-missing', 'no secret this keyring opens');
        return derive(secret, `device-secret/${slot}`).toString('base64');
      }),
    forCheckpoints: () =>
      turn(async () => {
        if (!state().keyringAllowed) return undefined;
        const secret = await unwrap();
        // Under a prefix that no slot's name can reach: the page asks for slots.
        return secret === undefined ? undefined : derive(secret, 'checkpoint-key');
      }),
  };
}

function derive(secret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `downtime-box/${label}/v1`, secretBytes));
}
