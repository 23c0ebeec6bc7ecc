import { ARRIVAL } from '../reconciliation/derived-items';
import type { BackEntryItem } from '../reconciliation/back-entry-item';

/** Forms whose answers go out as orders and doses; what is left over of them is not all in one message. */
const SPLIT_FORMS = ['F04', 'F10'];

/**
 * Whether an accepted message carries all that an item asks for. `about` is the key of a fact (a row of a form, an entry
 * of the board) or the serial of a form whose answers went out whole. When in doubt, no: a person enters it.
 */
export function carries(about: string, item: BackEntryItem): boolean {
  if (item.disposition !== 'enter' && item.disposition !== 'enter-and-scan') return false;
  if (item.removed === true || item.item === 'scan') return false;
  if (about === item.serial) return !SPLIT_FORMS.includes(item.form);
  if (!about.startsWith(`${item.serial}/`)) return false;
  const fact = about.slice(item.serial.length + 1);
  if (item.patient === item.serial) return carriesBoardFact(fact, item);
  if (fact === 'request') return item.item.startsWith('tests:');
  // The dose of a once-only order or an infusion is split off its row by owner.
  const row = /^(.+)\/(?:dose|bag)$/.exec(fact)?.[1];
  return item.item === fact || (row !== undefined && item.item.startsWith(`${row}:`));
}

function carriesBoardFact(fact: string, { item, values }: BackEntryItem): boolean {
  if (fact === 'arrival') return item === ARRIVAL;
  // AL1 carries no weight.
  if (fact === 'allergies') return item.startsWith('facts:') && values.every(({ label }) => label === 'Allergies');
  return item === `move:${fact}` || item === `link:${fact}`;
}
