import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

/** How to start one build of the app. */
export interface AppCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** A running app with its page. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Requests that left the app's own protocol: must stay empty. */
  readonly strangers: () => Promise<readonly string[]>;
  readonly errors: readonly string[];
  /** The page after the shell started a fresh one (lock), which is another one than `old`, by default the first. */
  freshPage(old?: Page): Promise<Page>;
  close(): Promise<void>;
}

/** No name resolves and nothing is fetched: an outage of the network is the normal case. */
const NO_NETWORK = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-background-networking'];

/** A folder for a fresh profile. */
export function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'downtime-box-profile-'));
}

/** Starts the app on a profile and waits for its page. */
export async function startApp(
  command: AppCommand,
  options: { readonly profile?: string; readonly size?: { width: number; height: number } } = {},
): Promise<RunningApp> {
  const profile = options.profile ?? freshProfile();
  const errors: string[] = [];
  const app = await _electron.launch({
    executablePath: command.file,
    args: [...command.args, ...NO_NETWORK, '--profile', profile],
    env: definedOnly(command.env),
    timeout: 60_000,
  });
  const listen = (): Promise<void> =>
    app.evaluate(({ session }) => {
      const seen: string[] = [];
      (globalThis as { __strangers?: string[] }).__strangers = seen;
      // There is one listener per event, and onBeforeRequest is the app's own: it refuses what must not leave.
      session.defaultSession.webRequest.onSendHeaders((details) => {
        if (!/^(app|devtools|data|blob):/.test(details.url)) seen.push(details.url);
      });
    });
  // While Electron starts, the driver sometimes loses the answer ("promise was garbage collected").
  await listen().catch(listen);
  const page = await app.firstWindow();
  const watch = (each: Page): void => {
    each.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
    each.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  };
  watch(page);
  app.on('window', watch);
  return {
    app,
    page,
    profile,
    errors,
    strangers: () => app.evaluate(() => (globalThis as { __strangers?: string[] }).__strangers ?? []),
    async freshPage(old = page) {
      const open = app
        .windows()
        .find((each) => !each.isClosed() && each.url().startsWith('app://ward') && each !== old);
      return open ?? app.waitForEvent('window', { predicate: (each) => each.url().startsWith('app://ward') });
    },
    close: () => app.close(),
  };
}

/** Lets the next file dialog answer with these paths (`[]`: cancelled): by the test build's own queue, else in its place. */
export async function answerDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    const queue = (globalThis as { __testFiles?: string[][] }).__testFiles;
    if (queue) {
      queue.push([...given]);
      return;
    }
    const canceled = given.length === 0;
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: [...given] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: given[0] ?? '' });
  }, paths);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
