import type { Instant } from '../domain/basics/time';
import type { InputProblem } from '../exchange/problem';
import type { CensusReading } from '../exchange/census/census';
import type { Core } from './core';
import type { IntakeItem, IntakeReport } from './intake-port';
import { PortFailure } from './ports';
import { onWardClock } from './ward-clock';
import type { CensusUse } from './use-census';

/** What comes in by itself, made the snapshot while somebody is signed in. */
export interface IntakeUse {
  /** Works off what waits; nothing when nobody is signed in. Asked again meanwhile, it is the same work. */
  drain(): Promise<void>;
  /** Asks anew how folder and feed stand. */
  look(): Promise<void>;
}

/** A list that is half as long as the last one was cut off on its way; below so many patients that may be a ward. */
const SMALLEST_COMPARED = 10;
const PROBLEMS_KEPT = 50;

/** Makes the use-case. */
export function createIntakeUse(core: Core, census: CensusUse): IntakeUse {
  const { intake } = core.ports;
  let working: Promise<void> | undefined;
  intake.onChange((state) => core.patch({ intake: state }));

  const look = async (): Promise<void> => {
    try {
      core.patch({ intake: await intake.state() });
    } catch (cause) {
      if (!(cause instanceof PortFailure)) throw cause;
    }
  };

  const report = async (one: IntakeReport): Promise<void> => {
    const intakeReports = [one, ...(await intake.reports())];
    await intake.keepReports(intakeReports);
    core.patch({ intakeReports });
  };

  /** Reads files as one import. The last good list stays unless the new one is whole. */
  const take = async (item: IntakeItem, files: IntakeItem['files'], format?: 'hl7v2'): Promise<void> => {
    if (files.length === 0) return;
    const proposal = await census.read({
      files: files.map(({ name, bytes }) => ({ name, bytes })),
      ...(format === undefined ? {} : { format }),
    });
    const reading = withTime(proposal.reading, files, core.ports.clock.now());
    const before = core.state.get().snapshot;
    const why = refusalOf(reading, before?.patients.length ?? 0, before?.asOf);
    const source = item.source === 'feed' ? 'live feed' : proposal.source;
    const accepted = why === undefined && (await census.accept({ ...proposal, reading, source })).ok;
    // A quiet feed: a report for each message would bury the ones that matter.
    if (accepted && item.source === 'feed' && reading.refused.length === 0) return;
    await report({
      at: onWardClock(item.at, core.ports.clock.now()),
      source: item.source,
      files: item.source === 'feed' ? [] : files.map((file) => file.name),
      patients: accepted ? reading.patients.length : null,
      refused: [...(why === undefined ? [] : [why]), ...reading.refused].slice(0, PROBLEMS_KEPT),
      warnings: reading.warnings.slice(0, PROBLEMS_KEPT),
    });
  };

  const takeAll = async (items: readonly IntakeItem[]): Promise<void> => {
    for (const group of groups(items)) {
      const [first] = group;
      const last = group.at(-1);
      if (first === undefined || last === undefined) continue;
      if (first.damaged === true)
        await report({ at: '', source: 'folder', files: [], patients: null, refused: [DAMAGED], warnings: [] });
      else if (first.source === 'feed')
        await take(
          last,
          group.flatMap((item) => item.files),
          'hl7v2',
        );
      else {
        // Tables first: messages update what they say.
        await take(
          first,
          first.files.filter((file) => !isHl7(file.name)),
        );
        await take(
          first,
          first.files.filter((file) => isHl7(file.name)),
          'hl7v2',
        );
      }
      await intake.settle(last.n);
    }
  };

  const drainAll = async (): Promise<void> => {
    try {
      await intake.ready();
      core.patch({ intakeReports: await intake.reports() });
      for (;;) {
        const items = await intake.next();
        if (items.length === 0) break;
        await takeAll(items);
      }
    } catch (cause) {
      // Full disk, or locked in the middle: what waits stays sealed and is taken the next time.
      if (!(cause instanceof PortFailure)) throw cause;
    } finally {
      working = undefined;
      await look();
    }
  };

  return {
    look,
    async drain() {
      if (core.state.get().signedIn === null) return;
      working ??= drainAll();
      await working;
    },
  };
}

/** Messages that follow one another are one import; a pick-up of the folder is one of its own. */
function groups(items: readonly IntakeItem[]): readonly (readonly IntakeItem[])[] {
  const all: IntakeItem[][] = [];
  for (const item of items) {
    const group = all.at(-1);
    const before = group?.at(-1);
    if (group && before?.source === 'feed' && item.source === 'feed' && !before.damaged && !item.damaged)
      group.push(item);
    else all.push([item]);
  }
  return all;
}

function isHl7(name: string): boolean {
  return name.toLowerCase().endsWith('.hl7');
}

/** A list that does not say when it was made is as old as its file. */
function withTime(reading: CensusReading, files: IntakeItem['files'], now: Instant): CensusReading {
  const modified = files
    .map((file) => file.modifiedAt)
    .toSorted()
    .at(-1);
  if (modified === undefined || !reading.warnings.some((one) => one.code === 'as-of-unknown')) return reading;
  const asOf = Date.parse(modified) < Date.parse(reading.asOf) ? onWardClock(modified, now) : reading.asOf;
  return { ...reading, asOf, warnings: reading.warnings.filter((one) => one.code !== 'as-of-unknown') };
}

/** Why nobody should take this list unseen; a person may still import the same file by hand. */
function refusalOf(reading: CensusReading, before: number, asOfBefore: string | undefined): InputProblem | undefined {
  const problem = (code: string, message: string): InputProblem => ({ code, message, where: { file: '' } });
  const patients = reading.patients.length;
  if (patients === 0 && reading.format !== 'hl7v2') return problem('nobody-read', 'No patient could be read.');
  if (reading.format === 'hl7v2') return undefined;
  if (reading.questions.some((question) => question.blocking))
    return problem('needs-answer', 'A question about this list has to be answered: import it by hand once.');
  if (asOfBefore !== undefined && Date.parse(reading.asOf) < Date.parse(asOfBefore))
    return problem('older-than-current', 'This list is older than the one on this PC.');
  if (before >= SMALLEST_COMPARED && patients * 2 < before)
    return problem('far-fewer-patients', `Only ${patients} patients, ${before} before: it may be cut off.`);
  if (reading.refused.length > 0 && patients * 10 < reading.read * 9)
    return problem('many-lines-refused', 'More than one line in ten could not be read.');
  return undefined;
}

const DAMAGED: InputProblem = {
  code: 'intake-damaged',
  message: 'Something that came in by itself does not open: it was damaged on this disk, or belongs to another vault.',
  where: { file: '' },
};
