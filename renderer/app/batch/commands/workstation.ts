import type { Box } from '../../box';
import { PortFailure, type PortFailureCode } from '../../ports';
import { currentOutage } from '../../../domain/outage/projection';
import { type BatchCommand, BatchRefusal, done, EXIT, refusedInput, usage } from '../command';

/** First set-up; the recovery code is answered once and never again. */
export const init: BatchCommand = {
  words: ['init'],
  about: 'first set-up of this profile; the passphrase comes from --passphrase-file',
  options: {
    site: { value: 'S', required: true, about: 'hospital or site' },
    ward: { value: 'W', required: true, about: 'ward of this workstation' },
    workstation: { value: 'N', required: true, about: 'name of this workstation' },
    manager: { value: 'U', required: true, about: 'name of the first manager' },
    'second-journal': {
      value: 'DIR',
      about: 'existing folder on another disk or a share, where every entry is copied to after it is saved',
    },
  },
  needs: 'nothing',
  json: '{vault, recoveryCode, secondJournal: set | why not}',
  async run(context) {
    const { passphrase } = context;
    if (passphrase === undefined) throw usage('init needs --passphrase-file FILE', '--passphrase-file');
    const need = (name: string): string => {
      const value = context.option(name)?.trim();
      if (!value) throw usage(`--${name} is empty`, `--${name}`);
      return value;
    };
    const made = await context.box.setUp({
      site: need('site'),
      ward: need('ward'),
      workstation: need('workstation'),
      managerName: need('manager'),
      passphrase,
    });
    if (!made.ok) {
      const messages: Readonly<Record<string, string>> = {
        'vault-exists': 'this profile is set up already; choose another --profile',
        'passphrase-too-short': `the passphrase has fewer than ${typeof made.error['min'] === 'number' ? made.error['min'] : 15} characters`,
      };
      throw refusedInput(
        { ...made.error, where: made.error.code === 'vault-exists' ? '--profile' : '--passphrase-file' },
        messages[made.error.code],
      );
    }
    const second = context.option('second-journal');
    const problem = second === undefined ? null : await setSecond(context.box, second);
    return done({
      vault: made.value.vault,
      recoveryCode: made.value.recoveryCode,
      // The code exists only now: a place that does not do must not cost it.
      ...(second === undefined ? {} : { secondJournal: problem ?? 'set' }),
    });
  },
};

async function setSecond(box: Box, path: string): Promise<PortFailureCode | null> {
  try {
    await box.secondPlace.use(path);
    return null;
  } catch (cause) {
    if (cause instanceof PortFailure) return cause.code;
    throw cause;
  }
}

/** What this workstation is and holds. Runs locked too: then it says so and leaves out what needs a key. */
export const status: BatchCommand = {
  words: ['status'],
  about: 'what this workstation is and holds',
  options: {},
  needs: 'nothing',
  json: '{version, site, ward, outage, patients, snapshotAsOf, entries, drafts, locked, clock:{comparedAt, offsetMs, changes:[{kind, byMs, was, is, at, events}]}}',
  async run(context) {
    const { box, passphrase } = context;
    const before = box.state.get();
    if (!before.vault?.exists)
      throw new BatchRefusal(EXIT.locked, {
        code: 'no-vault',
        message: 'no vault in this profile yet: run init first',
        where: '--profile',
      });
    if (passphrase !== undefined) {
      const signedIn = await box.signIn({ secret: passphrase, kind: 'passphrase' });
      if (!signedIn.ok)
        throw new BatchRefusal(EXIT.locked, {
          ...signedIn.error,
          message: 'the passphrase does not open this vault',
          where: '--passphrase-file',
        });
    }
    const state = box.state.get();
    const locked = state.signedIn === null;
    const outage = currentOutage(state.world.outages);
    const report = await box.verify();
    return done({
      version: state.shell?.version ?? '',
      vault: state.vault?.vaultId ?? '',
      site: state.vault?.site ?? '',
      ward: state.vault?.ward ?? '',
      workstation: state.vault?.workstation ?? '',
      outage:
        outage && outage.stage !== 'closed'
          ? {
              outage: outage.id,
              kind: outage.kind,
              state: outage.stage,
              since: outage.since,
              until: outage.until ?? null,
            }
          : null,
      patients: locked ? null : context.box.patients.board().length,
      snapshotAsOf: locked ? null : (context.box.patients.snapshotAsOf() ?? null),
      entries: report.entries,
      drafts: locked ? null : state.drafts.length,
      locked,
      keyring: state.vault?.keyring ?? '',
      keyringSafe: state.vault?.keyringSafe ?? false,
      storage: { journal: state.storage?.journal ?? 'failed', database: state.storage?.database ?? 'failed' },
      secondJournal: state.secondJournal,
      clock: {
        comparedAt: state.world.clock.compared[state.vault?.device ?? '']?.at ?? null,
        offsetMs: state.world.clock.compared[state.vault?.device ?? '']?.offsetMs ?? null,
        changes: state.world.clock.changes.map(({ kind, byMs, was, is, at, events }) => ({
          kind,
          byMs,
          was,
          is,
          at,
          events,
        })),
      },
    });
  },
};
