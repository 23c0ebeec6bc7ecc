import { PortFailure } from '../../app/ports';
import { type Bytes, fromBase64 } from '../bytes';
import type { Shell } from '../shell';

/** What this PC adds to a slot's key, or why the shell did not give it. */
export type DeviceSecretAnswer =
  | { readonly ok: true; readonly secret: Bytes }
  | { readonly ok: false; readonly refused: 'wait' | 'closed' | 'keyring-unsafe'; readonly waitMs: number };

/** The shell's name for the workstation key, which needs no secret of a person and counts no attempts. */
export const WORKSTATION_SLOT = 'workstation';

/**
 * Asks the shell, which counts an attempt on `slot` before it answers. Throws PortFailure device-secret-missing; with
 * `make` a new one is made instead, which ends every PIN of this PC: only where there is none yet.
 */
export async function askDeviceSecret(shell: Shell, slot: string, make = false): Promise<DeviceSecretAnswer> {
  const reply = await shell.call('vault.deviceSecret', { slot, make });
  if ('refused' in reply) return { ok: false, refused: reply.refused, waitMs: reply.waitMs };
  return { ok: true, secret: fromBase64(reply.secret) };
}

/** For the workstation key: undefined where there is none to be had; people then sign in with a passphrase. */
export async function deviceSecretIfThere(shell: Shell): Promise<Bytes | undefined> {
  try {
    const answer = await askDeviceSecret(shell, WORKSTATION_SLOT);
    return answer.ok ? answer.secret : undefined;
  } catch (error) {
    if (error instanceof PortFailure) return undefined;
    throw error;
  }
}
