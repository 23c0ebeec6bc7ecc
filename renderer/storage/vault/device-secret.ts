import { PortFailure } from '../../app/ports';
import { type Bytes, fromBase64 } from '../bytes';
import type { Shell } from '../shell';

/** The device secret, or why the shell did not give it. */
export type DeviceSecretAnswer =
  | { readonly ok: true; readonly secret: Bytes }
  | { readonly ok: false; readonly refused: 'wait' | 'closed' | 'keyring-unsafe'; readonly waitMs: number };

/** Asks the shell, which counts an attempt on `slot` before it answers. Throws PortFailure device-secret-missing. */
export async function askDeviceSecret(shell: Shell, slot?: string): Promise<DeviceSecretAnswer> {
  const reply = await shell.call('vault.deviceSecret', { slot });
  if ('refused' in reply) return { ok: false, refused: reply.refused, waitMs: reply.waitMs };
  return { ok: true, secret: fromBase64(reply.secret) };
}

// The shell makes a new secret where none opens when it is asked without a slot, and a new secret ends every PIN here.
// Opening the workstation key must never do that (a keyring may only be locked for a moment), so it asks under a name.
const WORKSTATION_SLOT = 'workstation';

/** For the workstation key: undefined where there is none to be had; people then sign in with a passphrase. */
export async function deviceSecretIfThere(shell: Shell): Promise<Bytes | undefined> {
  try {
    const answer = await askDeviceSecret(shell, WORKSTATION_SLOT);
    if (!answer.ok) return undefined;
    await shell.call('vault.attemptSucceeded', { slot: WORKSTATION_SLOT });
    return answer.secret;
  } catch (error) {
    if (error instanceof PortFailure) return undefined;
    throw error;
  }
}
