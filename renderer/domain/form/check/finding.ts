import type { Finding, FormItem } from '../form';
import type { Slot } from '../form-tree';

/** A finding before it is placed. */
export interface Complaint {
  readonly code: Finding['code'];
  readonly severity: Finding['severity'];
  readonly message: string;
}

/** A complaint that stops signing. */
export function fault(code: Finding['code'], message: string): Complaint {
  return { code, severity: 'error', message };
}

/** A complaint that is shown and does not stop. */
export function caution(code: Finding['code'], message: string): Complaint {
  return { code, severity: 'warning', message };
}

/** Places a complaint at an answer of a question. */
export function placed(slot: Slot, index: number, complaint: Complaint): Finding {
  const { linkId } = slot.item;
  return { linkId, path: [...slot.path.slice(0, -1), { linkId, index }], ...complaint };
}

/** The field's own name in a message. */
export function labelOf(item: FormItem): string {
  const words = (item.text === '' ? (item.shortText ?? '') : item.text).trim().replace(/\s*[:*]+$/, '');
  if (words === '') return item.prefix ?? item.linkId;
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
