import { useMemo, useRef } from 'react';
import { formOf } from '../../../app/library';
import type { BoardPatient } from '../../../domain/patient/board';
import { useBoxState, useNow } from '../../box/box-context';
import { type BoardRow, boardRows } from './board-rows';
import { inBedOrder } from './bed-order';

/** The lines of the board. A line keeps its identity while nothing on it changed, so that only changed lines redraw. */
export function useBoardRows(board: readonly BoardPatient[]): readonly BoardRow[] {
  const forms = useBoxState((state) => state.world.forms);
  const sheets = useBoxState((state) => state.world.serials.sheets);
  const drafts = useBoxState((state) => state.drafts);
  const library = useBoxState((state) => state.library);
  const now = useNow('minute');
  const before = useRef(new Map<string, BoardRow>());
  return useMemo(() => {
    const signed = [...forms.bySerial.values()];
    const rows = boardRows({
      board: inBedOrder(board),
      signed,
      drafts,
      sheets,
      now,
      formOf: (id, version) => formOf(library, id, version),
    });
    const kept = rows.map((row) => {
      const old = before.current.get(row.patient.id);
      return old && same(old, row) ? old : row;
    });
    before.current = new Map(kept.map((row) => [row.patient.id, row]));
    return kept;
  }, [board, forms, sheets, drafts, library, now]);
}

function same(a: BoardRow, b: BoardRow): boolean {
  // Minutes that a note counts make a line new by themselves: it holds a time, not a text.
  if (a.patient !== b.patient || b.waiting.length > 0 || b.dose !== undefined) return false;
  return (Object.keys(b) as (keyof BoardRow)[]).every(
    (key) => a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );
}
