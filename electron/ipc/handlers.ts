import { app } from 'electron';
import type { BatchRun } from '../batch/batch-run';
import type { openBlobs } from '../blobs';
import type { Checkpoints } from '../checkpoints/checkpoints';
import { moveDatabaseAside } from '../database-folder';
import { ShellFailure } from '../disk/shell-failure';
import type { openFiles } from '../files';
import type { Journal } from '../journal/journal';
import type { SecondJournal } from '../journal/second/second-journal';
import { type DeviceSecret, workstationSlot } from '../keys/device-secret';
import type { Strikes } from '../keys/strikes';
import type { VaultFile } from '../keys/vault-file';
import { type Log, parsePageDetail } from '../log';
import type { LabelPrinter } from '../printing/label-printer';
import type { openPrinting } from '../printing/printing';
import type { MllpClient } from '../mllp/client';
import type { Profile } from '../profile';
import { isRelease } from '../release';
import type { IntakeRoom } from '../intake/start-intake';
import type { openSettings } from '../settings';
import { readSteadyClock } from '../steady-clock';
import type { SpaceGuard } from '../space/space-guard';
import type { WardScreen } from '../window/ward-screen';
import type { Handlers } from './answer';
import type { ArgsOf, EffectivePolicy, ShellInfo } from './contract';

/** Chromium keeps a database open for two seconds after the last page that used it. */
const databaseGraceMs = 3_000;

/** A batch command waits so long for the second journal; what is missing then follows with the next start. */
const secondSettleMs = 5_000;

/** Everything the channels work with. */
export interface Rooms {
  readonly profile: Profile;
  readonly batch: BatchRun | null;
  readonly log: Log;
  readonly journal: Journal;
  readonly checkpoints: Checkpoints;
  readonly vault: VaultFile;
  readonly deviceSecret: DeviceSecret;
  readonly strikes: Promise<Strikes>;
  readonly blobs: ReturnType<typeof openBlobs>;
  readonly settings: ReturnType<typeof openSettings>;
  readonly files: ReturnType<typeof openFiles>;
  readonly printing: ReturnType<typeof openPrinting>;
  readonly screen: WardScreen;
  readonly space: SpaceGuard;
  readonly second: SecondJournal;
  readonly policy: EffectivePolicy;
  readonly intake: IntakeRoom;
  readonly receiver: MllpClient;
  readonly labels: LabelPrinter;
}

/** Each channel and what does its work. */
export function makeHandlers(rooms: Rooms): Handlers {
  const { journal, vault, blobs, settings, files, printing, space, second, receiver, labels } = rooms;
  return {
    'shell.info': () => shellInfo(rooms),
    'clock.read': async () => readSteadyClock(),
    'shell.freeBytes': async () => ({ freeBytes: (await space.check()).freeBytes }),
    'shell.space': () => space.check(),
    'shell.lock': () => done(() => replaceScreen(rooms, async () => undefined)),
    'journal.summary': () => journal.summary(),
    'journal.append': ({ lines }) => space.write(() => journal.append(lines)),
    'journal.second': () => second.state(),
    'journal.chooseSecond': async () => {
      const folder = await files.chooseFolder();
      return folder === undefined ? second.state() : second.use(folder);
    },
    'journal.dropSecond': () => second.drop(),
    'journal.read': ({ cursor }) => journal.read(cursor),
    'checkpoints.read': ({ last }) => rooms.checkpoints.read(last),
    'vault.read': async () => ({ file: await vault.read() }),
    'vault.write': ({ file, wipe }) => done(() => vault.write(file, wipe).then(() => second.nudge())),
    'vault.deviceSecret': (args) => giveDeviceSecret(rooms, args),
    'vault.attemptSucceeded': ({ slot }) => done(async () => (await rooms.strikes).clear(slot)),
    'vault.strikes': async ({ slot }) => (await rooms.strikes).state(slot),
    'blob.write': ({ name, bytes }) => done(() => space.write(() => blobs.write(name, bytes))),
    'blob.read': async ({ name }) => ({ bytes: await blobs.read(name) }),
    'blob.list': async () => ({ names: await blobs.list() }),
    'blob.remove': ({ name }) => done(() => blobs.remove(name)),
    'database.moveAside': () => done(() => replaceScreen(rooms, () => moveDatabase(rooms))),
    'settings.read': async () => ({ json: await settings.read() }),
    'settings.write': ({ json }) => done(() => settings.write(json)),
    'print.toPdf': (job) => printing.toPdf(job),
    'print.printers': () => printing.printers(),
    'print.toPrinter': (job) => printing.toPrinter(job),
    'print.labelPrinter': async () => ({ address: await labels.address(), state: await labels.state() }),
    'print.labels': ({ zpl }) => labels.send(zpl),
    'files.choose': ({ kind }) => files.choose(kind),
    'files.save': ({ name, bytes }) => files.save(name, bytes),
    'files.saveFolder': (job) => files.saveFolder(job.files),
    'receiver.address': () => receiver.address(),
    'receiver.exchange': ({ text }) => receiver.exchange(text),
    'intake.state': () => rooms.intake.state(),
    'intake.useKey': ({ publicKey }) => done(() => rooms.intake.useKey(publicKey)),
    'intake.next': () => rooms.intake.next(),
    'intake.settle': ({ n }) => done(() => rooms.intake.settle(n)),
    'batch.readInput': ({ path }) => batchOf(rooms).readInput(path),
    'batch.writeOutput': ({ name, bytes }) => batchOf(rooms).writeOutput(name, bytes),
    'batch.useSecond': ({ path }) => second.use(batchOf(rooms).namedPath(path)),
    'batch.progress': ({ text }) => done(() => batchOf(rooms).progress(text)),
    'batch.finish': ({ json, exitCode }) => done(() => finishBatch(rooms, json, exitCode)),
    'log.write': ({ level, code, detail }) => done(() => rooms.log(level, code, parsePageDetail(detail ?? ''))),
  };
}

async function done(work: () => unknown): Promise<null> {
  await work();
  return null;
}

async function shellInfo({ batch, deviceSecret, space, policy }: Rooms): Promise<ShellInfo> {
  const room = await space.check();
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    platform: process.platform,
    packaged: app.isPackaged,
    release: isRelease(),
    ...deviceSecret.state(),
    freeBytes: room.freeBytes,
    space: room,
    batch: batch?.request ?? null,
    policy,
  };
}

async function giveDeviceSecret({ deviceSecret, strikes }: Rooms, { slot, make }: ArgsOf<'vault.deviceSecret'>) {
  if (!deviceSecret.state().keyringAllowed) return { refused: 'keyring-unsafe' as const, waitMs: 0 };
  // Before the attempt is counted: a keyring that is locked for a moment must not close the PIN of who typed it right.
  const secret = await deviceSecret.forSlot(slot, make ?? false);
  const verdict = slot === workstationSlot ? 'go' : await (await strikes).attempt(slot);
  return verdict === 'go' ? { secret } : verdict;
}

async function replaceScreen({ screen, printing }: Rooms, between: () => Promise<void>): Promise<void> {
  // A laid-out document holds patients too.
  printing.close();
  await screen.replace(between);
}

async function moveDatabase({ profile, log }: Rooms): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, databaseGraceMs));
  const count = await moveDatabaseAside(profile.browser, new Date());
  log('warn', 'database.moved-aside', { count });
}

function batchOf({ batch }: Rooms): BatchRun {
  if (!batch) throw new ShellFailure('not-allowed', 'not a batch run');
  return batch;
}

async function finishBatch(rooms: Rooms, json: string, exitCode: number): Promise<void> {
  const batch = batchOf(rooms);
  // A journal that cannot be closed has told so before; the command's answer must still come out.
  await rooms.checkpoints.settle();
  await rooms.second.settle(secondSettleMs);
  await rooms.journal.close().catch(() => undefined);
  batch.finish(json, exitCode);
}
