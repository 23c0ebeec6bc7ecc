import { type Clock, type EnrolRefusal, type Ids, type Person, PortFailure, type Vault } from '../../app/ports';
import { type Result, ok, refuse } from '../../domain/basics/result';
import { OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Bytes } from '../bytes';
import type { Shell } from '../shell';
import { askDeviceSecret, WORKSTATION_SLOT } from './device-secret';
import { keepItSlot } from './keep-it-slot';
import { type OpenKeys, wrapEpoch, wrapWorkstation } from './open-keys';
import { newRecoveryCode, readRecoveryCode } from './recovery-code';
import { refusePassphrase, refusePin } from './secret-rules';
import { asPerson, hasPin, IT_PERSON, RECOVERY_PERSON } from './sign-in';
import type { SlotSmith } from './slots';
import { isUnfinishedRestore, type Slot, VAULT_FORMAT, type VaultFile, type VaultPerson } from './vault-file';
import type { VaultShelf } from './vault-shelf';
import { newKeyBytes } from './wrapping';

interface Needs {
  readonly shell: Shell;
  readonly shelf: VaultShelf;
  readonly smith: SlotSmith;
  readonly keys: OpenKeys;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Person id of who is signed in. */
  readonly signedInAs: () => string | undefined;
}

const FIRST_EPOCH = 1;

/** First set-up and new people. */
export function createEnrolment(needs: Needs): Pick<Vault, 'create' | 'enrol' | 'discardPins'> {
  return {
    create: (input) => createFirst(needs, input),
    enrol: (input) => enrolPerson(needs, input),
    discardPins: () => discardAllPins(needs),
  };
}

async function createFirst(
  { shell, shelf, smith, keys, clock, ids }: Needs,
  input: Parameters<Vault['create']>[0],
): Promise<Result<{ vault: string; recoveryCode: string; person: Person }, EnrolRefusal>> {
  const there = await shelf.load();
  if (there) return refuse({ code: isUnfinishedRestore(there) ? 'restore-unfinished' : 'vault-exists' });
  const [site, ward, workstation, name] = [input.site, input.ward, input.workstation, input.managerName].map((text) =>
    text.trim(),
  );
  if (!site || !ward || !workstation || !name) return refuse({ code: 'name-missing' });
  const weak = refusePassphrase(input.passphrase);
  if (weak) return refuse(weak);

  const [vault, managerId, at] = [ids.newId(), ids.newId(), clock.now()];
  const manager: VaultPerson = { id: managerId, name, role: 'manager', createdAt: at, createdBy: managerId };
  const [root, open, first] = [newKeyBytes(), newKeyBytes(), newKeyBytes()];
  const recoveryCode = newRecoveryCode();
  const device = await askDeviceSecret(shell, WORKSTATION_SLOT, true);
  const slot = { vault, createdBy: managerId };
  const file = {
    format: VAULT_FORMAT,
    vault,
    site,
    ward,
    workstation,
    device: ids.newId(),
    createdAt: at,
    createdBy: managerId,
    people: [manager],
    slots: [
      await smith.make(
        { ...slot, id: ids.newId(), kind: 'passphrase', person: manager, secret: input.passphrase },
        root,
      ),
      await smith.make(
        {
          ...slot,
          id: ids.newId(),
          kind: 'recovery-code',
          person: undefined,
          secret: readRecoveryCode(recoveryCode) ?? '',
        },
        root,
      ),
    ],
    epochs: [
      { epoch: OPEN_EPOCH, wrapped: await wrapEpoch(vault, OPEN_EPOCH, open, root), createdAt: at },
      { epoch: FIRST_EPOCH, wrapped: await wrapEpoch(vault, FIRST_EPOCH, first, root), createdAt: at },
    ],
    workstationKey: device.ok ? await wrapWorkstation(vault, open, device.secret) : null,
  };
  await shelf.store(file);
  await keys.adoptRoot(file, root);
  await keepItSlot({ shell, shelf, clock, ids, root }).catch(() => undefined);
  for (const bytes of [root, open, first]) bytes.fill(0);
  return ok({ vault, recoveryCode, person: asPerson(file, managerId) });
}

async function enrolPerson(
  { shell, shelf, smith, keys, clock, ids, signedInAs }: Needs,
  input: Parameters<Vault['enrol']>[0],
): Promise<Result<Person, EnrolRefusal>> {
  const file = await shelf.load();
  if (!file || keys.epoch === undefined) return refuse({ code: 'locked' });
  const name = input.name.trim();
  if (!name) return refuse({ code: 'name-missing' });
  const by = signedInAs();
  // Whoever gives a PIN could sign with it, under a name nobody has seen.
  if (!isManager(file, by)) return refuse({ code: 'not-manager' });
  const known = file.people.find((person) => !person.breakGlass && sameName(person.name, name));
  const closed = known && (await closedPin(shell, file, known.id));
  const returns = known !== undefined && known.role === input.role && (closed !== undefined || !hasPin(file, known.id));
  if (known && !returns) return refuse({ code: 'person-exists' });
  const weak = refusePin(input.pin);
  if (weak) return refuse(weak);
  const info = await shell.call('shell.info');
  if (!info.keyringSafe && !info.keyringAllowed) return refuse({ code: 'keyring-unsafe' });

  const slotId = ids.newId();
  const device = await secretForNewPin(shell, file, slotId);
  if (!device.ok) return device;

  const createdBy = by ?? file.createdBy;
  const person = known ?? { id: ids.newId(), name, role: input.role, createdAt: clock.now(), createdBy };
  const root = await keys.copyRoot();
  if (!root) return refuse({ code: 'locked' });
  const { vault } = file;
  const slot = await smith.make(
    { id: slotId, vault, kind: 'pin', person, secret: input.pin, createdBy, deviceSecret: device.value },
    root,
  );
  root.fill(0);
  const people = known ? file.people : [...file.people, person];
  const next = { ...file, people, slots: [...file.slots.filter(({ id }) => id !== closed?.id), slot] };
  await shelf.store(next);
  return ok(asPerson(next, person.id));
}

// Ten wrong tries closed it: a new PIN takes its place, in a slot of its own, so that the old one never opens again.
async function closedPin(shell: Shell, file: VaultFile, person: string): Promise<Slot | undefined> {
  const slot = file.slots.find((one) => one.kind === 'pin' && one.person === person);
  if (!slot) return undefined;
  return (await shell.call('vault.strikes', { slot: slot.id })).left === 0 ? slot : undefined;
}

/** Whether who is signed in manages this workstation; the recovery code and IT's key count as one. */
export function isManager(file: VaultFile, person: string | undefined): boolean {
  return (
    person === RECOVERY_PERSON.id ||
    person === IT_PERSON.id ||
    file.people.some(({ id, role }) => id === person && role === 'manager')
  );
}

// A new device secret ends every PIN of this PC, so it is made only where none is left to end. A keyring that is locked
// for a moment then refuses one enrolment instead of shutting out a ward.
async function secretForNewPin(shell: Shell, file: VaultFile, slot: string): Promise<Result<Bytes, EnrolRefusal>> {
  const first = !file.slots.some(({ device }) => device);
  try {
    const device = await askDeviceSecret(shell, slot, first);
    if (!device.ok) return refuse({ code: 'keyring-unsafe' });
    await shell.call('vault.attemptSucceeded', { slot });
    return ok(device.secret);
  } catch (error) {
    if (error instanceof PortFailure && error.code === 'device-secret-missing')
      return refuse({ code: 'device-secret-missing' });
    throw error;
  }
}

async function discardAllPins({ shelf, keys, signedInAs }: Needs): Promise<Result<number, EnrolRefusal>> {
  const file = await shelf.load();
  if (!file || keys.epoch === undefined) return refuse({ code: 'locked' });
  if (!isManager(file, signedInAs())) return refuse({ code: 'not-manager' });
  // One-time codes hang on the same lost secret: left in the file they would only look as if they still opened.
  const slots = file.slots.filter(({ device }) => !device);
  if (slots.length < file.slots.length) await shelf.store({ ...file, slots });
  return ok(file.slots.filter(({ kind }) => kind === 'pin').length);
}

// Two people under one name on the sign-in list are one signature too many.
function sameName(a: string, b: string): boolean {
  return a.normalize('NFKC').toLocaleLowerCase('en') === b.normalize('NFKC').toLocaleLowerCase('en');
}
