import { type BatchCommand, BatchRefusal, EXIT, type ExitCode, refusedInput, usage } from '../command';
import type { Refused } from '../../refusal';

const MESSAGES: Readonly<Record<string, readonly [ExitCode, string]>> = {
  'not-a-backup': [EXIT.refused, 'this file is no backup of Downtime Box'],
  'older-format': [
    EXIT.refused,
    'this backup has an older format than this version reads; restore it with the version that wrote it',
  ],
  'newer-format': [EXIT.refused, 'this backup was written by a newer version; install that version first'],
  'other-vault': [EXIT.refused, 'this backup belongs to another vault; restore it into a fresh profile'],
  'backup-damaged': [EXIT.damaged, 'this backup is damaged; nothing was restored. Take another one'],
  'backup-differs': [
    EXIT.damaged,
    'this backup and this profile hold different entries at one place; restore it into a fresh profile and compare',
  ],
  'wrong-passphrase': [
    EXIT.locked,
    'the passphrase file holds neither a passphrase nor the recovery code of this vault',
  ],
};

/** The whole vault as one sealed file, read back before it is reported. */
export const backup: BatchCommand = {
  words: ['backup'],
  about:
    'writes the whole vault as one sealed file and reads it back; needs no passphrase, so that it can run every night',
  options: { out: { value: 'FILE', required: true, about: 'where to; an older file of that name is replaced' } },
  needs: 'nothing',
  json: '{file, entries, sha256, vault, createdAt, bytes, snapshots, drafts, library, leftOut:[{device, seq}]}',
  async run(context) {
    const { box, passphrase } = context;
    if (!box.state.get().vault?.exists) throw noVault();
    if (passphrase !== undefined) {
      const signedIn = await box.signIn({ secret: passphrase, kind: 'passphrase' });
      if (!signedIn.ok) throw refusal({ code: 'wrong-passphrase' }, '--passphrase-file');
    }
    const made = await box.backup.make();
    const file = await context.writeOutput(null, made.bytes);
    context.progress('reading the backup back');
    const [readBack] = await context.readInput(context.option('out') ?? '');
    await box.backup.written(made, readBack?.bytes ?? new Uint8Array());
    const { entries, sha256, vault, createdAt, snapshots, drafts, library } = made.summary;
    const { leftOut } = made;
    const facts = {
      file,
      entries,
      sha256,
      vault,
      createdAt,
      bytes: made.bytes.length,
      snapshots,
      drafts,
      library,
      leftOut,
    };
    if (leftOut.length === 0) return { exit: EXIT.done, json: facts };
    const message = `${leftOut.length} entries are damaged in both copies and cannot be in the backup; everything else is`;
    return { exit: EXIT.damaged, json: { ...facts, code: 'damaged', message, where: '--profile' } };
  },
};

/** A backup into a fresh profile, or into the vault it came from. */
export const restore: BatchCommand = {
  words: ['restore'],
  about: 'restores a backup into a fresh profile, or completes the same vault; PINs do not move to another PC',
  positionals: { name: 'FILE', min: 1, max: 1 },
  options: {
    workstation: { value: 'N', about: 'another name for this PC, when the one the backup is from goes on working' },
  },
  needs: 'nothing',
  json: '{entries, added, fresh, vault, site, ward, workstation, createdAt, sha256, snapshots, drafts, library, chain, copies, quarantined, pinsToRenew, stayRemoved, dueForRemoval:[outage], notice}',
  async run(context) {
    const { box, passphrase } = context;
    if (passphrase === undefined)
      throw usage(
        "restore needs --passphrase-file FILE with a manager's passphrase or the recovery code",
        '--passphrase-file',
      );
    const [path = ''] = context.positionals;
    const [file, other] = await context.readInput(path);
    if (!file || other) throw refusedInput({ code: 'not-a-backup', where: path }, 'give one backup file, not a folder');
    const workstation = context.option('workstation');
    const restored = await box.backup.restore({
      bytes: file.bytes,
      secret: passphrase,
      ...(workstation === undefined ? {} : { workstation }),
    });
    if (!restored.ok)
      throw refusal(restored.error, restored.error.code === 'wrong-passphrase' ? '--passphrase-file' : path);
    const { summary, fresh, added, pinsToRenew, stayRemoved } = restored.value;
    const due = box.retention.plan().flatMap(({ stage, outage }) => (stage === 'due' ? [outage.id] : []));
    const { chain, copies, quarantined } = await box.verify();
    const here = box.state.get().vault;
    const sound = chain === 'whole' && copies === 'equal' && quarantined.length === 0;
    return {
      exit: sound ? EXIT.done : EXIT.damaged,
      json: {
        entries: summary.entries,
        added,
        fresh,
        vault: summary.vault,
        site: here?.site ?? summary.site,
        ward: here?.ward ?? summary.ward,
        workstation: here?.workstation ?? summary.workstation,
        createdAt: summary.createdAt,
        sha256: summary.sha256,
        snapshots: summary.snapshots,
        drafts: summary.drafts,
        library: summary.library,
        chain,
        copies,
        quarantined,
        pinsToRenew,
        stayRemoved: stayRemoved ?? 0,
        dueForRemoval: due,
        notice: [fresh ? FRESH_NOTICE : '', removalNotice(stayRemoved ?? 0, due.length)].filter(Boolean).join(' '),
      },
    };
  },
};

const FRESH_NOTICE =
  'PINs belong to the PC they were given at: sign in with a passphrase or the recovery code and give each person a new PIN. ' +
  'If the old PC goes on working, restore with --workstation and another name, or both issue the same downtime numbers.';

function removalNotice(stayRemoved: number, due: number): string {
  return [
    stayRemoved > 0
      ? `${stayRemoved} entries in this backup belong to patients that were removed by retention since; they stay removed.`
      : '',
    due > 0
      ? `This backup brought back ${due} closed downtimes whose patients should be removed by now: run retention apply.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function refusal(refused: Refused, where: string): BatchRefusal {
  const [exit, message] = MESSAGES[refused.code] ?? [EXIT.locked, refused.code];
  return new BatchRefusal(exit, { ...refused, message, where });
}

function noVault(): BatchRefusal {
  const message = 'no vault in this profile yet: run init first';
  return new BatchRefusal(EXIT.locked, { code: 'no-vault', message, where: '--profile' });
}
