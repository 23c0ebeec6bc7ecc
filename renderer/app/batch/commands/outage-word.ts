import type { OutageState } from '../../../domain/outage/outage';
import { currentOutage } from '../../../domain/outage/projection';
import { bulletinOf } from '../../../domain/outage/bulletin';
import { type BatchAnswer, type BatchCommand, type BatchContext, done, EXIT, refusedInput } from '../command';
import { instantOption, readInstant } from '../instant-option';
import { PAPER, paperOf, printRequest } from './print';

const SENTENCES: Readonly<Record<string, string>> = {
  'no-outage': 'no outage is running, and none ended here',
  'not-allowed-now': 'the outage is closed',
  'unknown-system': 'unknown system',
  unchanged: 'that is what was said of this system already',
  'text-missing': 'the word is empty',
  'text-too-long': 'the word is too long for one page',
  'next-update-in-the-past': 'the time of the next word has passed',
  'expected-before-start': 'the expected end lies before the start',
};

function current(context: BatchContext): OutageState {
  const event = currentOutage(context.box.state.get().world.outages);
  if (!event) throw refusedInput({ code: 'no-outage' }, SENTENCES['no-outage']);
  return event;
}

function standing(context: BatchContext): BatchAnswer {
  const event = current(context);
  const { number, systems, update, nextAt, overdue, length } = bulletinOf(event, context.box.clock.now());
  const names = Object.fromEntries(
    Object.entries(systems).map(([state, list]) => [state, list.map((one) => one.system)]),
  );
  return done({
    outage: event.id,
    bulletin: number,
    systems: names,
    text: update?.text ?? null,
    expectedUntil: event.expectedUntil ?? null,
    nextAt: nextAt ?? null,
    overdue,
    length,
  });
}

const STANDING =
  '{outage, bulletin, systems:{down, degraded, up, unknown}, text, expectedUntil, nextAt, overdue, length}';

/** A word to everybody. */
export const outageUpdate: BatchCommand = {
  words: ['outage', 'update'],
  about: 'a word to everybody: what is being done, when it is expected to end, when the next word comes',
  options: {
    text: { value: 'T', required: true, about: 'the word; names no patient' },
    'said-by': { value: 'WHO', about: 'who said so' },
    expected: { value: 'ISO|unknown', about: 'expected end; as before when left out' },
    next: { value: 'ISO', about: 'when the next word comes, changed or not' },
  },
  needs: 'vault',
  json: STANDING,
  async run(context) {
    const expected = context.option('expected');
    const next = context.option('next');
    const saidBy = context.option('said-by');
    const written = await context.box.outage.update({
      outage: current(context).id,
      text: context.option('text') ?? '',
      ...(saidBy === undefined ? {} : { saidBy }),
      ...(expected === undefined
        ? {}
        : { expectedUntil: expected === 'unknown' ? null : readInstant(expected, '--expected') }),
      ...(next === undefined ? {} : { nextAt: readInstant(next, '--next') }),
    });
    if (!written.ok) throw refusedInput(written.error, SENTENCES[written.error.code]);
    return standing(context);
  },
};

/** One line of the scope matrix. */
export const outageSystem: BatchCommand = {
  words: ['outage', 'system'],
  about: 'says of one system that it works, does not, or is slow or works in part',
  positionals: { name: 'SYSTEM', min: 1, max: 1 },
  options: {
    state: { value: 'S', required: true, oneOf: ['up', 'down', 'degraded'], about: 'up, down or degraded' },
    'said-by': { value: 'WHO', about: 'who said so' },
    at: { value: 'ISO', about: 'since when; now when left out' },
  },
  needs: 'vault',
  json: STANDING,
  async run(context) {
    const saidBy = context.option('said-by');
    const written = await context.box.outage.changeSystem({
      outage: current(context).id,
      system: context.positionals[0] ?? '',
      state: context.option('state') as 'up' | 'down' | 'degraded',
      since: instantOption(context, 'at'),
      ...(saidBy === undefined ? {} : { saidBy }),
    });
    if (!written.ok) throw refusedInput(written.error, SENTENCES[written.error.code]);
    return standing(context);
  },
};

/** One page for the notice board. */
export const printBulletin: BatchCommand = {
  words: ['print', 'bulletin'],
  about: 'one page for the notice board: what works, what does not, the newest word, when the next one comes',
  options: { ...PAPER, out: { value: 'FILE.pdf', required: true, about: 'where to' } },
  needs: 'vault',
  json: '{file, pages, sheets:[], overflow:[…], ms}',
  run: (context) => printRequest(context, { kind: 'bulletin', id: current(context).id, paper: paperOf(context) }),
};

/** What an outage came to. */
export const outageReport: BatchCommand = {
  words: ['outage', 'report'],
  about: 'the after-action report: measures, late steps, safety events, decisions, timeline; as PDF and CSV',
  options: { ...PAPER, out: { value: 'DIR', required: true, about: 'folder for the files' } },
  needs: 'vault',
  json: '{outage, files:[{name, records}]}',
  async run(context) {
    const { id } = current(context);
    const plan = await context.box.print.plan({ kind: 'after-action', id, paper: paperOf(context) });
    if (!plan.ok) throw refusedInput(plan.error);
    const printed = await context.box.print.toPdf(plan.value);
    if (!printed.ok) return { exit: EXIT.refused, json: { outage: id, ...printed.error, files: [] } };
    const files = [
      { name: 'after-action.pdf', bytes: printed.value.pdf, records: printed.value.pages },
      ...context.box.reports.csv(id),
    ];
    for (const { name, bytes } of files) await context.writeOutput(name, bytes);
    return done({ outage: id, files: files.map(({ name, records }) => ({ name, records })) });
  },
};
