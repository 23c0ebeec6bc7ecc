import type { BreakGlassRefusal, Clock, EnrolRefusal, Ids, Vault } from '../../app/ports';
import { type Result, ok, refuse } from '../../domain/basics/result';
import type { Shell } from '../shell';
import { askDeviceSecret, type DeviceSecretAnswer, WORKSTATION_SLOT } from './device-secret';
import { isManager } from './enrolment';
import type { OpenKeys } from './open-keys';
import { newRecoveryCode, readRecoveryCode } from './recovery-code';
import { asPerson, type Opened } from './sign-in';
import type { SlotSmith } from './slots';
import type { VaultFile, VaultPerson } from './vault-file';
import type { VaultShelf } from './vault-shelf';

/** As many envelopes as a ward keeps in one safe; more are more to lose. */
export const MAX_BREAK_GLASS = 10;

/** One-time codes: made by a manager, each opens the vault once, at this PC only. */
export interface BreakGlass {
  make: Vault['makeBreakGlass'];
  /** Burns the code's slot in both copies of the file before it answers. */
  use(
    file: VaultFile,
    input: Parameters<Vault['breakGlass']>[0],
  ): Promise<Result<{ readonly file: VaultFile; readonly opened: Opened }, BreakGlassRefusal>>;
  /** Whether it is the code this session was opened with: the paper still in the hand of who signs. */
  proves(person: string, secret: string): boolean;
  forget(): void;
}

export function createBreakGlass({
  shell,
  shelf,
  smith,
  keys,
  clock,
  ids,
  signedInAs,
}: {
  readonly shell: Shell;
  readonly shelf: VaultShelf;
  readonly smith: SlotSmith;
  readonly keys: OpenKeys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly signedInAs: () => string | undefined;
}): BreakGlass {
  let session: { readonly person: string; readonly code: string } | undefined;

  // Under the workstation's name, whose tries are not counted: 125 random bits are not guessed, and a counter here would
  // let anybody close the way in that must stay open.
  const deviceSecret = async (make: boolean): Promise<DeviceSecretAnswer> => {
    const info = await shell.call('shell.info');
    if (!info.keyringSafe && !info.keyringAllowed) return { ok: false, refused: 'keyring-unsafe', waitMs: 0 };
    return askDeviceSecret(shell, WORKSTATION_SLOT, make);
  };

  return {
    async make(count): Promise<Result<readonly string[], EnrolRefusal>> {
      const file = await shelf.load();
      const createdBy = signedInAs();
      if (!file || createdBy === undefined) return refuse({ code: 'locked' });
      if (!isManager(file, createdBy)) return refuse({ code: 'not-manager' });
      const there = file.slots.filter(({ kind }) => kind === 'break-glass').length;
      if (!Number.isInteger(count) || count < 1 || there + count > MAX_BREAK_GLASS)
        return refuse({ code: 'too-many-codes', max: MAX_BREAK_GLASS, there });
      const device = await deviceSecret(!file.slots.some((slot) => slot.device));
      if (!device.ok) return refuse({ code: 'keyring-unsafe' });
      const root = await keys.copyRoot();
      if (!root) return refuse({ code: 'locked' });
      const codes = Array.from({ length: count }, newRecoveryCode);
      const about = { vault: file.vault, kind: 'break-glass', person: undefined, createdBy } as const;
      const slots = await Promise.all(
        codes.map((code) =>
          smith.make(
            { ...about, id: ids.newId(), secret: readRecoveryCode(code) ?? '', deviceSecret: device.secret },
            root,
          ),
        ),
      );
      root.fill(0);
      await shelf.store({ ...file, slots: [...file.slots, ...slots] });
      return ok(codes);
    },

    async use(file, input) {
      const name = input.name.trim();
      if (name === '') return refuse({ code: 'name-missing' });
      if (input.reason.trim() === '') return refuse({ code: 'reason-missing' });
      const code = readRecoveryCode(input.code);
      if (code === undefined) return refuse({ code: 'wrong-code' });
      const device = await deviceSecret(false);
      if (!device.ok) return refuse({ code: 'keyring-unsafe' });
      for (const slot of file.slots.filter(({ kind }) => kind === 'break-glass')) {
        const root = await smith.open(file.vault, slot, undefined, code, device.secret);
        if (!root) continue;
        const id = ids.newId();
        const person: VaultPerson = {
          id,
          name,
          role: input.role,
          createdAt: clock.now(),
          createdBy: id,
          breakGlass: true,
        };
        const people = [...file.people, person];
        const burnt = { ...file, people, slots: file.slots.filter((one) => one !== slot) };
        // Before anything opens: killed right after, the code must not open a second time.
        await shelf.store(burnt);
        session = { person: id, code };
        return ok({ file: burnt, opened: { person: asPerson(burnt, id), slot, root } });
      }
      return refuse({ code: 'wrong-code' });
    },

    proves: (person, secret) => session?.person === person && readRecoveryCode(secret) === session.code,
    forget: () => (session = undefined),
  };
}
