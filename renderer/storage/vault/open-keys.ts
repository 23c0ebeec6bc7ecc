import { PortFailure } from '../../app/ports';
import { OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Bytes } from '../bytes';
import type { Keyring } from '../keyring';
import type { VaultFile, Wrapped, WrappedEpoch } from './vault-file';
import { dataKey, newKeyBytes, unwrap, wrap, wrappingKey } from './wrapping';

/** The keys in memory: what the vault file's wraps opened to. */
export interface OpenKeys extends Omit<Keyring, 'vault' | 'device'> {
  /** Opens every data key under the root. Throws PortFailure damaged. */
  adoptRoot(file: VaultFile, root: Bytes): Promise<void>;
  /** A new data key for use; answers it wrapped under the root, undefined while locked. */
  make(vault: string, epoch: number): Promise<Wrapped | undefined>;
  forget(epoch: number): void;
  /** Opens the workstation key under the device secret. */
  adoptWorkstation(file: VaultFile, deviceSecret: Bytes): Promise<boolean>;
  /** The root key for making another slot; undefined while locked. The caller wipes it. */
  copyRoot(): Promise<Bytes | undefined>;
  hasWorkstation(): boolean;
  /** Forgets all but the workstation key. */
  lock(): void;
}

export function createOpenKeys(): OpenKeys {
  const keys = new Map<number, CryptoKey>();
  // Extractable, because wrapping it for another person's slot is the one thing an unlocked vault must do with it.
  // Data keys, which everything else uses, are not.
  let root: CryptoKey | undefined;
  let epoch: number | undefined;

  return {
    get epoch() {
      return epoch;
    },
    key: (of) => keys.get(of),
    hasWorkstation: () => keys.has(OPEN_EPOCH),
    async adoptRoot(file, bytes) {
      const opened = await Promise.all(
        file.epochs.map(
          async (item) => [item.epoch, await dataKey(await unwrapEpoch(file.vault, item, bytes))] as const,
        ),
      );
      root = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt']);
      for (const [number, key] of opened) keys.set(number, key);
      epoch = Math.max(...file.epochs.filter(({ book }) => book === undefined).map((item) => item.epoch));
    },
    async make(vault, of) {
      const under = root && new Uint8Array(await crypto.subtle.exportKey('raw', root));
      if (!under) return undefined;
      const bytes = newKeyBytes();
      const wrapped = await wrapEpoch(vault, of, bytes, under);
      keys.set(of, await dataKey(bytes));
      for (const secret of [bytes, under]) secret.fill(0);
      return wrapped;
    },
    forget: (of) => void keys.delete(of),
    async adoptWorkstation({ vault, workstationKey }, deviceSecret) {
      if (!workstationKey) return false;
      const bytes = await unwrap(await workstationWrapping(deviceSecret), workstationKey, workstationBinding(vault));
      if (bytes) keys.set(OPEN_EPOCH, await dataKey(bytes));
      return bytes !== undefined;
    },
    async copyRoot() {
      return root && new Uint8Array(await crypto.subtle.exportKey('raw', root));
    },
    lock() {
      root = undefined;
      epoch = undefined;
      for (const number of keys.keys()) if (number !== OPEN_EPOCH) keys.delete(number);
    },
  };
}

/** A data key under the root. */
export async function wrapEpoch(vault: string, epoch: number, key: Bytes, root: Bytes): Promise<Wrapped> {
  return wrap(await epochWrapping(root), key, epochBinding(vault, epoch));
}

/** A data key back from under the root. Throws PortFailure damaged: the root was right, so the file is not. */
export async function unwrapEpoch(vault: string, { epoch, wrapped }: WrappedEpoch, root: Bytes): Promise<Bytes> {
  const bytes = await unwrap(await epochWrapping(root), wrapped, epochBinding(vault, epoch));
  if (!bytes) throw new PortFailure('damaged', `data key ${epoch} does not open under the root key`);
  return bytes;
}

/** The workstation key under this PC's device secret. */
export async function wrapWorkstation(vault: string, key: Bytes, deviceSecret: Bytes): Promise<Wrapped> {
  return wrap(await workstationWrapping(deviceSecret), key, workstationBinding(vault));
}

function epochWrapping(root: Bytes): Promise<CryptoKey> {
  return wrappingKey(root, 'epoch-wrap');
}

function workstationWrapping(deviceSecret: Bytes): Promise<CryptoKey> {
  return wrappingKey(deviceSecret, 'workstation-wrap');
}

function epochBinding(vault: string, epoch: number): string {
  return `${vault}/epoch/${epoch}`;
}

function workstationBinding(vault: string): string {
  return `${vault}/workstation`;
}
