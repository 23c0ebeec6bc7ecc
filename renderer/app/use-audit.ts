import { type AuditEvent, auditTrail } from '../domain/audit/audit-trail';
import { type Result, ok, refuse } from '../domain/basics/result';
import { type NewEntry, NOBODY, WORKSTATION_BOOK } from '../domain/ledger/entry';
import { currentOutage } from '../domain/outage/projection';
import type { BoardPatient } from '../domain/patient/board';
import type { AuditFormat } from '../exchange/export/audit-input';
import type { Core } from './core';
import { PortFailure } from './ports';
import type { Refused } from './refusal';
import type { MadeFile } from './use-export';

export type { AuditFormat } from '../exchange/export/audit-input';

/** The trail as files, ready to be written. */
export interface AuditMade {
  readonly format: AuditFormat;
  readonly files: readonly MadeFile[];
  readonly events: number;
}

/** Who looked at what: noted, reviewed, given to others. Reviewing is a manager's. */
export interface AuditUse {
  /** Somebody opened a patient or a signed form. Never throws: looking at a patient waits for nothing. */
  viewed(patient: string, part: 'record' | 'form', serial?: string): Promise<void>;
  listed(count: number, how: 'screen' | 'batch'): Promise<void>;
  searched(text: string, found: number): Promise<void>;
  make(input: {
    readonly format: AuditFormat;
    readonly from?: string;
    readonly to?: string;
  }): Promise<Result<AuditMade, Refused>>;
  save(made: AuditMade): Promise<Result<{ readonly saved: boolean }, Refused>>;
  wrote(made: AuditMade): Promise<void>;
}

/** The same person with the same thing again within this time is one look. */
const ONE_LOOK_MS = 15 * 60_000;

/** Makes the use-cases of the audit trail. */
export function createAuditUse(core: Core, board: () => readonly BoardPatient[]): AuditUse {
  const { ports, state } = core;
  const looks = new Map<string, number>();

  type Look = Extract<NewEntry, { readonly type: 'patient.viewed' | 'patients.listed' | 'patients.searched' }>;
  const note = async (thing: string, look: Pick<Look, 'type' | 'subject' | 'payload'>): Promise<void> => {
    const person = state.get().signedIn?.person.id;
    if (person === undefined) return;
    const key = `${person} ${look.type} ${look.subject} ${thing}`;
    const now = Date.parse(ports.clock.now());
    const last = looks.get(key);
    // A clock set back makes it a new look rather than none.
    if (last !== undefined && now >= last && now - last < ONE_LOOK_MS) return;
    looks.set(key, now);
    try {
      await core.run((world, { by }) =>
        ok([{ book: currentOutage(world.outages)?.id ?? WORKSTATION_BOOK, by, ...look } as Look]),
      );
    } catch (cause) {
      // Neither copy takes anything: the banner says so. The next look tries again.
      looks.delete(key);
      if (!(cause instanceof PortFailure)) throw cause;
    }
  };

  const wrote: AuditUse['wrote'] = async ({ format, files }) => {
    await core.run((_world, { by }) => {
      const named = files.map(({ name, sha256, records }) => ({ name, sha256, records }));
      const payload = { format: `audit-${format}`, files: named, upTo: '', ledgerHead: ports.ledger.headCode() };
      return ok([{ book: WORKSTATION_BOOK, subject: 'audit', by, type: 'export.written', payload }]);
    });
  };

  const trail = (): Result<readonly AuditEvent[], Refused> => {
    const { signedIn, world } = state.get();
    if (!signedIn) return refuse({ code: 'not-signed-in' });
    if (signedIn.person.role !== 'manager') return refuse({ code: 'not-manager' });
    return ok(auditTrail(world.entries));
  };

  return {
    viewed: (patient, part, serial) =>
      note(serial ?? part, {
        type: 'patient.viewed',
        subject: patient,
        payload: { part, ...(serial === undefined ? {} : { serial }) },
      }),
    listed: (count, how) => note(how, { type: 'patients.listed', subject: 'patients', payload: { count, how } }),
    searched: (text, found) => note(text, { type: 'patients.searched', subject: 'patients', payload: { text, found } }),
    async make({ format, from, to }) {
      const all = trail();
      if (!all.ok) return all;
      const time = (at: string | undefined, none: number): number => (at === undefined ? none : Date.parse(at));
      const [begin, end] = [time(from, Number.NEGATIVE_INFINITY), time(to, Number.POSITIVE_INFINITY)];
      const events = all.value.filter(({ at }) => Date.parse(at) >= begin && Date.parse(at) <= end).toReversed();
      const { vault, shell } = state.get();
      const patients = new Map(board().map((one) => [one.id, one]));
      const people = new Map((vault?.people ?? []).map((one) => [one.id, one]));
      const written = ports.auditFiles(format, {
        events,
        patient: (id) => patients.get(id),
        person: (id) => (id === NOBODY ? undefined : people.get(id)),
        site: vault?.site ?? '',
        workstation: vault?.workstation ?? '',
        version: shell?.version ?? '',
      });
      const files = await Promise.all(
        written.map(async (file) => ({ ...file, sha256: await ports.sha256(file.bytes) })),
      );
      return ok({ format, files, events: events.length });
    },
    async save(made) {
      const saved = await ports.files.saveFolder(made.files.map(({ name, bytes }) => ({ name, bytes })));
      if (saved.saved) await wrote(made);
      return ok({ saved: saved.saved });
    },
    wrote,
  };
}
