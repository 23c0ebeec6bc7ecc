import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of one workstation lies. */
export interface Profile {
  readonly root: string;
  /** Chromium's own folder; may be damaged or wiped by Chromium, so nothing else lives in it. */
  readonly browser: string;
  readonly journal: string;
  /** Signed ends of the record; away from the journal, so that cutting that does not cut these. */
  readonly checkpoints: string;
  readonly keys: string;
  readonly sealed: string;
  /** What came in by itself and waits, sealed, for somebody to sign in. */
  readonly intake: string;
  readonly logs: string;
  readonly settings: string;
  /** What is remembered of the journal's second place. */
  readonly second: string;
}

interface System {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
}

/** The profile in `given` (a folder), or in this account's local data folder. */
export function profileAt(given: string | undefined, cwd: string, system: System = process): Profile {
  const root = given ? resolve(cwd, given) : defaultRoot(system);
  return {
    root,
    browser: join(root, 'browser'),
    journal: join(root, 'journal'),
    checkpoints: join(root, 'checkpoints'),
    keys: join(root, 'keys'),
    sealed: join(root, 'sealed'),
    intake: join(root, 'intake'),
    logs: join(root, 'logs'),
    settings: join(root, 'settings.json'),
    second: join(root, 'second-journal.json'),
  };
}

/** A share can vanish in the outage the app is there for, and Chromium's database does not survive on one. */
export function liesOnShare(path: string): boolean {
  return /^[\\/]{2}[^\\/?.]/.test(path);
}

/** The folder a relative path on the command line means: npm moves the working folder to the checkout and tells the old one. */
export function givenFolder(packaged: boolean, env: NodeJS.ProcessEnv = process.env): string {
  return (packaged ? undefined : env['INIT_CWD']) ?? process.cwd();
}

function defaultRoot({ platform, env }: System): string {
  switch (platform) {
    case 'win32':
      // LOCALAPPDATA, not Electron's roaming default: a roaming profile puts the database on a network share.
      return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Downtime Box');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Downtime Box');
    default:
      return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'downtime-box');
  }
}
