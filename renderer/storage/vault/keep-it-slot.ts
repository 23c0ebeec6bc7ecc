import type { Clock, Ids } from '../../app/ports';
import type { Bytes } from '../bytes';
import type { Shell } from '../shell';
import { itKeyName, makeItSlot } from './it-key';
import type { VaultShelf } from './vault-shelf';

/**
 * Makes the slot for the public key IT's policy names, whenever somebody signs in and it is not there yet. A policy that
 * names none takes no slot away: a policy file with a mistake in it must not cost the hospital its way in.
 */
export async function keepItSlot({
  shell,
  shelf,
  clock,
  ids,
  root,
}: {
  readonly shell: Shell;
  readonly shelf: VaultShelf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly root: Bytes;
}): Promise<void> {
  const { policy } = await shell.call('shell.info');
  const publicKey = policy?.values['recoveryPublicKey'];
  const file = await shelf.load();
  if (typeof publicKey !== 'string' || !file) return;
  const name = await itKeyName(publicKey);
  if (file.slots.some(({ sealedTo }) => sealedTo?.key === name)) return;
  const about = { id: ids.newId(), vault: file.vault, createdAt: clock.now(), createdBy: file.createdBy };
  const slot = await makeItSlot(about, publicKey, root);
  await shelf.store({ ...file, slots: [...file.slots.filter(({ kind }) => kind !== 'it-key'), slot] });
}
