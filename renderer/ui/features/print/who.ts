import type { BoardPatient } from '../../../domain/patient/board';
import { bayOf, baysOf } from '../patients/bed-order';

/** For whom the forms are: everybody, one bay, who came after the ward list, or who was ticked on the board. */
export type Who = 'all' | 'arrived' | 'chosen' | `bay:${string}`;

/** One choice with the number of people it means. */
export interface WhoChoice {
  readonly who: Who;
  readonly bay?: string;
  readonly ids: readonly string[];
}

/** The choices worth offering; `chosen` are opaque ids the board sent. */
export function whoChoices(patients: readonly BoardPatient[], chosen: readonly string[]): readonly WhoChoice[] {
  const idsOf = (list: readonly BoardPatient[]): readonly string[] => list.map((one) => one.id);
  const arrived = patients.filter((one) => one.arrivedAt !== undefined);
  return [
    ...(chosen.length > 0 ? [{ who: 'chosen', ids: chosen } as const] : []),
    { who: 'all', ids: idsOf(patients) } as const,
    ...baysOf(patients).map((bay) => {
      const ids = idsOf(patients.filter((one) => bayOf(one.bed) === bay));
      return { who: `bay:${bay}`, bay, ids } as const;
    }),
    ...(arrived.length > 0 ? [{ who: 'arrived', ids: idsOf(arrived) } as const] : []),
  ];
}
