import { checkCharacter, hasValidCheckCharacter } from '../basics/check-character';
import type { Entry } from '../ledger/entry';
import type { PrintedSheet } from '../workstation/entries';

// DT-<workstation>-<nnnn>-<check>, DTB-… for blank sheets: blanks are printed before anybody signs in, when the serials
// of signed forms cannot be read, so they count in a series of their own. The workstation inside it means two PCs without any network never issue the same
// serial; the check character catches a wrong key when somebody types it from paper.
const SERIAL = /^(DTB?)-([0-9A-Z]{1,8})-(\d{4,7})-([0-9A-Z])$/;

/** A printed sheet with when and by whom. */
export interface IssuedSheet extends PrintedSheet {
  readonly book: string;
  readonly printedAt: string;
  readonly printedBy: string;
}

/** Which serials are taken: by paper that was printed and by forms that were signed. */
export interface SerialsState {
  /** Highest sequence per series and workstation code (`DT-7B02`). */
  readonly highest: Readonly<Record<string, number>>;
  /** Sheets on paper by serial; the last print counts. */
  readonly sheets: Readonly<Record<string, IssuedSheet>>;
}

/** No serial yet. */
export const NO_SERIALS: SerialsState = { highest: {}, sheets: {} };

/** `DT`: bound to a patient; `DTB`: printed blank. */
export type SerialSeries = 'DT' | 'DTB';

/** Writes a serial. */
export function formatSerial(workstation: string, sequence: number, series: SerialSeries = 'DT'): string {
  const digits = String(sequence).padStart(4, '0');
  return `${series}-${workstation}-${digits}-${checkCharacter(workstation + digits)}`;
}

/** Reads a serial; undefined when it is none or its check character is wrong. */
export function parseSerial(
  text: string,
): { readonly series: SerialSeries; readonly workstation: string; readonly sequence: number } | undefined {
  const [, series, workstation, digits, check] = SERIAL.exec(text.trim().toUpperCase()) ?? [];
  if (series === undefined || workstation === undefined || digits === undefined || check === undefined)
    return undefined;
  if (!hasValidCheckCharacter(workstation + digits + check)) return undefined;
  return { series: series as SerialSeries, workstation, sequence: Number(digits) };
}

/** The highest sequence a workstation has used in a series; 0 before the first. */
export function highestSequence(state: SerialsState, workstation: string, series: SerialSeries): number {
  return state.highest[`${series}-${workstation}`] ?? 0;
}

/** Folds one entry; entries that issue no serial pass by. */
export function foldSerials(state: SerialsState, entry: Entry): SerialsState {
  switch (entry.type) {
    case 'pack.printed': {
      const sheets = { ...state.sheets };
      for (const sheet of entry.payload.sheets)
        sheets[sheet.serial] = { ...sheet, book: entry.book, printedAt: entry.at, printedBy: entry.by };
      return {
        highest: raised(
          state.highest,
          entry.payload.sheets.map((sheet) => sheet.serial),
        ),
        sheets,
      };
    }
    case 'form.signed':
      return { ...state, highest: raised(state.highest, [entry.payload.serial]) };
    case 'patients.removed':
      return { ...state, highest: raised(state.highest, entry.payload.lastSerials) };
    default:
      return state;
  }
}

function raised(highest: SerialsState['highest'], serials: readonly string[]): SerialsState['highest'] {
  const next = { ...highest };
  for (const serial of serials) {
    const parsed = parseSerial(serial);
    if (!parsed) continue;
    const key = `${parsed.series}-${parsed.workstation}`;
    next[key] = Math.max(next[key] ?? 0, parsed.sequence);
  }
  return next;
}
