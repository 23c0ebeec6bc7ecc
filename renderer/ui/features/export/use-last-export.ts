import { useMemo } from 'react';
import type { ExportFormat } from '../../../app/use-export';
import type { Instant } from '../../../domain/basics/time';
import { useBox, useBoxState } from '../../box/box-context';

/** The last export of this event in a format: when, and the mark from which changes count. */
export function useLastExport(format: ExportFormat): { readonly at: Instant; readonly upTo: string } | undefined {
  const box = useBox();
  const entries = useBoxState((state) => state.world.entries);
  return useMemo(() => {
    const upTo = box.exports.lastToken(format);
    const written = entries.findLast(
      (one) => one.type === 'export.written' && one.payload.format === format && one.payload.upTo === upTo,
    );
    return upTo === undefined || !written ? undefined : { at: written.at, upTo };
  }, [box, entries, format]);
}
