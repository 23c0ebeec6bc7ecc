/** Hours of care a stock of blank forms is meant to last (at least eight on hand: Joint Commission, SAFER guide). */
export type ParHours = 8 | 24;

/** How many of one blank form a ward keeps. */
export interface PackForm {
  readonly form: string;
  /** For each bed; a part of one (0.25: every fourth bed needs one) is rounded up over the ward. */
  readonly perBed?: Readonly<Record<`${ParHours}`, number>>;
  /** For the ward as a whole. */
  readonly perWard?: Readonly<Record<`${ParHours}`, number>>;
}

/** The paper one kind of ward, or one role, needs when the computers are down. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly owner: string;
  readonly reviewBy: string;
  readonly forms: readonly PackForm[];
}

/** How many of each form a ward with so many beds keeps for so many hours, in the order of the pack. */
export function parLevels(
  pack: Pack,
  hours: ParHours,
  beds: number,
): readonly { readonly form: string; readonly copies: number }[] {
  return pack.forms.map(({ form, perBed, perWard }) => ({
    form,
    // A quarter of 24 must be 6, not 7: binary fractions of tenths would round up.
    copies: Math.ceil(Number(((perBed?.[hours] ?? 0) * beds).toFixed(6))) + (perWard?.[hours] ?? 0),
  }));
}
