import { type Instant, toEpochMs } from '../../domain/basics/time';
import type { AfterAction } from '../../domain/after-action/after-action';
import { durationText } from '../../domain/outage/duration-text';
import type { SystemName } from '../../domain/outage/entries';
import type { LogLine, OutageState } from '../../domain/outage/outage';
import { EVENT_WORDS } from '../print/event-words';
import { clinicalInstant } from '../print/type/dates';

/** What an after-action report says, before it is paper or a spreadsheet. */
export interface AfterActionReport {
  readonly event: OutageState;
  readonly report: AfterAction;
  /** Names as people know them: systems, users by id, cards and forms by id. */
  readonly systems: ReadonlyMap<SystemName, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

/** One table of the report, all text. */
export interface ReportTable {
  /** Name of its file. */
  readonly name: 'measures' | 'requests' | 'late-steps' | 'forms' | 'decisions' | 'issues' | 'safety' | 'timeline';
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a report in the order they are read; a table nothing belongs to is left out. */
export function afterActionTables(input: AfterActionReport): readonly ReportTable[] {
  const { event, report, people, titles } = input;
  const words = EVENT_WORDS;
  const lines = (list: readonly LogLine[]): string[][] =>
    list.map(({ occurredAt, text, by }) => [clinicalInstant(occurredAt), text, people.get(by) ?? by]);
  const story = [words.when, words.what, words.who];
  const tables: ReportTable[] = [
    { name: 'measures', title: words.measures, columns: [words.measure, words.value], rows: measures(event, report) },
    {
      name: 'requests',
      title: words.requests,
      columns: [words.department, words.priority, words.count, words.resulted, words.median, words.ninth],
      rows: report.requests.map(({ department, priority, count, resulted, medianMs, ninthTenthMs }) => [
        words.departments[department],
        priority,
        String(count),
        String(resulted),
        spanText(medianMs),
        spanText(ninthTenthMs),
      ]),
    },
    {
      name: 'late-steps',
      title: words.lateSteps,
      columns: [words.step, words.card, words.due, words.done, words.lateBy],
      rows: report.steps.late.map(({ text, checklist, ward, dueAt, answeredAt, lateMs }) => [
        text,
        `${titles.get(checklist) ?? checklist}, ${ward}`,
        clinicalInstant(dueAt),
        answeredAt === undefined ? words.never : clinicalInstant(answeredAt),
        durationText(lateMs),
      ]),
    },
    { name: 'safety', title: words.safety, columns: story, rows: lines(report.log.safety) },
    { name: 'decisions', title: words.decisions, columns: story, rows: lines(report.log.decision) },
    { name: 'issues', title: words.issues, columns: story, rows: lines(report.log.issue) },
    {
      name: 'forms',
      title: words.formsByKind,
      columns: [words.form, words.count],
      rows: report.forms.byForm.map(({ form, count }) => [
        [form, titles.get(form)].filter(Boolean).join(' '),
        String(count),
      ]),
    },
    { name: 'timeline', title: words.timeline, columns: story, rows: timeline(input) },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function measures(event: OutageState, report: AfterAction): readonly (readonly string[])[] {
  const { rows: word, kinds } = EVENT_WORDS;
  const { forms, patients, steps, problems, updates, backEntry } = report;
  const before = report.declaredAfterMs < 0;
  const all: readonly (readonly [string, string | number])[] = [
    [EVENT_WORDS.kind, kinds[event.kind]],
    [EVENT_WORDS.start, clinicalInstant(event.since)],
    [EVENT_WORDS.end, event.until === undefined ? EVENT_WORDS.stillRunning : clinicalInstant(event.until)],
    [EVENT_WORDS.wards, event.wards.map(({ ward }) => ward).join(', ')],
    [word.lasted, durationText(report.lastedMs)],
    [before ? word.declaredBefore : word.declaredAfter, durationText(Math.abs(report.declaredAfterMs))],
    [word.firstStep, spanText(report.firstStepAfterMs)],
    [word.firstPaper, spanText(report.firstPaperAfterMs)],
    [word.pages, report.pages],
    [word.forms, forms.signed],
    [word.perHour, forms.signed === 0 ? 0 : forms.perHour.toFixed(1)],
    [word.amended, forms.amended],
    [word.struck, forms.struck],
    [word.late, forms.late],
    [word.added, patients.added],
    [word.linked, patients.linked],
    [word.moves, patients.moves],
    [word.stepsDone, steps.done],
    [word.stepsNa, steps.notApplicable],
    [word.stepsLate, steps.doneLate],
    [word.stepsNever, steps.never],
    [word.problems, problems.opened],
    [word.problemsSolved, problems.solved],
    [word.problemsMedian, spanText(problems.medianMs)],
    [word.escalated, problems.escalated],
    [word.updates, updates.count],
    [word.silence, durationText(updates.longestSilenceMs)],
    [word.breakGlass, report.breakGlass],
    [word.backEntry, backEntry?.items ?? ''],
    [word.backEntryOpen, backEntry?.open ?? ''],
    [word.backEntryConflicts, backEntry?.conflicts ?? ''],
    [word.empty, spanText(backEntry?.emptyAfterMs)],
  ];
  return all.filter(([, value]) => value !== '').map(([label, value]) => [label, String(value)]);
}

function spanText(ms: number | undefined): string {
  return ms === undefined ? '' : durationText(ms);
}

/** What happened by the time it happened, oldest first: a report is read from the beginning. */
function timeline({ event, people, systems }: AfterActionReport): readonly (readonly string[])[] {
  const { story, systemStates } = EVENT_WORDS;
  const lines: { at: Instant; text: string; by: string }[] = [
    { at: event.since, text: story.declared(event.ward), by: event.declaredBy },
    ...event.wards
      .filter(({ ward }) => ward !== event.ward)
      .map(({ ward, since }) => ({ at: since, text: story.joined(ward), by: '' })),
    ...event.spans.flatMap(({ from, until }, index) => [
      ...(index === 0 ? [] : [{ at: from, text: story.resumed, by: '' }]),
      ...(until === undefined ? [] : [{ at: until, text: story.ended, by: event.endedBy ?? '' }]),
    ]),
    ...event.changes.map(({ system, state, since, saidBy, by }) => ({
      at: since,
      text: [story.system(systems.get(system) ?? system, systemStates[state]), saidBy].filter(Boolean).join(' · '),
      by,
    })),
    ...event.updates.map(({ at, text, saidBy, by }) => ({
      at,
      text: [story.word(text), saidBy].filter(Boolean).join(' · '),
      by,
    })),
    ...event.log.map(({ occurredAt, text, by }) => ({ at: occurredAt, text, by })),
  ];
  return lines
    .toSorted((a, b) => toEpochMs(a.at) - toEpochMs(b.at))
    .map(({ at, text, by }) => [clinicalInstant(at), text, by === '-' ? '' : (people.get(by) ?? by)]);
}
