import type { BoardPatient } from '../../../domain/patient/board';
import type { QueueItem } from '../../../domain/reconciliation/queue';

/** What can be looked for in a line: what it says, whom it is about, and the paper it stands on. */
export function searchTexts(
  items: readonly QueueItem[],
  patientOf: (id: string) => BoardPatient | undefined,
): readonly string[] {
  const whom = new Map<string, string>();
  return items.map((item) => {
    let who = whom.get(item.patient);
    if (who === undefined) {
      const one = patientOf(item.patient);
      who = one
        ? [one.family, one.given, one.alias, one.bed, one.mrn, one.downtimeNumber].filter(Boolean).join(' ')
        : '';
      whom.set(item.patient, who);
    }
    return `${item.label} ${who} ${item.serial} ${item.form} ${item.ward ?? ''}`.toLowerCase();
  });
}

/** The lines in which every word occurs, in their order. */
export function matchingItems(
  items: readonly QueueItem[],
  texts: readonly string[],
  query: string,
): readonly QueueItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((_item, index) => {
    const text = texts[index] ?? '';
    return words.every((word) => text.includes(word));
  });
}
