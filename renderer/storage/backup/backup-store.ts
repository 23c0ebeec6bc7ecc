import type { BackupRefusal, BackupStore, MadeBackup, Restored } from '../../app/backup-port';
import { type Clock, PortFailure } from '../../app/ports';
import { type Result, ok, refuse } from '../../domain/basics/result';
import { OPEN_EPOCH } from '../../domain/ledger/open-types';
import type { Keyring } from '../keyring';
import type { DataKey } from '../seal';
import type { Bytes } from '../bytes';
import { unwrapEpoch } from '../vault/open-keys';
import { openWithSecret } from '../vault/open-with-secret';
import { createSignIn } from '../vault/sign-in';
import { ARGON2_COST, type Argon2Cost, createSlotSmith } from '../vault/slots';
import { type Stretch, stretchInWorker } from '../vault/stretch';
import { isUnfinishedRestore, readVaultFile, type VaultFile } from '../vault/vault-file';
import type { VaultShelf } from '../vault/vault-shelf';
import { type BackupFile, openBody, readBackupFile, writeBackupFile } from './backup-file';
import { type BackupSources, collectContents } from './collect';
import { type BackupContents, countsOf, packContents, unpackContents } from './contents';
import { putBack } from './put-back';
import { beginVault, finishVault } from './restored-vault';

/** What the backup store is made of. */
export interface BackupNeeds extends BackupSources {
  readonly shelf: VaultShelf;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly stretch?: Stretch;
  readonly cost?: Argon2Cost;
}

/** The whole vault as one file, and back. */
export function createBackupStore(needs: BackupNeeds): BackupStore {
  const { shell, shelf, keyring, clock, ledger, stretch = stretchInWorker, cost = ARGON2_COST } = needs;
  const signIn = createSignIn(shell, createSlotSmith({ stretch, cost, clock }));

  /** The same vault goes on under its own keys; a fresh one opens the backup's. */
  async function place(file: BackupFile): Promise<Result<VaultFile | undefined, BackupRefusal>> {
    const here = await shelf.load();
    if (here && here.vault !== file.header.vault) return refuse({ code: 'other-vault' });
    if (here && !isUnfinishedRestore(here)) return ok(here);
    const { rows } = await ledger.readSound();
    const foreign = rows.length > 0 && !here;
    // Entries without a vault are those of a lost vault file: only its own backup may take them over.
    if (foreign && !rows.some(({ device }) => device === file.vaultFile.device)) return refuse({ code: 'other-vault' });
    return ok(undefined);
  }

  const check: BackupStore['check'] = async (bytes) => {
    const file = await readBackupFile(bytes);
    if (!file.ok) return file;
    if (file.value.header.vault !== keyring.vault) return refuse({ code: 'other-vault' });
    const contents = await openContents(file.value, keyring);
    return contents.ok ? ok(file.value.summary) : contents;
  };

  return {
    async make(): Promise<MadeBackup> {
      const { file: vaultText } = await shell.call('vault.read');
      if (vaultText === null) throw new PortFailure('not-found', 'there is no vault to back up');
      const { vault } = await readVaultFile(vaultText);
      const { version } = await shell.call('shell.info');
      const key = sealingKey(keyring);
      const { contents, lost } = await collectContents(needs);
      const facts = { vault, createdAt: clock.now(), version, ...countsOf(contents) };
      const bytes = await writeBackupFile(facts, vaultText, await packContents(contents), key);
      const checked = await check(bytes);
      if (!checked.ok) throw new PortFailure('damaged', `the backup just made does not read: ${checked.error.code}`);
      return { bytes, summary: checked.value, leftOut: lost };
    },

    check,

    async restore({ bytes, secret, workstation }): Promise<Result<Restored, BackupRefusal>> {
      const read = await readBackupFile(bytes);
      if (!read.ok) return read;
      const file = read.value;
      const here = await place(file);
      if (!here.ok) return here;
      const opened = await openWithSecret(signIn, here.value ?? file.vaultFile, secret);
      if (!opened) return refuse({ code: 'wrong-passphrase' });
      try {
        const contents = await openContents(file, opened.keyring);
        // Its outside is whole and the key is this vault's: then the content was sealed by another.
        if (!contents.ok) return here.value ? refuse({ code: 'other-vault' }) : contents;
        if (!(await fits(needs, contents.value))) return refuse({ code: 'backup-differs' });
        const done = { summary: file.summary, fresh: here.value === undefined, openedWith: opened.with };
        if (here.value) {
          await takeKeys(shelf, here.value, file.vaultFile, opened.root);
          const added = await putBack(needs, contents.value);
          return ok({ ...done, added, pinsToRenew: 0, stayRemoved: stayRemoved(shelf.current(), contents.value) });
        }
        const begun = await beginVault(needs, file.vaultFile, workstation);
        const added = await putBack(needs, contents.value);
        const pinsToRenew = await finishVault(needs, begun, file.vaultFile, opened.root);
        return ok({ ...done, added, pinsToRenew, stayRemoved: stayRemoved(shelf.current(), contents.value) });
      } finally {
        opened.root.fill(0);
      }
    },
  };
}

// Sealed twice: the records under the keys of their own, the whole under the newest key there is. While nobody is
// signed in that is the workstation key, so that a backup can be made every night; a restore opens both from the root.
function sealingKey(keyring: Keyring): DataKey {
  const epoch = keyring.epoch ?? OPEN_EPOCH;
  const key = keyring.key(epoch);
  if (!key) throw new PortFailure('locked', 'no key is open to seal a backup');
  return { epoch, key };
}

async function openContents(file: BackupFile, keyring: Keyring): Promise<Result<BackupContents, BackupRefusal>> {
  const key = keyring.key(file.header.epoch);
  const packed = key && (await openBody(file, key));
  if (!packed) return refuse({ code: 'backup-damaged', part: 'content' });
  const contents = await unpackContents(packed);
  const counts = countsOf(contents);
  const { entries, snapshots, drafts, library } = file.header;
  const whole =
    counts.entries === entries &&
    counts.snapshots === snapshots &&
    counts.drafts === drafts &&
    counts.library === library;
  return whole ? ok(contents) : refuse({ code: 'backup-damaged', part: 'content' });
}

// Data keys another PC of this vault made since. Only such as this root opens: a foreign one would shut everybody out.
async function takeKeys(shelf: VaultShelf, here: VaultFile, other: VaultFile, root: Bytes): Promise<void> {
  const known = new Set(here.epochs.map(({ epoch }) => epoch));
  const epochs = [];
  for (const one of other.epochs) {
    if (known.has(one.epoch)) continue;
    const key = await unwrapEpoch(here.vault, one, root).catch(() => undefined);
    if (key) epochs.push(one);
    key?.fill(0);
  }
  if (epochs.length > 0) await shelf.store({ ...here, epochs: [...here.epochs, ...epochs] });
}

function stayRemoved(file: VaultFile | undefined, { entries }: BackupContents): number {
  const gone = new Set(file?.removed?.map(({ epoch }) => epoch));
  return entries.filter(({ epoch }) => gone.has(epoch)).length;
}

async function fits({ ledger }: BackupNeeds, contents: BackupContents): Promise<boolean> {
  try {
    await ledger.missing(contents.entries, { gaps: 'keep' });
    return true;
  } catch (error) {
    if (error instanceof PortFailure && error.code === 'damaged') return false;
    throw error;
  }
}
