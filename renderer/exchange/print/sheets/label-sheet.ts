import { ageText } from '../../../domain/patient/age';
import { formatBirthDate } from '../../../domain/patient/birth-date';
import { displayName } from '../../../domain/patient/names';
import type { Patient } from '../../../domain/patient/patient';
import { fitBars } from '../codes/fit-bars';
import type { PaperContext } from '../page/context';
import { PageInk } from '../page/ink';
import type { Paper } from '../page/paper';
import { patientNumber } from '../page/patient-words';
import { lineHeight, type Style } from '../type/styles';
import { wrapText } from '../type/wrap';
import { WORDS } from '../words';

/** A sheet of labels as its maker gives it, mm. */
interface LabelStock {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** From one label to the next. */
  readonly stepX: number;
  readonly stepY: number;
}

/** A4 with 3 x 7 (L7160 and alike), Letter with 3 x 10 (5160 and alike). Makers' figures, not tried on stock (ux.md 3.5). */
const STOCKS: Readonly<Record<Paper, LabelStock>> = {
  A4: { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, stepX: 66.05, stepY: 38.1 },
  Letter: { columns: 3, rows: 10, width: 66.7, height: 25.4, left: 4.8, top: 12.7, stepX: 69.85, stepY: 25.4 },
};

/** A code lower than this is missed by a hand scanner too often to be worth its room. */
const LEAST_BARS = 4.5;

/** A label is read by a hand scanner held to it, not from a page scan: 10 mil is what scanners and label printers share. */
const LABEL_MODULE = 0.25;

/** Which labels to print, and where. */
export interface LabelRequest {
  readonly patients: readonly Patient[];
  readonly copies: number;
  /** First free label of a sheet in use, counted from 1. */
  readonly first?: number;
  /** How far this printer is off, mm. */
  readonly nudge?: { readonly x: number; readonly y: number };
}

/** Patient labels on a laser's label sheets: pages for `paperDocument`. Nothing else is on them, so no page has a serial. */
export function labelSheets(request: LabelRequest, paper: Paper, context: PaperContext): readonly string[] {
  const stock = STOCKS[paper];
  const perPage = stock.columns * stock.rows;
  const { first = 1, nudge = { x: 0, y: 0 } } = request;
  const labels = request.patients.flatMap((patient) => Array.from({ length: request.copies }, () => patient));
  const skipped = Math.min(perPage - 1, Math.max(0, first - 1));
  const pages: PageInk[] = [];
  labels.forEach((patient, index) => {
    const place = (index + skipped) % perPage;
    if (index === 0 || place === 0) pages.push(new PageInk());
    const x = stock.left + (place % stock.columns) * stock.stepX + nudge.x;
    const y = stock.top + Math.floor(place / stock.columns) * stock.stepY + nudge.y;
    const ink = pages.at(-1);
    if (ink) drawLabel(ink, patient, x, y, stock, context);
  });
  const height = paper === 'A4' ? 296.9 : 279.3;
  return pages.map(
    (ink, index) =>
      `<section class="pg" data-sheet="LABELS" data-page="${index + 1}">${ink.html(paper === 'A4' ? 210 : 215.9, height)}</section>`,
  );
}

/** Name, birth date, number, place, allergy word, code (forms.md F29). Short labels leave out the place. */
function drawLabel(
  ink: PageInk,
  patient: Patient,
  x: number,
  y: number,
  stock: LabelStock,
  context: PaperContext,
): void {
  const pad = 2.4;
  const width = stock.width - 2 * pad;
  const number = patientNumber(patient) ?? WORDS.noNumber;
  const born = patient.birthDate
    ? `${formatBirthDate(patient.birthDate)} (${ageText(patient, context.printedAt)})`
    : ageText(patient, context.printedAt);
  const place = [patient.ward, patient.bed].filter((part) => part !== undefined).join(' ');
  const tall = stock.height > 30;
  const big = wrapText(displayName(patient), 'value', width);
  // A long name on a low label: all in small letters, or no room is left for the code.
  const crowded = !tall && big.length > 1;
  const [nameStyle, style]: readonly [Style, Style] = crowded ? ['bodyBold', 'labelBold'] : ['value', 'bodyBold'];
  const allergy = ALLERGY[patient.allergyStatus];
  const texts: readonly (readonly [string, Style])[] = [
    [`${born}  ${WORDS.sexes[patient.sex ?? 'unknown']}${context.drill ? `  ${WORDS.drill}` : ''}`, style],
    [tall ? number : `${number}  ${allergy}`, style],
    ...(tall ? [[`${place}  ${allergy}`, 'label'] as const] : []),
  ];
  let top = y + 1.2;
  const put = (text: string, own: Style, most: number): void => {
    const lines = wrapText(text, own, width);
    const shown = Math.min(most, lines.length);
    ink.text({ x: x + pad, y: top, width, lines, style: own, fit: WORDS.label, height: shown * lineHeight(own) });
    top += shown * lineHeight(own);
  };
  put(displayName(patient), nameStyle, 2);
  for (const [text, own] of texts) put(text, own, 1);
  const bars = fitBars(patientNumber(patient) ?? '', width, LABEL_MODULE);
  const room = y + stock.height - 1.4 - top;
  if (bars && room >= LEAST_BARS)
    ink.solidPath(bars.path(x + pad + (width - bars.width) / 2, top + 0.3, Math.min(11, room - 0.3)));
}

/** One word of warning fits a label; the list is on the forms. */
const ALLERGY: Readonly<Record<Patient['allergyStatus'], string>> = {
  listed: 'ALLERGY',
  'none-known': 'No known allergies',
  'unable-to-obtain': 'Allergies not known',
  'not-in-snapshot': 'Allergies not known',
};
