import type { LabelText } from './label-text';

/** A label on a roll, mm, and the printer's dots per mm (203 dpi: 8). */
export interface ZplStock {
  readonly width: number;
  readonly height: number;
  readonly dotsPerMm: number;
}

/** 50 x 25 mm at 203 dpi: the roll most ward printers hold (ux.md 3.5). */
export const ZPL_STOCK: ZplStock = { width: 50, height: 25, dotsPerMm: 8 };

/** Codes carry numbers; anything else could read as a command of the code itself (`>` in ^BC, `_` in ^BX). */
const CODEABLE = /^[A-Za-z0-9. /-]{1,30}$/;

/** Dots of the narrowest bar: 0.25 mm. */
const MODULE = 2;

/** Modules of Code 128: start, check, stop and quiet zones beside eleven for each letter. */
const barModules = (text: string): number => text.length * 11 + 35 + 20;

/**
 * Labels as ZPL II, one format each. Everything that came from a person goes through `zplField`: in ZPL a caret in a name
 * would otherwise be a command to the printer.
 */
export function zplLabels(labels: readonly LabelText[], copies: number, stock: ZplStock = ZPL_STOCK): string {
  return labels.map((label) => zplLabel(label, copies, stock)).join('');
}

/** Text as the data of a `^FH_^FD` field: whatever is no plain letter is written as its UTF-8 bytes in hex. */
export function zplField(text: string): string {
  const bytes = new TextEncoder().encode(text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  return [...bytes]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9 .,:;'()/+-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0').toUpperCase()}`;
    })
    .join('');
}

function zplLabel(label: LabelText, copies: number, { width, height, dotsPerMm }: ZplStock): string {
  const dots = (mm: number): number => Math.round(mm * dotsPerMm);
  const left = dots(2);
  const codeable = CODEABLE.test(label.code);
  const matrix = codeable && label.kind === 'wristband';
  const room = width - 4 - (matrix ? 9 : 0);
  const parts: string[] = [];
  let y = 1.5;
  const put = (text: string, size: number, lines = 1): void => {
    if (text.trim() === '') return;
    // ^FB breaks at blanks and overprints the last line when it runs out: a name gets two lines, as on the sheets.
    const needed = Math.min(lines, Math.ceil((text.length * size * 0.6) / room));
    parts.push(
      `^FO${left},${dots(y)}^A0N,${dots(size)},${dots(size)}^FB${dots(room)},${lines},0,L,0^FH_^FD${zplField(text)}^FS`,
    );
    y += Math.max(1, needed) * (size + 0.4);
  };
  put(label.name, 3.6, 2);
  put(label.born, 2.8);
  const number = label.kind === 'specimen' ? `${label.number}  ${label.place}` : `${label.number}  ${label.allergy}`;
  put(number, 2.8);
  if (label.kind === 'specimen') put('Taken ____________ By ________', 2.6);
  else if (label.kind === 'medicine') put('Medicine ___________ Dose ______ By ____', 2.4);
  else put({ wristband: label.site, document: label.printed, patient: label.place }[label.kind], 2.4);
  if (matrix) parts.push(`^FO${dots(width - 10)},${dots(1.5)}^BXN,${dots(0.5)},200^FH_^FD${zplField(label.code)}^FS`);
  const under = label.accession === '' ? 0 : 3;
  const high = Math.min(8, height - y - 1.5 - under);
  if (codeable && high >= 4.5 && (barModules(label.code) * MODULE) / dotsPerMm <= width - 1) {
    parts.push(`^FO${left},${dots(y)}^BY${MODULE}^BCN,${dots(high)},N,N,N,A^FH_^FD${zplField(label.code)}^FS`);
    y += high + 0.4;
  }
  put(label.accession, 2.6);
  return `^XA^CI28^PW${dots(width)}^LL${dots(height)}\n${parts.join('\n')}\n^PQ${copies},0,1,Y^XZ\n`;
}
