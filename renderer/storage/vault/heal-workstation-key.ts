import { OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Bytes } from '../bytes';
import type { Shell } from '../shell';
import { deviceSecretIfThere } from './device-secret';
import { unwrapEpoch, wrapWorkstation } from './open-keys';
import type { VaultFile } from './vault-file';
import type { VaultShelf } from './vault-shelf';
import { unwrap, wrappingKey } from './wrapping';

/**
 * Wraps the workstation key anew where it no longer opens under this PC's device secret: after a restore on another PC
 * or a lost keyring nobody could declare an outage without signing in.
 */
export async function healWorkstationKey({
  shell,
  shelf,
  file,
  root,
}: {
  readonly shell: Shell;
  readonly shelf: VaultShelf;
  readonly file: VaultFile;
  readonly root: Bytes;
}): Promise<void> {
  const secret = await deviceSecretIfThere(shell);
  if (!secret) return;
  const { vault, workstationKey } = file;
  if (
    workstationKey &&
    (await unwrap(await wrappingKey(secret, 'workstation-wrap'), workstationKey, `${vault}/workstation`))
  )
    return;
  const epoch = file.epochs.find((item) => item.epoch === OPEN_EPOCH);
  if (!epoch) return;
  const key = await unwrapEpoch(vault, epoch, root);
  await shelf.store({ ...file, workstationKey: await wrapWorkstation(vault, key, secret) });
  key.fill(0);
}
