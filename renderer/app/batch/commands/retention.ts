import type { RetentionLine } from '../../../domain/retention/retention';
import { type BatchCommand, done, EXIT, refusedInput } from '../command';
import { instantOption } from '../instant-option';

const SENTENCES: Readonly<Record<string, string>> = {
  'unknown-outage': 'no such outage here',
  'already-removed': 'its patients were removed already',
  'not-closed-yet': 'its back-entry is not closed yet',
  'downtime-running': 'a downtime runs; nothing is removed until its all-clear',
  'clock-doubtful': 'the clock of this PC was set forward since it was closed; two people remove it on the screen',
  'shared-key': 'part of it lies under a key that other records need (written by an older version)',
  'bad-until': 'a time in the future, at most ten years from now',
  'not-manager': 'only a manager does this: give the passphrase of one',
};

function shown({ outage, stage, closedAt, dueMs, extended, removed }: RetentionLine) {
  return {
    outage: outage.id,
    stage,
    since: outage.since,
    closedAt: closedAt ?? null,
    dueAt: dueMs === undefined ? null : new Date(dueMs).toISOString(),
    extended: extended ? { until: extended.until, reason: extended.reason } : null,
    removed: removed
      ? {
          at: removed.at,
          by: removed.by,
          entries: removed.payload.entries,
          counts: removed.payload.counts,
          why: removed.payload.why,
        }
      : null,
  };
}

/** What is to be removed when. */
export const retentionList: BatchCommand = {
  words: ['retention', 'list'],
  about: "when each downtime's patients are to be removed, and what was removed",
  options: {},
  needs: 'vault',
  json: '{days, outages:[{outage, stage: open|waiting|due|removed, since, closedAt, dueAt, extended, removed}]}',
  async run({ box }) {
    return done({ days: box.retention.days(), outages: box.retention.plan().map(shown) });
  },
};

/** Removes what is due, for a nightly task. */
export const retentionApply: BatchCommand = {
  words: ['retention', 'apply'],
  about:
    'removes the patients of every closed downtime whose time has come; the rest stays, and nothing can be taken back',
  options: {},
  needs: 'vault',
  json: '{removed:[{outage, entries}], refused:[{outage, code, message}]}',
  async run({ box }) {
    const removed: { outage: string; entries: number }[] = [];
    const refused: { outage: string; code: string; message: string }[] = [];
    for (const { outage, stage } of box.retention.plan()) {
      if (stage !== 'due') continue;
      const result = await box.retention.remove({ outage: outage.id });
      if (result.ok) removed.push({ outage: outage.id, entries: result.value.entries });
      else {
        const { code } = result.error;
        refused.push({ outage: outage.id, code, message: SENTENCES[code] ?? code });
      }
    }
    return { exit: refused.length === 0 ? EXIT.done : EXIT.refused, json: { removed, refused } };
  },
};

/** Keeps one longer. */
export const retentionKeep: BatchCommand = {
  words: ['retention', 'keep'],
  about: 'keeps the patients of a closed downtime longer than the policy says',
  options: {
    outage: { value: 'ID', required: true, about: 'from retention list' },
    until: { value: 'ISO', required: true, about: 'date and time with offset' },
    reason: { value: 'TEXT', required: true, about: 'why; no patient names' },
  },
  needs: 'vault',
  json: '{outage, until}',
  async run(context) {
    const outage = context.option('outage') ?? '';
    const until = instantOption(context, 'until');
    const kept = await context.box.retention.keepLonger({ outage, until, reason: context.option('reason') ?? '' });
    if (!kept.ok) throw refusedInput({ ...kept.error, where: '--outage' }, SENTENCES[kept.error.code]);
    return done({ outage, until });
  },
};
