import type { Patient } from '../../../domain/patient/patient';

/** What the top and bottom of a sheet say; the same on each of its pages. */
export interface SheetHead {
  readonly title: string;
  /** Form id and version as printed and coded. */
  readonly form: string;
  readonly version: string;
  readonly serial: string;
  /** Not approved by the hospital yet. */
  readonly draft: boolean;
  readonly patient?: Patient;
  /** A patient form to be filled by hand: label area and empty allergy box. */
  readonly blank: boolean;
  /** Another patient of the ward has the same family name. */
  readonly nameAlert?: boolean;
  /** Lines about corrections, printed under the title: what, why, by whom, when. */
  readonly amendments?: readonly { readonly kind: 'corrected' | 'struck-through'; readonly text: string }[];
  /** Sheets about no single patient (cover, ward list, checklist) have no identity and no allergy box. */
  readonly plain?: boolean;
  /** Each page is filled in by hand and so carries its author. */
  readonly byHand?: boolean;
}
