import { type Result, ok, refuse } from '../domain/basics/result';
import type { Instant } from '../domain/basics/time';
import {
  keepLonger,
  type RemovalScene,
  type RemovalSurvey,
  type RetentionRefusal,
  removePatients,
} from '../domain/retention/commands';
import { type RetentionLine, retentionPlan } from '../domain/retention/retention';
import { mayDo, standingOf } from '../domain/workstation/permissions';
import { formatSerial, parseSerial } from '../domain/form/serial';
import { parseDowntimeNumber } from '../domain/patient/downtime-number';
import { type Core, refusedBy } from './core';
import type { SignInRefusal } from './ports';
import type { Refused } from './refusal';

/** Somebody else, proving that they agree. */
export interface SecondPerson {
  readonly person: string;
  readonly secret: string;
}

/** Keeping and removing the patients of closed outages. */
export interface RetentionUse {
  /** How many days after closing the policy keeps them. */
  days(): number;
  plan(): readonly RetentionLine[];
  /** What a removal would take, counted. */
  survey(outage: string): Promise<RemovalSurvey>;
  keepLonger(input: {
    readonly outage: string;
    readonly until: Instant;
    readonly reason: string;
  }): Promise<Result<{ readonly until: Instant }, Refused>>;
  /** Without a second person only what is due. */
  remove(input: {
    readonly outage: string;
    readonly reason?: string;
    readonly second?: SecondPerson;
  }): Promise<Result<{ readonly entries: number }, Refused>>;
  /** After a sign-in: what was decided and not finished is finished. */
  finish(): Promise<void>;
}

/** 30 days (security.md 5: a workstation keeps at least that). */
export const DEFAULT_KEEP_DAYS = 30;

/** Makes the use-cases of retention. */
export function createRetentionUse(core: Core, reread: () => Promise<void>): RetentionUse {
  const { ports, state } = core;
  const days = (): number => {
    const said = state.get().shell?.policy?.values['keepClosedDays'];
    return typeof said === 'number' ? said : DEFAULT_KEEP_DAYS;
  };
  const scene = (outage: string): RemovalScene => {
    const { world } = state.get();
    const closed = world.entries.findLast(({ type, book }) => type === 'outage.closed' && book === outage);
    const clockDoubtful = world.clock.changes.some(
      ({ id, kind }) => kind === 'set-forward' && closed !== undefined && isAfter(id, closed.id),
    );
    return { outages: world.outages, retention: world.retention, days: days(), clockDoubtful };
  };
  const isAfter = (one: string, other: string): boolean => {
    const { entries } = state.get().world;
    return entries.findIndex(({ id }) => id === one) > entries.findIndex(({ id }) => id === other);
  };
  const standing = () => standingOf(state.get().signedIn?.person);

  const destroy = async (outage: string, snapshotsUpTo: Instant | null): Promise<void> => {
    const stillNeeded = new Set<string>();
    for (const { book, subject, payload } of state.get().world.entries) {
      if (book === outage) continue;
      stillNeeded.add(subject);
      if ('patient' in payload && typeof payload.patient === 'string') stillNeeded.add(payload.patient);
    }
    await ports.removal.remove(outage, { snapshotsUpTo, stillNeeded });
  };

  return {
    days,
    plan: () => retentionPlan(state.get().world.outages, state.get().world.retention, days(), ports.clock.now()),
    survey: (outage) => ports.removal.survey(outage),

    async keepLonger(input) {
      if (!mayDo(standing(), 'keep-longer')) return refuse({ code: 'not-manager' });
      const done = await core.run((_world, context) => keepLonger(scene(input.outage), input, context));
      return done.ok ? ok({ until: input.until }) : refuse(refusedBy(done.error));
    },

    async remove({ outage, reason, second }) {
      if (!mayDo(standing(), 'remove-patients')) return refuse({ code: 'not-manager' });
      const agreed = await secondPerson(core, second);
      if (!agreed.ok) return refuse(refusedBy(agreed.error));
      const survey = await ports.removal.survey(outage);
      const { settings, world } = state.get();
      const done = await core.run((_world, context) =>
        removePatients(
          scene(outage),
          {
            outage,
            survey,
            ...(reason === undefined ? {} : { reason }),
            ...(agreed.value === undefined ? {} : { secondPerson: agreed.value }),
            ...(settings.lastBackupAt === null ? {} : { lastBackupAt: settings.lastBackupAt }),
            lastNumbers: lastOf(world.patients.issued),
            lastSerials: serialsOf(world.serials.highest),
          },
          context,
        ),
      );
      if (!done.ok) return refuse(refusedBy(done.error));
      const [entry] = done.value;
      if (entry?.type === 'patients.removed') await destroy(outage, entry.payload.snapshotsUpTo);
      await reread();
      core.patch({
        snapshot: (await ports.snapshots.current()) ?? null,
        drafts: state.get().drafts.filter((draft) => draft.outage !== outage),
      });
      return ok({ entries: survey.entries });
    },

    async finish() {
      for (const { book, payload } of Object.values(state.get().world.retention.removed))
        if (ports.removal.isUnfinished(book)) await destroy(book, payload.snapshotsUpTo);
    },
  };
}

async function secondPerson(
  { ports, state }: Core,
  second: SecondPerson | undefined,
): Promise<Result<string | undefined, RetentionRefusal | SignInRefusal>> {
  if (!second) return ok(undefined);
  const { vault, signedIn } = state.get();
  if (second.person === signedIn?.person.id) return refuse({ code: 'same-person' });
  const person = vault?.people.find(({ id }) => id === second.person);
  if (!person || !mayDo(standingOf(person), 'agree-to-removal')) return refuse({ code: 'unknown-person' });
  const proved = await ports.vault.prove(second);
  return proved.ok ? ok(second.person) : proved;
}

// The highest of each workstation is enough to go on counting.
function lastOf(issued: Iterable<string>): readonly string[] {
  const last = new Map<string, { readonly sequence: number; readonly text: string }>();
  for (const text of issued) {
    const number = parseDowntimeNumber(text);
    if (!number.ok) continue;
    const { workstation, sequence } = number.value;
    if (sequence > (last.get(workstation)?.sequence ?? 0)) last.set(workstation, { sequence, text });
  }
  return [...last.values()].map(({ text }) => text);
}

// One per series is enough to go on counting; a serial names a workstation and a number, no patient.
function serialsOf(highest: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(highest).flatMap(([key, sequence]) => {
    const [series = '', workstation = ''] = key.split('-');
    if (series !== 'DT' && series !== 'DTB') return [];
    const serial = formatSerial(workstation, sequence, series);
    return parseSerial(serial) ? [serial] : [];
  });
}
