import { useMemo } from 'react';
import type { BoardPatient } from '../../../domain/patient/board';
import { useBoxState } from '../../box/box-context';
import { runningEvent, wardHere } from '../../box/readings';
import { inBedOrder, isHere } from '../patients/bed-order';
import { useBoard } from '../patients/use-board';

/** Everyone who is on this ward now, in bed order; all wards where this PC's own ward has nobody. */
export function useWardPatients(): { readonly patients: readonly BoardPatient[]; readonly ward: string | undefined } {
  const board = useBoard();
  const ward = useBoxState((state) => {
    const event = runningEvent(state);
    return event ? wardHere(event, state.vault?.ward) : state.vault?.ward;
  });
  return useMemo(() => {
    const here = inBedOrder(board.filter(isHere));
    const ofWard = here.filter((one) => one.ward === undefined || one.ward === ward);
    return ofWard.length > 0 ? { patients: ofWard, ward } : { patients: here, ward: undefined };
  }, [board, ward]);
}
