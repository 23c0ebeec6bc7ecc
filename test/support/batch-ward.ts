import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BatchRunner, batchOn } from './batch-runner';
import type { AppCommand } from './app-driver';
import { packagedApp } from './packaged-app';

/** Real files nobody here wrote; tests that use them pass without them. */
export const realInputs = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** The first command on a fresh profile. */
export const SET_UP = [
  'init',
  '--site',
  'St Elsewhere',
  '--ward',
  '7B',
  '--workstation',
  'WS-01',
  '--manager',
  'Mary Manager',
] as const;

/** What opens the vault of a test's ward. */
export const PASSPHRASE = 'correct horse battery staple';

/** A profile under batch commands, with a folder for what goes in and what comes out. */
export interface BatchWard extends BatchRunner {
  readonly folder: string;
  /** Writes a file into the folder; anything but text as JSON. */
  given(name: string, content: unknown): string;
  /** Where a command shall write. */
  out(name: string): string;
  remove(): void;
}

/** A fresh folder with an empty profile in it. */
export function openBatchWard(
  options: { readonly env?: NodeJS.ProcessEnv; readonly command?: AppCommand } = {},
): BatchWard {
  const folder = mkdtempSync(join(tmpdir(), 'downtime-box-batch-'));
  const given = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const passphraseFile = given('passphrase', `${PASSPHRASE}\n`);
  return {
    ...batchOn(options.command ?? packagedApp(), {
      profile: join(folder, 'profile'),
      passphraseFile,
      env: options.env ?? {},
    }),
    folder,
    given,
    out: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
