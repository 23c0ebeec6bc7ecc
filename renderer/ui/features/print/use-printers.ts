import { useCallback, useEffect, useState } from 'react';
import { useBox, useBoxState } from '../../box/box-context';

/** A queue of this PC. */
export interface Printer {
  readonly name: string;
  readonly label: string;
}

/** The printers this PC knows; undefined while it still looks. */
export function usePrinters() {
  const box = useBox();
  const remembered = useBoxState((state) => state.settings.printer);
  const [list, setList] = useState<readonly Printer[]>();
  const look = useCallback(
    // A spooler that does not answer is a PC without printers: the page then offers the PDF.
    () => void box.print.printers().then(setList, () => setList([])),
    [box],
  );
  useEffect(look, [look]);
  return {
    list,
    look,
    remembered,
    chosen: list?.find((printer) => printer.name === remembered),
    choose: (name: string) => void box.saveSettings({ printer: name === '' ? null : name }),
  };
}

/** What `usePrinters` hands to the parts of the page. */
export type Printers = ReturnType<typeof usePrinters>;
