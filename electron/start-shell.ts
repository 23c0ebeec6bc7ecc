import { join } from 'node:path';
import { app, dialog, powerMonitor, safeStorage } from 'electron';
import type { BatchRun } from './batch/batch-run';
import { openBlobs } from './blobs';
import { type Checkpoints, openCheckpoints } from './checkpoints/checkpoints';
import { openFiles } from './files';
import { openIntake } from './intake/start-intake';
import { makeHandlers } from './ipc/handlers';
import { startHandlers } from './ipc/handle';
import { journalHeader } from './journal/header';
import { openJournal } from './journal/journal';
import { openSecondJournal, secondFolderName } from './journal/second/second-journal';
import { takeBack } from './journal/second/take-back';
import { vaultFromSecond } from './journal/second/vault-copy';
import { checkpointKey } from './keys/checkpoint-key';
import { openDeviceSecret } from './keys/device-secret';
import { openStrikes } from './keys/strikes';
import { systemKeyring } from './keys/system-keyring';
import { openVaultFile } from './keys/vault-file';
import { describeError, type Log, openLog } from './log';
import { openMllpClient } from './mllp/client';
import { receiverAddress } from './mllp/receiver-address';
import { openLabelPrinter } from './printing/label-printer';
import { policyPath, readPolicy, shownPolicy } from './policy';
import { openPrinting } from './printing/printing';
import type { Profile } from './profile';
import { openWardFiles, serveWard } from './protocol';
import { developmentServer, isRelease } from './release';
import { startSecurity } from './security';
import { openSettings } from './settings';
import { openBallast } from './space/ballast';
import { freeBytes } from './space/free-bytes';
import { openSpaceGuard } from './space/space-guard';
import { spaceLimits } from './space/space-level';
import { startLockEvents } from './window/lock-events';
import { WardScreen } from './window/ward-screen';

const now = () => new Date();
/** A disk that hangs must not keep the PC from shutting down. */
const signBeforeQuitMs = 2000;
const cannotShow =
  'Downtime Box cannot show its page. Nothing that was saved is lost. Start it again; if that does not help, take the paper pack and call IT.';

/** Opens everything and then the window. Electron is ready, the profile is ours. */
export function startShell({
  profile,
  batch,
}: {
  readonly profile: Profile;
  readonly batch: BatchRun | null;
}): WardScreen {
  const log = openLog(profile.logs, now);
  const policyFile = policyPath(isRelease());
  const { policy, problems, found } = readPolicy(policyFile);
  for (const problem of problems) log('error', 'policy.not-understood', { name: problem });
  const warn = (code: string) => log('warn', code);

  const development = developmentServer();
  startSecurity(log, development);
  const wardFiles = openWardFiles(join(__dirname, '..', 'renderer'), development);
  serveWard(wardFiles);

  const vault = openVaultFile({
    folder: profile.keys,
    now,
    log: warn,
    spare: () => vaultFromSecond({ notePath: profile.second, folderName: secondFolderName, log }),
  });
  const journal = openJournal({
    folder: profile.journal,
    now,
    header: async () => journalHeader(app.getVersion(), await vault.read()),
    before: () => takeBack({ folder: profile.journal, notePath: profile.second, log }),
    onAppended: (entries) => {
      second.nudge();
      checkpoints.appended(entries);
    },
  });
  const deviceSecret = openDeviceSecret({
    folder: profile.keys,
    keyring: systemKeyring(safeStorage),
    allowUnsafe: !isRelease() || policy.allowUnsafeKeyring,
    now,
    log: (code, detail) => log('warn', code, detail),
  });
  const checkpoints = openCheckpoints({
    folder: profile.checkpoints,
    copyPath: join(profile.keys, 'checkpoint.json'),
    key: async () => {
      const seed = await deviceSecret.forCheckpoints();
      return seed && checkpointKey(seed);
    },
    heads: async () =>
      (await journal.summary()).devices.map(({ device, lastSeq, lastHash }) => ({
        device,
        seq: lastSeq,
        hash: lastHash,
      })),
    now,
    log: warn,
  });

  const screen = new WardScreen(
    {
      preload: join(__dirname, 'preload.cjs'),
      devTools: !isRelease(),
      contentProtection: policy.contentProtection,
      hidden: batch !== null,
    },
    log,
    (why) => {
      if (batch) return batch.fail(`the page ended: ${why}`);
      if (why === 'crashed') dialog.showErrorBox('Downtime Box', cannotShow);
      app.quit();
    },
  );
  const printing = openPrinting(wardFiles, () => screen.window);

  const second = openSecondJournal({
    source: profile.journal,
    keys: profile.keys,
    profile: profile.root,
    notePath: profile.second,
    policyFolder: policy.secondJournal,
    committed: () => journal.committed(),
    now,
    tell: (state) => screen.send('second-journal-changed', state),
    log,
  });
  const limits = spaceLimits(policy);
  const space = openSpaceGuard({
    limits,
    ballast: openBallast(profile.root, limits.ballast),
    measure: () => freeBytes(profile.root),
    tell: (state) => screen.send('space-changed', state),
    log,
  });

  const intake = openIntake({
    folder: profile.intake,
    policy,
    write: (work) => space.write(work),
    now,
    tell: (state) => screen.send('intake-changed', state),
    log,
  });

  const strikes = openStrikes({
    folder: profile.keys,
    now,
    monotonicMs: () => performance.now(),
    log: warn,
    // A vault that cannot be read is one all the same.
    hasVault: () =>
      vault.read().then(
        (text) => text !== null,
        () => true,
      ),
  });
  // Whoever asks gets the failure; until then it is nobody's unhandled rejection.
  strikes.catch(() => undefined);
  const settings = openSettings({ path: profile.settings, now, log: warn });
  const handlers = makeHandlers({
    profile,
    batch,
    log,
    journal,
    checkpoints,
    vault,
    deviceSecret,
    strikes,
    blobs: openBlobs(profile.sealed),
    settings,
    receiver: openMllpClient({
      address: async () => receiverAddress(policy.receiver, await settings.read()),
      log: warn,
    }),
    labels: openLabelPrinter(async () => receiverAddress(policy.labelPrinter, await settings.read(), 'labelPrinter')),
    files: openFiles(() => screen.window),
    printing,
    screen,
    space,
    second,
    policy: { path: policyFile, found, problems, values: shownPolicy(policy) },
    intake,
  });
  startHandlers(handlers, log, (event) => {
    batch?.heard();
    return screen.isOurs(event);
  });

  startErrorLog(log, batch);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log('warn', 'process.gone', { name: type, why: reason, exit: exitCode }),
  );
  app.on('activate', () => screen.focus());
  app.on('before-quit', () => printing.close());
  app.on('before-quit', () => void intake.stop());
  signBeforeQuit(checkpoints);
  powerMonitor.on('shutdown', () => app.quit());
  // A batch command ends before there would be anything to watch; it looks when it writes.
  if (!batch) space.start();
  if (!batch) void intake.start();
  if (!batch) startLockEvents(policy.lockAfterMinutes, (why) => screen.send('lock-requested', { why }));

  log('info', 'shell.started', { version: Number(process.versions.electron.split('.')[0]) });
  screen.open();
  return screen;
}

/** What was written last would else lie unsigned until the next start, the very time in which nobody watches. */
function signBeforeQuit(checkpoints: Checkpoints): void {
  let signed = false;
  app.on('before-quit', (event) => {
    if (signed) return;
    event.preventDefault();
    const patience = new Promise((resolve) => setTimeout(resolve, signBeforeQuitMs));
    void Promise.race([checkpoints.settle(), patience]).then(() => {
      signed = true;
      app.quit();
    });
  });
}

/** Electron would show a bug's stack in a dialog, which on a ward helps nobody and in batch waits for ever. */
function startErrorLog(log: Log, batch: BatchRun | null): void {
  const note = (error: unknown) => {
    log('error', 'shell.bug', describeError(error));
    if (!isRelease()) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    batch?.fail('unexpected error in the shell');
  };
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
}
