import { checkCharacter, hasValidCheckCharacter } from '../basics/check-character';
import type { Entry } from '../ledger/entry';
import type { PrintedSheet } from '../workstation/entries';

// DT-<workstation>-<nnnn>-<check>: the workstation inside it means two PCs without any network never issue the same
// serial; the check character catches a wrong key when somebody types it from paper.
const SERIAL = /^DT-([0-9A-Z]{1,8})-(\d{4,7})-([0-9A-Z])$/;

/** A printed sheet with when and by whom. */
export interface IssuedSheet extends PrintedSheet {
  readonly book: string;
  readonly printedAt: string;
  readonly printedBy: string;
}

/** Which serials are taken: by paper that was printed and by forms that were signed. */
export interface SerialsState {
  /** Highest sequence per workstation code. */
  readonly highest: Readonly<Record<string, number>>;
  /** Sheets on paper by serial; the last print counts. */
  readonly sheets: Readonly<Record<string, IssuedSheet>>;
}

/** No serial yet. */
export const NO_SERIALS: SerialsState = { highest: {}, sheets: {} };

/** Writes a serial. */
export function formatSerial(workstation: string, sequence: number): string {
  const digits = String(sequence).padStart(4, '0');
  return `DT-${workstation}-${digits}-${checkCharacter(workstation + digits)}`;
}

/** Reads a serial; undefined when it is none or its check character is wrong. */
export function parseSerial(text: string): { readonly workstation: string; readonly sequence: number } | undefined {
  const [, workstation, digits, check] = SERIAL.exec(text.trim().toUpperCase()) ?? [];
  if (workstation === undefined || digits === undefined || check === undefined) return undefined;
  return hasValidCheckCharacter(workstation + digits + check) ? { workstation, sequence: Number(digits) } : undefined;
}

/** The next free serials of a workstation. */
export function nextSerials(state: SerialsState, workstation: string, count: number): string[] {
  const from = (state.highest[workstation] ?? 0) + 1;
  return Array.from({ length: count }, (_, i) => formatSerial(workstation, from + i));
}

/** Folds one entry; entries that issue no serial pass by. */
export function foldSerials(state: SerialsState, entry: Entry): SerialsState {
  switch (entry.type) {
    case 'pack.printed': {
      const sheets = { ...state.sheets };
      for (const sheet of entry.payload.sheets) sheets[sheet.serial] = { ...sheet, book: entry.book, printedAt: entry.at, printedBy: entry.by };
      return { highest: raised(state.highest, entry.payload.sheets.map((sheet) => sheet.serial)), sheets };
    }
    case 'form.signed':
      return { ...state, highest: raised(state.highest, [entry.payload.serial]) };
    default:
      return state;
  }
}

function raised(highest: SerialsState['highest'], serials: readonly string[]): SerialsState['highest'] {
  const next = { ...highest };
  for (const serial of serials) {
    const parsed = parseSerial(serial);
    if (parsed) next[parsed.workstation] = Math.max(next[parsed.workstation] ?? 0, parsed.sequence);
  }
  return next;
}
