import type { Clock } from '../../app/ports';
import { invariant } from '../../domain/basics/assert-never';
import { type Bytes, fromBase64, toBase64 } from '../bytes';
import { recoveryMaterial } from './recovery-code';
import { normalSecret } from './secret-rules';
import type { Stretch } from './stretch';
import type { Argon2Kdf, HkdfKdf, Slot, VaultPerson } from './vault-file';
import { slotBinding, slotKey, unwrap, wrap } from './wrapping';

/** Cost of a new slot's Argon2id. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** 64 MiB and three passes: about half a second on a ward PC (security.md 2.1). */
export const ARGON2_COST: Argon2Cost = { memoryKiB: 64 * 1024, passes: 3 };

const SALT_BYTES = 16;

/** What a new slot is made of. */
export interface NewSlot {
  readonly id: string;
  readonly vault: string;
  readonly kind: Slot['kind'];
  readonly person: VaultPerson | undefined;
  readonly secret: string;
  readonly createdBy: string;
  readonly deviceSecret?: Bytes;
}

/** Makes and opens slots. */
export interface SlotSmith {
  make(slot: NewSlot, root: Bytes): Promise<Slot>;
  /** The root key; undefined where the secret is wrong. */
  open(
    vault: string,
    slot: Slot,
    person: VaultPerson | undefined,
    secret: string,
    deviceSecret?: Bytes,
  ): Promise<Bytes | undefined>;
}

export function createSlotSmith({
  stretch,
  cost,
  clock,
}: {
  stretch: Stretch;
  cost: Argon2Cost;
  clock: Clock;
}): SlotSmith {
  const material = (secret: string, kdf: Slot['kdf']): Promise<Bytes> | Bytes =>
    kdf.name === 'hkdf' ? recoveryMaterial(secret) : stretch(normalSecret(secret), kdf);

  const keyOf = async (secret: string, kdf: Slot['kdf'], deviceSecret: Bytes | undefined): Promise<CryptoKey> =>
    slotKey(await material(secret, kdf), deviceSecret, fromBase64(kdf.salt));

  return {
    async make({ id, vault, kind, person, secret, createdBy, deviceSecret }, root) {
      invariant(
        (kind !== 'pin' && kind !== 'break-glass') || deviceSecret,
        'a PIN or break-glass slot always needs the device secret',
      );
      const draft = {
        id,
        kind,
        person: person?.id ?? null,
        kdf: kind === 'recovery-code' || kind === 'break-glass' ? hkdf() : argon2(cost),
        device: deviceSecret !== undefined,
        createdAt: clock.now(),
        createdBy,
      };
      const key = await keyOf(secret, draft.kdf, deviceSecret);
      return { ...draft, root: await wrap(key, root, slotBinding(vault, draft, person)) };
    },

    async open(vault, slot, person, secret, deviceSecret) {
      // Argon2 takes no empty secret; it is a wrong one, not a damaged slot.
      if (normalSecret(secret) === '') return undefined;
      const { root, ...bound } = slot;
      return unwrap(await keyOf(secret, slot.kdf, deviceSecret), root, slotBinding(vault, bound, person));
    },
  };
}

function argon2({ memoryKiB, passes }: Argon2Cost): Argon2Kdf {
  return { name: 'argon2id', memoryKiB, passes, lanes: 1, salt: newSalt() };
}

function hkdf(): HkdfKdf {
  return { name: 'hkdf', salt: newSalt() };
}

function newSalt(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}
