import type { OutageKind } from '../../../domain/outage/entries';
import type { OutageState } from '../../../domain/outage/outage';
import { currentOutage, runningOutage } from '../../../domain/outage/projection';
import { type BatchAnswer, type BatchCommand, type BatchContext, done, refusedInput } from '../command';
import { instantOption } from '../instant-option';

const ANSWER = '{outage, kind, state, since, until}';

const SENTENCES: Readonly<Record<string, string>> = {
  'already-running': 'an outage is running already; end it first',
  'in-the-future': 'the time lies in the future',
  'too-long-ago': 'the time lies too long ago',
  'before-start': 'the time lies before the start of the outage',
  'unknown-system': 'unknown system',
  'no-outage': 'no outage is running',
};

function answer(outage: OutageState | undefined): BatchAnswer {
  if (!outage || outage.stage === 'closed') return done({ outage: null, state: 'none', since: null, until: null });
  return done({
    outage: outage.id,
    kind: outage.kind,
    state: outage.stage,
    since: outage.since,
    until: outage.until ?? null,
  });
}

const current = (context: BatchContext): OutageState | undefined =>
  currentOutage(context.box.state.get().world.outages);

/** Declares an outage for this workstation's ward. */
export const declare: BatchCommand = {
  words: ['outage', 'declare'],
  about: "declares an outage for this workstation's ward",
  options: {
    kind: {
      value: 'K',
      required: true,
      oneOf: ['planned', 'unplanned', 'partial', 'slow', 'drill'],
      about: 'planned, unplanned, partial, slow or drill',
    },
    systems: {
      value: 'A,B',
      required: true,
      many: true,
      about: 'ehr, orders, mar-cabinet, lis, imaging, blood-bank, phones, pagers, network, printers, identity',
    },
    at: { value: 'ISO', about: 'when it began; now when left out' },
  },
  needs: 'vault',
  json: ANSWER,
  async run(context) {
    const ward = context.box.state.get().vault?.ward ?? '';
    const declared = await context.box.outage.declare({
      kind: context.option('kind') as OutageKind,
      systems: context.options('systems').map((name) => name.trim().toLowerCase()),
      ward,
      since: instantOption(context, 'at'),
    });
    if (!declared.ok) throw refusedInput(declared.error, SENTENCES[declared.error.code]);
    return answer(runningOutage(context.box.state.get().world.outages));
  },
};

/** The all-clear. */
export const end: BatchCommand = {
  words: ['outage', 'end'],
  about: 'the official all-clear: ends the running outage',
  options: { at: { value: 'ISO', about: 'when it ended; now when left out' } },
  needs: 'vault',
  json: ANSWER,
  async run(context) {
    const running = runningOutage(context.box.state.get().world.outages);
    if (!running) throw refusedInput({ code: 'no-outage' }, SENTENCES['no-outage']);
    const ended = await context.box.outage.end({ outage: running.id, until: instantOption(context, 'at') });
    if (!ended.ok) throw refusedInput(ended.error, SENTENCES[ended.error.code]);
    return answer(current(context));
  },
};

/** Where it stands. */
export const outageStatus: BatchCommand = {
  words: ['outage', 'status'],
  about: 'the outage that runs or ran last',
  options: {},
  needs: 'nothing',
  json: ANSWER,
  run: (context) => Promise.resolve(answer(current(context))),
};
