import { useCallback, useEffect, useState } from 'react';
import type { PrintPlan, PrintRequest } from '../../../app/print-plan';
import type { Refused } from '../../../app/refusal';
import { useBox, useBoxState } from '../../box/box-context';
import { useNotices } from '../../frame/notices/notices-context';
import { useSentences } from '../../strings/use-sentences';

/** Ticking three boxes in a row plans once. */
const SETTLE_MS = 250;
/** Pages say when they were printed: an older plan is made anew before it goes out. */
const FRESH_MS = 60_000;

interface Planned {
  readonly request: PrintRequest;
  readonly plan?: PrintPlan;
  readonly refused?: Refused;
  readonly at: number;
}

/** The pages of a request, planned while somebody still chooses, so that their number stands on the button. */
export function usePlan(request: PrintRequest | undefined) {
  const box = useBox();
  const { tell } = useNotices();
  const { failure } = useSentences();
  const patients = useBoxState((state) => state.world.patients);
  const forms = useBoxState((state) => state.world.forms);
  const snapshot = useBoxState((state) => state.snapshot);
  const [planned, setPlanned] = useState<Planned>();
  const [spent, setSpent] = useState<PrintPlan>();

  const make = useCallback(
    async (wanted: PrintRequest): Promise<Planned | undefined> => {
      try {
        const result = await box.print.plan(wanted);
        return {
          request: wanted,
          at: performance.now(),
          ...(result.ok ? { plan: result.value } : { refused: result.error }),
        };
      } catch (error) {
        tell('critical', failure(error));
        return undefined;
      }
    },
    [box, tell, failure],
  );

  useEffect(() => {
    if (!request) return undefined;
    let current = true;
    const settled = async (): Promise<void> => {
      const next = await make(request);
      if (current && next) setPlanned(next);
    };
    const timer = setTimeout(() => void settled(), SETTLE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // `spent`: printed sheets keep their serials, the next print gets its own.
  }, [make, request, spent, patients, forms, snapshot]);

  const now = planned?.request === request && (spent === undefined || planned?.plan !== spent) ? planned : undefined;
  return {
    plan: now?.plan,
    refused: now?.refused,
    /** Still counting the pages of what is chosen now. */
    busy: request !== undefined && now === undefined,
    /** The last plan, also while the next is being made: for the preview. */
    shown: request === undefined ? undefined : (now?.plan ?? planned?.plan),
    /** A plan young enough to be printed. */
    async fresh(): Promise<PrintPlan | undefined> {
      if (!now?.plan || performance.now() - now.at < FRESH_MS) return now?.plan;
      const again = await make(now.request);
      if (again) setPlanned(again);
      return again?.plan;
    },
    /** The plan went out. */
    spend: (plan: PrintPlan) => setSpent(plan),
  };
}
