import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppCommand } from '../support/app-driver';
import { type BatchOutcome, type BatchRunner, batchOn } from '../support/batch-runner';
import { type BatchWard, openBatchWard, PASSPHRASE, SET_UP } from '../support/batch-ward';
import { idsInJournal, typesInJournal } from '../support/profile-files';
import { writeUntilKilled } from '../support/write-loop';
import type { FaultRow } from './fault-row';

/** A ward that was cut off while it wrote, of which every fault gets a copy of its own. */
export interface Stage {
  readonly command: AppCommand;
  readonly ward: BatchWard;
  /** Ids of what was acknowledged. */
  readonly acknowledged: readonly string[];
  /** Few tries, for every change of the code. */
  readonly quick: boolean;
  say(text: string): void;
}

/** Sets a ward up and writes for a few seconds. */
export async function openStage(command: AppCommand, quick: boolean, say: (text: string) => void): Promise<Stage> {
  const ward = openBatchWard({ command });
  await ward.run(...SET_UP);
  await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
  const write = () => writeUntilKilled(command, { profile: ward.profile, passphrase: PASSPHRASE, killAfterMs: 2500 });
  // Twice: the start in between moves what was written first into a table, what comes after lies in the log.
  const written = [...(await write()), ...(await write())];
  return { command, ward, acknowledged: written.map(({ id }) => id), quick, say };
}

/** What a fault is: what is done to a copy of the profile while the app is not running. */
export interface Fault {
  readonly name: string;
  readonly tries?: number;
  /** `round` counts the tries from 0: damage may fall on another place each time. */
  damage(profile: string, round: number): void;
  /** False where the damage may leave nothing wrong behind. */
  readonly mustBeNoticed: boolean;
  /** The copy that was changed stays changed, for whoever looks into it: verify goes on saying so. */
  readonly staysNoticed?: boolean;
  /** A line of the log that says it was seen, where verify has nothing to say. */
  readonly toldInLog?: string;
  /** What the app runs with, such as a policy. */
  env?(stage: Stage): NodeJS.ProcessEnv;
  /** Runs on the copy before the damage. */
  prepare?(batch: BatchRunner, profile: string): Promise<void>;
  /** Runs after the damage, for what somebody has to put right by hand; answers how it was noticed. */
  mend?(batch: BatchRunner, profile: string): Promise<readonly string[]>;
}

/** Plays a fault as often as it asks for. */
export async function playFault(stage: Stage, fault: Fault): Promise<FaultRow> {
  const tries = stage.quick ? 1 : (fault.tries ?? 1);
  let [lost, noticed, works] = [0, 0, true];
  const how = new Set<string>();
  for (let round = 0; round < tries; round += 1) {
    const profile = join(stage.ward.folder, `${fault.name.replaceAll(/[^a-z0-9]+/gi, '-')}-${round}`);
    cpSync(stage.ward.profile, profile, { recursive: true });
    await fault.prepare?.(batchOf(stage, fault, profile), profile);
    fault.damage(profile, round);
    const after = await aftermath(stage, profile, fault);
    lost += after.lost;
    noticed += after.how.length > 0 ? 1 : 0;
    works &&= after.works === undefined;
    for (const each of [...after.how, ...(after.works === undefined ? [] : [after.works])]) how.add(each);
  }
  const acknowledged = tries * stage.acknowledged.length;
  const toNotice = fault.mustBeNoticed ? tries : 0;
  const row = { fault: fault.name, tries, acknowledged, lost, noticed, toNotice, how: [...how].join('; '), works };
  stage.say(`${row.fault}: lost ${row.lost}, ${row.how}`);
  return row;
}

/** Starts on the damaged profile, writes something, starts again: what is left, and what was said about it. */
async function aftermath(
  stage: Stage,
  profile: string,
  fault: Fault,
): Promise<{ lost: number; how: readonly string[]; works: string | undefined }> {
  const { ward, acknowledged } = stage;
  const batch = batchOf(stage, fault, profile);
  const recoveredBefore = countRecovered(ward.profile);
  const noticedBefore = (await fault.mend?.(batch, profile)) ?? [];
  const first = await batch.run('verify');
  const written = await batch.run(
    'patient',
    'add',
    '--file',
    ward.given('unknown.json', { alias: 'Unknown', sex: 'female' }),
  );
  const last = await batch.run('verify');
  const there = new Set(idsInJournal(profile));
  const recovered = countRecovered(profile) > recoveredBefore;
  const how = [
    ...noticedBefore,
    ...(first.exit === 5 ? [`verify: ${journalDamage(first) ?? first.json.firstBroken?.why ?? first.json.code}`] : []),
    ...(recovered ? ['storage.recovered'] : []),
    ...(fault.toldInLog !== undefined && logOf(profile).includes(`"${fault.toldInLog}"`) ? [fault.toldInLog] : []),
  ];
  const [wantedExit, wantedCopies] = fault.staysNoticed === true ? [5, 'equal'] : [0, 'equal'];
  const works =
    written.exit !== 0
      ? `WRITING FAILED (${written.json.code})`
      : last.exit !== wantedExit || last.json.copies !== wantedCopies || last.json.quarantined.length > 0
        ? `VERIFY AFTERWARDS: exit ${last.exit}, chain ${last.json.chain}, copies ${last.json.copies}`
        : undefined;
  return { lost: acknowledged.filter((id) => !there.has(id)).length, how, works };
}

function batchOf({ command, ward, ...stage }: Stage, fault: Fault, profile: string): BatchRunner {
  const env = fault.env?.({ command, ward, ...stage }) ?? {};
  return batchOn(command, { profile, passphraseFile: ward.out('passphrase'), env });
}

function logOf(profile: string): string {
  return readFileSync(join(profile, 'logs', 'downtime-box.log'), 'utf8');
}

function journalDamage({ json }: BatchOutcome): string | undefined {
  const [line] = json.journalDamage ?? [];
  return line && `line ${line.line} ${line.why}`;
}

function countRecovered(profile: string): number {
  return typesInJournal(profile).filter((type) => type === 'storage.recovered').length;
}
