import type { Instant } from '../basics/time';
import { BACK_ENTRY_PRIORITY, type BackEntryItem } from './back-entry-item';
import { durationText } from '../outage/duration-text';

/** Item id of the downtime note of a patient. */
export const DOWNTIME_NOTE = 'downtime-note';

/** Form id of items that the box itself writes. */
export const NOTE_FORM = 'NOTE';

/** One sheet of a patient, as the note names it. */
interface NotedSheet {
  readonly form: string;
  readonly serial: string;
}

/** The note of one chart: from when to when, what was written meanwhile and where the paper is ([H-BAN1], [H-MHC]). */
export function downtimeNoteText(input: {
  readonly since: Instant;
  readonly until: Instant;
  readonly lastedMs: number;
  readonly sheets: readonly NotedSheet[];
}): string {
  const { since, until, lastedMs, sheets } = input;
  const day = (instant: Instant): string => instant.slice(0, 10);
  const clock = (instant: Instant): string => instant.slice(11, 16);
  const to = day(since) === day(until) ? clock(until) : `${day(until)} ${clock(until)}`;
  const forms = [...new Set(sheets.map(({ form }) => form))].sort();
  const serialsOf = (form: string): readonly string[] =>
    sheets.filter((sheet) => sheet.form === form).map(({ serial }) => serial);
  const told = forms.map((form) => `${form} (${serialsOf(form).join(', ')})`);
  return [
    `EHR downtime ${day(since)} ${clock(since)} to ${to} (${durationText(lastedMs)}).`,
    told.length > 0
      ? `Care in this time is documented on downtime forms ${told.join(', ')}.`
      : 'No downtime form was written for this patient.',
    'Originals: on the unit until the counts agree, then scanned by medical records.',
    'Entries made afterwards carry the true time and the words late entry.',
  ].join(' ');
}

/** One note per patient of whom anything was written; only after the end, when its times are known. */
export function downtimeNotes(
  items: readonly BackEntryItem[],
  outage: { readonly since: Instant; readonly until?: Instant; readonly lastedMs: number },
): BackEntryItem[] {
  const { since, until, lastedMs } = outage;
  if (until === undefined) return [];
  const sheets = new Map<string, Map<string, NotedSheet>>();
  for (const { patient, ward, serial, form, removed } of items) {
    if (patient === '-' || ward !== undefined || removed) continue;
    const of = sheets.get(patient) ?? new Map<string, NotedSheet>();
    sheets.set(patient, of);
    if (serial !== patient) of.set(serial, { form, serial });
  }
  return [...sheets].map(([patient, of]) => ({
    serial: patient,
    item: DOWNTIME_NOTE,
    owner: 'nursing',
    disposition: 'enter',
    priority: BACK_ENTRY_PRIORITY.rest,
    dataClass: 'downtime-note',
    label: 'Downtime note',
    patient,
    values: [{ label: 'Note', text: downtimeNoteText({ since, until, lastedMs, sheets: [...of.values()] }) }],
    occurredAt: until,
    form: NOTE_FORM,
  }));
}
