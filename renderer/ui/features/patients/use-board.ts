import type { BoardPatient } from '../../../domain/patient/board';
import { currentOutage } from '../../../domain/outage/projection';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox, useBoxState } from '../../box/box-context';

/** Everyone on the board; the same array while nothing changed. */
export function useBoard(): readonly BoardPatient[] {
  const box = useBox();
  return useBoxState(() => box.patients.board());
}

/** One patient of the board by opaque id. */
export function usePatient(id: string | undefined): BoardPatient | undefined {
  const board = useBoard();
  return id === undefined ? undefined : board.find((one) => one.id === id);
}

/** The event the board is written for: running, or the last one until it is closed. */
export function useEvent(): OutageState | undefined {
  return useBoxState((state) => currentOutage(state.world.outages));
}
