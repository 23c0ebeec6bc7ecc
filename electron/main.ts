import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { parseCommandLine } from './command-line';
import { liesOnShare, givenFolder, profileAt, type Profile } from './profile';
import { registerAppScheme } from './protocol';
import { isRelease } from './release';
import { refuseBatch, startBatch, startWindowed } from './start-batch';
import { startShell } from './start-shell';
import { refusedExitCode, refusedSwitch } from './switch-guard';
import type { WardScreen } from './window/ward-screen';

// First of all: nobody gets to look into the page of a release from outside.
const refused = isRelease()
  ? refusedSwitch(process.argv.slice(1), (name) => app.commandLine.hasSwitch(name))
  : undefined;
if (refused === undefined) start();
else {
  process.stderr.write(`Refused to start: --${refused}\n`);
  app.exit(refusedExitCode);
}

function start(): void {
  // Chromium refuses to sandbox for root, who only runs tests and containers; with the switch it would restart its helpers for ever.
  if (!(process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox'))) app.enableSandbox();
  registerAppScheme();
  keepQuiet();
  const commandLine = parseCommandLine(process.argv.slice(1));
  const cwd = givenFolder(app.isPackaged);
  const profile = profileAt(commandLine.profile ?? process.env['DOWNTIME_BOX_PROFILE'], cwd);
  const problem = prepareProfile(profile);
  if (problem !== undefined) {
    if (commandLine.batch) refuseBatch('not-writable', problem, profile.root);
    else refuseWindow(`${problem}\n${profile.root}`);
    return;
  }
  if (commandLine.batch) {
    const batch = startBatch(commandLine.batch, profile, cwd);
    if (batch) void app.whenReady().then(() => startShell({ profile, batch }));
    return;
  }
  let screen: WardScreen | undefined;
  void startWindowed(profile, () => screen?.focus()).then(async (mine) => {
    if (!mine) return app.exit(0);
    await app.whenReady();
    screen = startShell({ profile, batch: null });
  });
}

/** Nothing in Chromium may look for the network by itself, or leave dumps that hold what was on screen. */
function keepQuiet(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  Menu.setApplicationMenu(null);
  // The shell ends with its window, not with the hidden one that prints.
  app.on('window-all-closed', () => undefined);
}

function prepareProfile(profile: Profile): string | undefined {
  if (liesOnShare(profile.root)) return 'The data folder must lie on this PC, not on a network share.';
  try {
    mkdirSync(profile.browser, { recursive: true, mode: 0o700 });
  } catch {
    return 'The data folder cannot be written to.';
  }
  app.setPath('userData', profile.browser);
  app.setPath('sessionData', profile.browser);
  app.setPath('crashDumps', join(profile.browser, 'crashes'));
  app.setAppLogsPath(profile.logs);
  return undefined;
}

function refuseWindow(text: string): void {
  void app.whenReady().then(() => {
    dialog.showErrorBox('Downtime Box', text);
    app.exit(1);
  });
}
