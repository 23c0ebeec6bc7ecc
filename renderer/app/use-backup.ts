import { type Result, ok, refuse } from '../domain/basics/result';
import type { BackupStore, MadeBackup, Restored } from './backup-port';
import { type Core, refusedBy } from './core';
import { PortFailure, type SignedIn, type Vault } from './ports';
import type { Refused } from './refusal';

export type { BackupSummary, MadeBackup, Restored } from './backup-port';

/** The whole vault as one sealed file, and back on another PC. */
export interface BackupUse {
  /** Complete and checked in memory; nothing is written yet. */
  make(): Promise<MadeBackup>;
  /** For a writer of its own (batch): what lies on disk now. Throws PortFailure where it is not what was made. */
  written(made: MadeBackup, readBack: Uint8Array): Promise<void>;
  /** Makes one, asks where to, writes it and reads it back. */
  save(): Promise<Result<{ readonly saved: boolean; readonly name?: string; readonly made: MadeBackup }, Refused>>;
  /** Asks for the file; undefined when nothing was chosen. */
  choose(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** Restores and signs in with the same secret. */
  restore(input: Parameters<BackupStore['restore']>[0]): Promise<Result<Restored, Refused>>;
}

/** What only the box itself can do after its data changed underneath. */
export interface BoxAgain {
  /** Reads vault and library as they are now. */
  reread(): Promise<void>;
  signIn(input: Parameters<Vault['unlock']>[0]): Promise<Result<SignedIn, Refused>>;
  saveBackupTime(at: string): Promise<void>;
}

/** Makes the use-cases of backup. */
export function createBackupUse({ ports }: Core, { reread, signIn, saveBackupTime }: BoxAgain): BackupUse {
  const { backup, files } = ports;
  const noteWritten = async ({ summary }: MadeBackup, sha256: string | undefined): Promise<void> => {
    if (sha256 !== summary.sha256) throw new PortFailure('not-writable', 'the backup reads back differently');
    await saveBackupTime(summary.createdAt);
  };
  return {
    make: () => backup.make(),

    async written(made, readBack) {
      const checked = await backup.check(readBack);
      await noteWritten(made, checked.ok ? checked.value.sha256 : undefined);
    },

    async save() {
      const made = await backup.make();
      const minute = made.summary.createdAt.slice(0, 16).replace(':', '-');
      const { saved, name, sha256 } = await files.save(`downtime-box-${minute}.dtbox`, made.bytes);
      if (saved) await noteWritten(made, sha256);
      return ok({ saved, made, ...(name === undefined ? {} : { name }) });
    },

    async choose() {
      const [file] = await files.choose('backup');
      return file;
    },

    async restore(input) {
      const restored = await backup.restore(input);
      if (!restored.ok) return refuse(refusedBy(restored.error));
      await reread();
      const entered = await signIn({ secret: input.secret, kind: restored.value.openedWith });
      return entered.ok ? restored : entered;
    },
  };
}
