/** What the code in a page's corner says: which form, which version, which sheet, which page. */
export interface SheetCode {
  readonly form: string;
  readonly version: string;
  readonly serial: string;
  readonly page: number;
}

/** Longest form id and version carried; the serial alone finds the sheet, the others are a check. */
const PART_MAX = 24;

/** Text of the corner code: `DT|form|version|serial|page`, no patient in it. */
export function sheetCodeText(code: SheetCode): string {
  return ['DT', part(code.form), part(code.version), plain(code.serial), String(code.page)].join('|');
}

/** Reads a corner code back; `undefined` for any other text a scanner may hand over. */
export function parseSheetCode(text: string): SheetCode | undefined {
  const [mark, form, version, serial, page, ...rest] = text.split('|');
  if (mark !== 'DT' || rest.length > 0 || !form || !version || !serial || !/^[1-9]\d{0,3}$/.test(page ?? ''))
    return undefined;
  return { form, version, serial, page: Number(page) };
}

/** Ids of imported forms may be long or hold letters the code lacks; a cut id ends in `~`, so nobody takes it for whole. */
function part(text: string): string {
  const clean = plain(text);
  return clean.length <= PART_MAX ? clean : `${clean.slice(0, PART_MAX - 1)}~`;
}

function plain(text: string): string {
  return text === '' ? '-' : text.replaceAll(/[^\x21-\x7b\x7d]/g, '_');
}
