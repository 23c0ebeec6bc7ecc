import type { Checklist } from '../domain/checklist/checklist';

const files = import.meta.glob<Checklist>('./library/checklists/*.json', { eager: true, import: 'default' });

/** The order the start page offers roles in; a card that is not named here comes last. */
const ORDER = ['nurse-in-charge', 'bedside-nurse', 'doctor', 'ward-clerk', 'pharmacy', 'it-command'];

function rank({ id }: Checklist): number {
  const at = ORDER.indexOf(id);
  return at < 0 ? ORDER.length : at;
}

/** Every role card shipped. Their shape is checked at build (checklist-schema), so that opening the app costs nothing. */
export const CHECKLISTS: readonly Checklist[] = Object.values(files).sort(
  (a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'en'),
);
