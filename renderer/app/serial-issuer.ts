import { formatSerial, highestSequence, type SerialSeries } from '../domain/form/serial';
import { workstationCode } from '../domain/patient/downtime-number';
import type { Core } from './core';

/** Hands out serials. One app runs per profile, so what it handed out in memory cannot be handed out elsewhere. */
export interface SerialIssuer {
  issue(count: number, series?: SerialSeries): string[];
}

/** Makes the issuer: above what the ledger knows and above what was handed out and not yet (or never) used. */
export function createSerialIssuer(core: Core): SerialIssuer {
  const handedOut = new Map<string, number>();
  return {
    issue(count, series = 'DT') {
      const workstation = workstationCode(core.state.get().vault?.workstation ?? '');
      const key = `${series}-${workstation}`;
      const from = Math.max(
        highestSequence(core.state.get().world.serials, workstation, series),
        handedOut.get(key) ?? 0,
      );
      handedOut.set(key, from + count);
      return Array.from({ length: count }, (_, i) => formatSerial(workstation, from + 1 + i, series));
    },
  };
}
