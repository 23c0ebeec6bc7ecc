import { OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Bytes } from '../bytes';
import type { Shell } from '../shell';
import { askDeviceSecret, WORKSTATION_SLOT } from '../vault/device-secret';
import { unwrapEpoch, wrapWorkstation } from '../vault/open-keys';
import type { VaultFile } from '../vault/vault-file';
import type { VaultShelf } from '../vault/vault-shelf';

interface Needs {
  readonly shell: Shell;
  readonly shelf: VaultShelf;
  readonly newId: () => string;
}

/**
 * Writes the vault file with no way in, before any entry: the journal's files name their vault in the first line, and a
 * restore that is cut short must not look finished. A new device id, because the old PC may go on writing: two PCs with
 * one chain would fork it.
 */
export async function beginVault(
  { shelf, newId }: Needs,
  file: VaultFile,
  workstation: string | undefined,
): Promise<VaultFile> {
  const device = (await shelf.load())?.device ?? newId();
  const name = workstation?.trim() || file.workstation;
  const begun = { ...file, workstation: name, device, people: [], slots: [], workstationKey: null };
  await shelf.store(begun);
  return begun;
}

/**
 * Opens the vault file for people. PINs and one-time codes stay behind: without the old PC's device secret nobody can
 * open them. Answers how many PINs there were.
 */
export async function finishVault(
  { shell, shelf }: Needs,
  begun: VaultFile,
  file: VaultFile,
  root: Bytes,
): Promise<number> {
  const slots = file.slots.filter(({ device }) => !device);
  const workstationKey = await wrapForThisPc(shell, file, root);
  await shelf.store({ ...begun, people: file.people, slots, workstationKey });
  return file.slots.filter(({ kind }) => kind === 'pin').length;
}

async function wrapForThisPc(shell: Shell, file: VaultFile, root: Bytes): Promise<VaultFile['workstationKey']> {
  const device = await askDeviceSecret(shell, WORKSTATION_SLOT, true);
  const epoch = file.epochs.find((item) => item.epoch === OPEN_EPOCH);
  if (!device.ok || !epoch) return null;
  const key = await unwrapEpoch(file.vault, epoch, root);
  const wrapped = await wrapWorkstation(file.vault, key, device.secret);
  key.fill(0);
  return wrapped;
}
