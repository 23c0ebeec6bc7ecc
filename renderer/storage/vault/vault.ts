import type { Clock, Ids, Person, Vault } from '../../app/ports';
import { invariant } from '../../domain/basics/assert-never';
import { ok, refuse } from '../../domain/basics/result';
import type { Keyring } from '../keyring';
import type { Shell } from '../shell';
import { deviceSecretIfThere } from './device-secret';
import { createEnrolment } from './enrolment';
import { type BookEpochs, createBookEpochs } from './book-epochs';
import { createBadges } from './badges';
import { createBreakGlass } from './break-glass';
import { createOpenKeys } from './open-keys';
import { keepItSlot } from './keep-it-slot';
import { healWorkstationKey } from './heal-workstation-key';
import { asPerson, createSignIn, type Opened } from './sign-in';
import { ARGON2_COST, type Argon2Cost, createSlotSmith } from './slots';
import { MIN_PASSPHRASE } from './secret-rules';
import { type Stretch, stretchInWorker } from './stretch';
import { isUnfinishedRestore, type VaultFile } from './vault-file';
import { createVaultShelf, type VaultShelf } from './vault-shelf';

/** The vault, with what the other stores ask it: the keys, and the person id of who is signed in. */
export type VaultWithKeys = Vault & {
  readonly keyring: Keyring;
  readonly bookEpochs: BookEpochs;
  readonly signedIn: () => string | undefined;
};

/** The workstation's vault: root key, data keys by epoch, one slot per way to sign in (security.md 2.3). */
export function createVault({
  shell,
  clock,
  ids,
  shelf = createVaultShelf(shell),
  stretch = stretchInWorker,
  cost = ARGON2_COST,
}: {
  readonly shell: Shell;
  /** Shared with whoever else writes the vault file (backup). */
  readonly shelf?: VaultShelf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly stretch?: Stretch;
  readonly cost?: Argon2Cost;
}): VaultWithKeys {
  /** The vault people can sign in to; one whose restore was cut short is none yet. */
  const loadUsable = async (): Promise<VaultFile | undefined> => {
    const file = await shelf.load();
    return file && !isUnfinishedRestore(file) ? file : undefined;
  };
  const keys = createOpenKeys();
  const bookEpochs = createBookEpochs({ shelf, keys, clock });
  const smith = createSlotSmith({ stretch, cost, clock });
  const signIn = createSignIn(shell, smith);
  let signedIn: string | undefined;
  const breakGlass = createBreakGlass({ shell, shelf, smith, keys, clock, ids, signedInAs: () => signedIn });
  const enrolment = createEnrolment({ shell, shelf, smith, keys, clock, ids, signedInAs: () => signedIn });

  const adopt = async (file: VaultFile, { person, root }: Opened): Promise<Person> => {
    await keys.adoptRoot(file, root);
    await healWorkstationKey({ shell, shelf, file, root });
    // Nobody is kept out because the way in for IT could not be written down now.
    await keepItSlot({ shell, shelf, clock, ids, root }).catch(() => undefined);
    root.fill(0);
    signedIn = person.id;
    return person;
  };

  return {
    keyring: {
      get vault() {
        return shelf.current()?.vault;
      },
      get device() {
        return shelf.current()?.device;
      },
      get epoch() {
        return keys.epoch;
      },
      key: (epoch) => keys.key(epoch),
      isRemoved: bookEpochs.isRemoved,
      epochFor: (book) => bookEpochs.epochFor(book),
    },
    bookEpochs,
    signedIn: () => signedIn,

    async status() {
      const [file, info] = await Promise.all([loadUsable(), shell.call('shell.info')]);
      const kept = { keyring: info.keyring, keyringSafe: info.keyringSafe, unlocked: keys.epoch !== undefined };
      if (!file) return { exists: false, people: [], ...kept };
      const { vault, site, ward, workstation, device } = file;
      const people = file.people.map(({ id }) => asPerson(file, id));
      const codes = file.slots.filter(({ kind }) => kind === 'break-glass').length;
      return { exists: true, vaultId: vault, site, ward, workstation, device, people, breakGlassCodes: codes, ...kept };
    },

    async openWorkstation() {
      const file = await loadUsable();
      if (!file) return false;
      if (keys.hasWorkstation()) return true;
      const secret = await deviceSecretIfThere(shell);
      return secret ? keys.adoptWorkstation(file, secret) : false;
    },

    async create(input) {
      const created = await enrolment.create(input);
      if (created.ok) signedIn = created.value.person.id;
      return created;
    },
    enrol: (input) => enrolment.enrol(input),
    discardPins: () => enrolment.discardPins(),
    badges: createBadges(shelf, () => signedIn),
    makeBreakGlass: (count) => breakGlass.make(count),

    async breakGlass(input) {
      const file = await loadUsable();
      if (!file) return refuse({ code: 'no-vault' });
      const used = await breakGlass.use(file, input);
      return used.ok ? ok(await adopt(used.value.file, used.value.opened)) : used;
    },

    async unlock({ person, secret, kind }) {
      const file = await loadUsable();
      if (!file) return refuse({ code: 'no-vault' });
      if (kind === 'pin' && person === undefined) return refuse({ code: 'unknown-person' });
      const opened =
        kind === 'pin'
          ? await signIn.withPin(file, person ?? '', secret)
          : kind === 'passphrase'
            ? await signIn.withPassphrase(file, person, secret)
            : await signIn.withRecoveryCode(file, secret);
      return opened.ok ? ok(await adopt(file, opened.value)) : opened;
    },

    async prove({ person, secret }) {
      const file = await loadUsable();
      if (!file) return refuse({ code: 'no-vault' });
      if (breakGlass.proves(person, secret)) return ok({ with: 'break-glass' });
      const kind = proofKind(file, person, secret);
      if (!kind) return refuse({ code: 'unknown-person' });
      const opened = await (kind === 'pin'
        ? signIn.withPin(file, person, secret)
        : signIn.withPassphrase(file, person, secret));
      if (!opened.ok) return opened;
      invariant(opened.value.person.id === person, 'a proof is the proof of the person asked');
      opened.value.root.fill(0);
      return ok({ with: kind });
    },

    lock() {
      signedIn = undefined;
      breakGlass.forget();
      keys.lock();
    },
  };
}

// One field on the signing sheet takes either secret; a passphrase is never shorter than its minimum.
function proofKind(file: VaultFile, person: string, secret: string): 'pin' | 'passphrase' | undefined {
  const has = (kind: 'pin' | 'passphrase'): boolean =>
    file.slots.some((slot) => slot.person === person && slot.kind === kind);
  if (has('passphrase') && (!has('pin') || secret.length >= MIN_PASSPHRASE)) return 'passphrase';
  return has('pin') ? 'pin' : undefined;
}
