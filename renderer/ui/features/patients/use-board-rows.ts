import { useMemo } from 'react';
import { formOf } from '../../../app/library';
import type { BoardPatient } from '../../../domain/patient/board';
import { useBoxState, useNow } from '../../box/box-context';
import { type BoardRow, boardRows } from './board-rows';
import { inBedOrder } from './bed-order';

/** The lines of the board, made again when something on it was written, and each minute for what it counts. */
export function useBoardRows(board: readonly BoardPatient[]): readonly BoardRow[] {
  const forms = useBoxState((state) => state.world.forms);
  const sheets = useBoxState((state) => state.world.serials.sheets);
  const drafts = useBoxState((state) => state.drafts);
  const library = useBoxState((state) => state.library);
  const now = useNow('minute');
  return useMemo(
    () =>
      boardRows({
        board: inBedOrder(board),
        signed: [...forms.bySerial.values()],
        drafts,
        sheets,
        now,
        formOf: (id, version) => formOf(library, id, version),
      }),
    [board, forms, sheets, drafts, library, now],
  );
}
