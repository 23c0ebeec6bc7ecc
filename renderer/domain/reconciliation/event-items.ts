import type { Entry, EntryOf } from '../ledger/entry';
import { NO_PATIENT } from '../form/about-whom';
import type { BackEntryOwner } from '../form/form';
import { requestKindOf } from '../tracking/request-kinds';
import { BACK_ENTRY_PRIORITY, type BackEntryItem, type BackEntryValue } from './back-entry-item';

/** Item id of the true times of a request. */
export const REQUEST_TIMES = 'times';

const STEPS = {
  'request.collected': 'Collected',
  'request.sent': 'Sent',
  'request.received': 'Received',
  'request.resulted': 'Resulted',
  'request.called': 'Phoned',
} as const;

type StepEntry = Extract<Entry, { readonly type: keyof typeof STEPS }>;

/**
 * What the tracker, the log and the check lists leave for the EHR: true times of requests and phoned results (results
 * file under the real collection time, [H-BAN2] [H-CAY]), safety events, and logs of runs, which need nothing.
 */
export function eventItems(
  entries: Iterable<Entry>,
  book: string,
  titleOf: (id: string) => string = (id) => id,
): BackEntryItem[] {
  const items: BackEntryItem[] = [];
  const steps = new Map<string, StepEntry[]>();
  const undone = new Set<string>();
  const about = new Map<string, EntryOf<'form.signed'>['payload']>();
  for (const entry of entries) {
    if (entry.book !== book) continue;
    if (entry.type === 'form.signed') about.set(entry.payload.serial, entry.payload);
    else if (isStep(entry)) steps.set(entry.subject, [...(steps.get(entry.subject) ?? []), entry]);
    else if (entry.type === 'request-step.undone' && entry.corrects !== undefined) undone.add(entry.corrects);
    else if (entry.type === 'incident.logged' && entry.payload.kind === 'safety') items.push(safetyEvent(entry));
    else if (entry.type === 'run.started')
      items.push(runLog(entry, entry.payload.ward, titleOf(entry.payload.checklist)));
    else if (entry.type === 'runbook.opened')
      items.push(runLog(entry, entry.payload.ward, titleOf(entry.payload.runbook)));
  }
  for (const [serial, of] of steps) {
    const form = about.get(serial);
    const live = of.filter((step) => !undone.has(step.id));
    if (form && live[0]) items.push(requestTimes(form, live[0], live));
  }
  return uniqueBySubject(items);
}

function isStep(entry: Entry): entry is StepEntry {
  return Object.hasOwn(STEPS, entry.type);
}

function requestTimes(
  form: EntryOf<'form.signed'>['payload'],
  first: StepEntry,
  steps: readonly StepEntry[],
): BackEntryItem {
  const owner: BackEntryOwner = requestKindOf(form.form)?.department ?? 'laboratory';
  const told = steps.map(({ type }) => STEPS[type].toLowerCase());
  return {
    serial: form.serial,
    item: REQUEST_TIMES,
    owner,
    disposition: 'enter',
    priority: BACK_ENTRY_PRIORITY.results,
    dataClass: owner === 'imaging' ? 'imaging' : 'laboratory',
    label: `True times · ${form.form} ${form.serial} · ${[...new Set(told)].join(', ')}`,
    patient: form.patient,
    values: steps.flatMap(stepValues),
    occurredAt: first.payload.occurredAt,
    form: form.form,
    formVersion: form.version,
  };
}

function stepValues(step: StepEntry): readonly BackEntryValue[] {
  const label = STEPS[step.type];
  const time = { label, text: step.payload.occurredAt };
  if (step.type !== 'request.called') return [time];
  return [time, { label: 'Given to, read back', text: step.payload.givenBy }];
}

function safetyEvent(entry: EntryOf<'incident.logged'>): BackEntryItem {
  return {
    serial: entry.id,
    item: 'safety',
    owner: 'nursing',
    disposition: 'enter',
    priority: BACK_ENTRY_PRIORITY.rest,
    dataClass: 'notes',
    label: 'Safety event · report it where the hospital reports them',
    patient: NO_PATIENT,
    values: [{ label: 'What happened', text: entry.payload.text }],
    occurredAt: entry.payload.occurredAt,
    form: 'LOG',
  };
}

/** A run of a card or a runbook stays in the box and in the after-action record: listed, so that nobody looks for it. */
function runLog(entry: EntryOf<'run.started' | 'runbook.opened'>, ward: string, title: string): BackEntryItem {
  return {
    serial: entry.subject,
    item: 'run',
    owner: 'medical-records',
    disposition: 'not-needed',
    priority: BACK_ENTRY_PRIORITY.rest,
    dataClass: 'notes',
    label: `Log of · ${title}`,
    patient: NO_PATIENT,
    ward,
    values: [{ label: 'Kept', text: 'In this box and in the record of the event' }],
    occurredAt: entry.at,
    form: 'LOG',
  };
}

/** Two PCs share one run of a card: one line. */
function uniqueBySubject(items: readonly BackEntryItem[]): BackEntryItem[] {
  return [...new Map(items.map((item) => [`${item.serial}/${item.item}`, item])).values()];
}
