/** What a ward prints. */
export type Tile = 'blank' | 'patients' | 'labels' | 'other';

/** Whether a tile asks for whom: what somebody ticked on the board goes along from one to the other. */
export const forPatients = (tile: Tile): boolean => tile === 'patients' || tile === 'labels';

/** Paper that is no form. */
export type PlainPaper =
  | { readonly kind: 'checklist' | 'runbook' | 'bulletin' | 'after-action'; readonly id: string }
  | { readonly kind: 'ward-list' };

/** What the address asks for: `patients/<ids>`, `labels/<ids>`, `blank/<form>`, `checklist/<id>`, `runbook/<id>`, `bulletin/<event>`, `after-action/<event>`, `ward-list`. */
export interface PrintPlace {
  readonly tile?: Tile;
  readonly form?: string;
  readonly patients: readonly string[];
  readonly plain?: PlainPaper;
}

/** Reads the address. Any other word may name a form (a step of a checklist links so), or just opens the page. */
export function readPlace(rest: readonly string[]): PrintPlace {
  const [what, ...ids] = rest;
  const [id] = ids;
  switch (what) {
    case 'patients':
    case 'labels':
      return { tile: what, patients: ids };
    case 'blank':
    case 'blank-forms':
      return { tile: 'blank', patients: [], ...(id === undefined ? {} : { form: id }) };
    case 'checklist':
    case 'runbook':
    case 'bulletin':
    case 'after-action':
      return { tile: 'other', patients: [], ...(id === undefined ? {} : { plain: { kind: what, id } }) };
    case 'ward-list':
      return { tile: 'other', patients: [], plain: { kind: 'ward-list' } };
    case 'other':
      return { tile: 'other', patients: [] };
    default:
      return { patients: [], ...(what === undefined ? {} : { form: what }) };
  }
}
