import { useMemo, useState } from 'react';
import type { BoardPatient } from '../../../domain/patient/board';
import { findPatients, indexPatients } from '../../../domain/patient/find-patients';
import { useBoxState } from '../../box/box-context';
import { bayOf } from './bed-order';
import { ALL_WARDS } from './board-filters';
import { type BoardFilter, type BoardRow, passes } from './board-rows';

/** Which lines are shown: this ward and a filter, or, while somebody searches, every match of the whole board. */
export function useShownRows(board: readonly BoardPatient[], rows: readonly BoardRow[]) {
  const home = useBoxState((state) => state.vault?.ward);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<BoardFilter>('all');
  const wards = useMemo(() => [...new Set(board.flatMap((one) => one.ward ?? []))].toSorted(), [board]);
  const [chosenWard, setWard] = useState<string>();
  const ward = chosenWard ?? (home !== undefined && wards.includes(home) ? home : ALL_WARDS);
  const index = useMemo(() => indexPatients(board), [board]);
  const ofWard = useMemo(
    () => (ward === ALL_WARDS ? rows : rows.filter((row) => (row.patient.ward ?? home) === ward)),
    [rows, ward, home],
  );
  const shown = useMemo(() => {
    if (query.trim() !== '') {
      const found = new Set(findPatients(index, query));
      return rows.filter((row) => !row.vacated && found.has(row.patient.id));
    }
    return ofWard.filter((row) =>
      filter.startsWith('bay:') ? bayOf(row.patient.bed) === filter.slice(4) : passes(row, filter as 'all'),
    );
  }, [query, filter, index, rows, ofWard]);
  return { query, setQuery, filter, setFilter, wards, ward, setWard, ofWard, shown, searching: query.trim() !== '' };
}
