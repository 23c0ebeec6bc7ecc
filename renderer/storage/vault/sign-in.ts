import type { Person, SignInRefusal } from '../../app/ports';
import { type Result, ok, refuse } from '../../domain/basics/result';
import type { Bytes } from '../bytes';
import type { Shell } from '../shell';
import { askDeviceSecret } from './device-secret';
import { isPrivateKey, openItSlot } from './it-key';
import { readRecoveryCode } from './recovery-code';
import type { SlotSmith } from './slots';
import type { Slot, VaultFile } from './vault-file';

/** Who a secret proved to be, and the root key it opened. */
export interface Opened {
  readonly person: Person;
  readonly slot: Slot;
  readonly root: Bytes;
}

/** Finds the slot a secret opens. */
export interface SignIn {
  withPin(file: VaultFile, person: string, pin: string): Promise<Result<Opened, SignInRefusal>>;
  withPassphrase(
    file: VaultFile,
    person: string | undefined,
    passphrase: string,
  ): Promise<Result<Opened, SignInRefusal>>;
  withRecoveryCode(file: VaultFile, typed: string): Promise<Result<Opened, SignInRefusal>>;
}

/** The code proves possession of a paper, not who holds it: entries written under it say just that. */
export const RECOVERY_PERSON: Person = { id: 'recovery-code', name: 'Recovery code', role: 'manager', hasPin: false };

/** The hospital's IT with the private half of its recovery key. */
export const IT_PERSON: Person = { id: 'it-recovery-key', name: 'IT recovery key', role: 'manager', hasPin: false };

// Strikes are counted on PIN slots only: a passphrase or code of this length is not guessed, and a counter on the
// last way in could lock everybody out.
const WRONG: SignInRefusal = { code: 'wrong-secret', strikesLeft: Number.POSITIVE_INFINITY, waitMs: 0 };

export function createSignIn(shell: Shell, smith: SlotSmith): SignIn {
  const tryAll = async (
    file: VaultFile,
    slots: readonly Slot[],
    secret: string,
  ): Promise<Result<Opened, SignInRefusal>> => {
    for (const slot of slots) {
      const owner = file.people.find(({ id }) => id === slot.person);
      const root = await smith.open(file.vault, slot, owner, secret);
      if (root) return ok({ person: owner ? asPerson(file, owner.id) : RECOVERY_PERSON, slot, root });
    }
    return refuse(WRONG);
  };

  return {
    async withPin(file, person, pin) {
      const owner = file.people.find(({ id }) => id === person);
      const slot = file.slots.find((one) => one.kind === 'pin' && one.person === person);
      if (!owner || !slot) return refuse({ code: 'unknown-person' });
      const info = await shell.call('shell.info');
      if (!info.keyringSafe && !info.keyringAllowed) return refuse({ code: 'keyring-unsafe' });
      const device = await askDeviceSecret(shell, slot.id);
      if (!device.ok) {
        if (device.refused === 'wait') return refuse({ code: 'wait', waitMs: device.waitMs });
        return refuse({ code: device.refused === 'closed' ? 'slot-closed' : 'keyring-unsafe' });
      }
      const root = await smith.open(file.vault, slot, owner, pin, device.secret);
      if (root) {
        await shell.call('vault.attemptSucceeded', { slot: slot.id });
        return ok({ person: asPerson(file, owner.id), slot, root });
      }
      const { left, waitMs } = await shell.call('vault.strikes', { slot: slot.id });
      return refuse({ code: 'wrong-secret', strikesLeft: left, waitMs });
    },

    async withPassphrase(file, person, passphrase) {
      if (person === undefined && isPrivateKey(passphrase)) {
        for (const slot of file.slots) {
          const root = await openItSlot(file.vault, slot, passphrase);
          if (root) return ok({ person: IT_PERSON, slot, root });
        }
        return refuse(WRONG);
      }
      if (person !== undefined && !file.people.some(({ id }) => id === person))
        return refuse({ code: 'unknown-person' });
      const slots = file.slots.filter(
        (slot) => slot.kind === 'passphrase' && (person === undefined || slot.person === person),
      );
      return slots.length === 0 ? refuse({ code: 'unknown-person' }) : tryAll(file, slots, passphrase);
    },

    async withRecoveryCode(file, typed) {
      const code = readRecoveryCode(typed);
      if (code === undefined) return refuse(WRONG);
      return tryAll(
        file,
        file.slots.filter((slot) => slot.kind === 'recovery-code'),
        code,
      );
    },
  };
}

/** A person of the file as the app sees them. */
export function asPerson(file: VaultFile, id: string): Person {
  const found = file.people.find((person) => person.id === id);
  if (!found) return RECOVERY_PERSON;
  const hasPassphrase = file.slots.some((slot) => slot.kind === 'passphrase' && slot.person === id);
  const { name, role, breakGlass } = found;
  return { id, name, role, hasPin: hasPin(file, id), hasPassphrase, ...(breakGlass ? { breakGlass } : {}) };
}

/** Whether a person signs in with a PIN at this PC. */
export function hasPin(file: VaultFile, person: string): boolean {
  return file.slots.some((slot) => slot.kind === 'pin' && slot.person === person);
}
