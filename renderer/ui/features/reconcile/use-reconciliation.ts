import { useCallback, useMemo } from 'react';
import { currentOutage } from '../../../domain/outage/projection';
import type { OutageState } from '../../../domain/outage/outage';
import type { BoardPatient } from '../../../domain/patient/board';
import type { Reconciliation } from '../../../domain/reconciliation/queue';
import { useBox, useBoxState } from '../../box/box-context';
import { useBoard } from '../patients/use-board';

/** The queues of the current event; undefined before the first. Same object while nothing changed. */
export function useReconciliation(): { readonly view: Reconciliation; readonly outage: OutageState } | undefined {
  const box = useBox();
  const view = useBoxState(() => box.reconcile.view());
  const outage = useBoxState((state) => currentOutage(state.world.outages));
  return useMemo(() => (view && outage ? { view, outage } : undefined), [view, outage]);
}

/** Whom an item is about, by the opaque id it carries. */
export function usePatientOf(): (id: string) => BoardPatient | undefined {
  const board = useBoard();
  const byId = useMemo(() => new Map(board.map((one) => [one.id, one])), [board]);
  return useCallback((id: string) => byId.get(id), [byId]);
}

/** Printed name of who can sign in here; the id of somebody who no longer can. */
export function usePersonName(): (id: string) => string {
  const people = useBoxState((state) => state.vault?.people);
  return useCallback((id: string) => people?.find((one) => one.id === id)?.name ?? id, [people]);
}
