import type { Entry, EntryOf } from '../ledger/entry';
import type { Allergy, PatientFacts } from '../patient/patient';
import { BACK_ENTRY_PRIORITY, type BackEntryItem, type BackEntryValue } from './back-entry-item';
import { ARRIVAL } from './derived-items';

/** Form id of items that come from the board, not from a form. */
export const MOVEMENT_FORM = 'ADT';

const MOVES: Readonly<Record<EntryOf<'patient.moved'>['payload']['kind'], string>> = {
  admitted: 'Admitted',
  transferred: 'Transferred',
  'off-unit': 'Left the unit',
  returned: 'Came back to the unit',
  discharged: 'Discharged',
  left: 'Left against advice',
  died: 'Died',
};

/**
 * What registration and nursing must enter from the board: arrivals, links, movements with their true times, and
 * allergies, weight and code status learnt during the outage (practice.md D4: always, and first).
 */
export function movementItems(entries: Iterable<Entry>, book: string): BackEntryItem[] {
  const items: BackEntryItem[] = [];
  for (const entry of entries) {
    if (entry.book !== book) continue;
    if (entry.type === 'patient.added') items.push(arrival(entry));
    if (entry.type === 'patient.moved') items.push(move(entry));
    if (entry.type === 'patient.linked') items.push(link(entry));
    if (entry.type === 'patient.updated') items.push(...learnt(entry));
    if (entry.type === 'patient.unlinked') removeLink(items, entry);
  }
  return items;
}

function base(
  entry: Entry,
  item: string,
  occurredAt: string,
): Pick<
  BackEntryItem,
  'serial' | 'item' | 'patient' | 'form' | 'occurredAt' | 'disposition' | 'owner' | 'priority' | 'dataClass'
> {
  return {
    serial: entry.subject,
    item,
    patient: entry.subject,
    form: MOVEMENT_FORM,
    occurredAt,
    disposition: 'enter',
    owner: 'registration',
    priority: BACK_ENTRY_PRIORITY.identity,
    dataClass: 'identity',
  };
}

function arrival(entry: EntryOf<'patient.added'>): BackEntryItem {
  const { facts, downtimeNumber, arrivedAt } = entry.payload;
  const values = [
    value('Downtime number', downtimeNumber),
    value('Family name', facts.family),
    value('Given name', facts.given),
    value('Alias', facts.alias),
    value('Born', facts.birthDate),
    value('Sex', facts.sex),
    value('Ward', facts.ward),
    value('Bed', facts.bed),
    value('Arrived', arrivedAt),
  ].flat();
  return { ...base(entry, ARRIVAL, arrivedAt), label: `New patient · ${downtimeNumber}`, values };
}

function move(entry: EntryOf<'patient.moved'>): BackEntryItem {
  const { kind, occurredAt, ward, bed, to } = entry.payload;
  const where = to ?? ([ward, bed].filter((part) => part !== undefined).join(' ') || undefined);
  return {
    ...base(entry, `move:${entry.id}`, occurredAt),
    label: `${MOVES[kind]}${where === undefined ? '' : ` · ${where}`}`,
    values: [
      value('What', MOVES[kind]),
      value('True time', occurredAt),
      value('Ward', ward),
      value('Bed', bed),
      value('To', to),
    ].flat(),
  };
}

function link(entry: EntryOf<'patient.linked'>): BackEntryItem {
  const { downtimeNumber, mrn } = entry.payload;
  return {
    ...base(entry, `link:${entry.id}`, entry.at),
    label: `Link ${downtimeNumber} to MRN ${mrn}`,
    values: [value('Downtime number', downtimeNumber), value('MRN', mrn)].flat(),
  };
}

/** A link that was taken back is not entered; had it been, `withdrawnItems` asks to undo it. */
function removeLink(items: BackEntryItem[], entry: EntryOf<'patient.unlinked'>): void {
  const { downtimeNumber, mrn } = entry.payload;
  const at = items.findLastIndex(
    (item) => item.serial === entry.subject && item.label === `Link ${downtimeNumber} to MRN ${mrn}`,
  );
  if (at >= 0) items.splice(at, 1);
}

function learnt(entry: EntryOf<'patient.updated'>): BackEntryItem[] {
  const { facts } = entry.payload;
  const clinical = [
    value('Allergies', allergyText(facts)),
    value('Weight', facts.weightKg === undefined ? undefined : `${facts.weightKg} kg`),
  ].flat();
  const code = value('Code status', facts.codeStatus);
  const from = (item: string): ReturnType<typeof base> => base(entry, `${item}:${entry.id}`, entry.at);
  const items: BackEntryItem[] = [];
  if (clinical.length > 0) {
    items.push({
      ...from('facts'),
      ...NURSING,
      label: `Allergies, weight · ${clinical.map((one) => one.text).join(', ')}`,
      values: clinical,
    });
  }
  if (code.length > 0)
    items.push({ ...from('code'), ...PHYSICIAN, label: `Code status · ${facts.codeStatus ?? ''}`, values: code });
  return items;
}

const NURSING = { owner: 'nursing', priority: BACK_ENTRY_PRIORITY.allergies, dataClass: 'allergies' } as const;
const PHYSICIAN = { owner: 'physician', priority: BACK_ENTRY_PRIORITY.allergies, dataClass: 'code-status' } as const;

/** Unknown is said in words: a missing allergy is not an allergy that does not exist. */
function allergyText({ allergyStatus, allergies }: Partial<PatientFacts>): string | undefined {
  if (allergies !== undefined && allergies.length > 0) return allergies.map(oneAllergy).join('; ');
  if (allergyStatus === 'none-known') return 'No known allergies';
  return allergyStatus === 'unable-to-obtain' ? 'Unable to obtain' : undefined;
}

function oneAllergy({ substance, reaction }: Allergy): string {
  return reaction === undefined ? substance : `${substance} (${reaction})`;
}

function value(label: string, text: string | undefined): BackEntryValue[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}
