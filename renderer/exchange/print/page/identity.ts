import { displayName } from '../../../domain/patient/names';
import type { Patient } from '../../../domain/patient/patient';
import { code128, CODE_128_QUIET } from '../codes/code-128';
import { barPath } from '../codes/code-paths';
import { lineHeight } from '../type/styles';
import { wrapRuns, wrapText } from '../type/wrap';
import { WORDS } from '../words';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import { bornPairs, carePairs, labelled, numberPairs, patientNumber } from './patient-words';
import type { SheetHead } from './sheet-head';
import { BAR_MODULE } from './title-row';

const BAR_HEIGHT = 11;
const PAD = 2.2;

/** Name, birth date, sex, numbers and place, and the number as a code to scan against the wristband. */
export function drawIdentity(ink: PageInk, frame: Frame, y: number, head: SheetHead, patient: Patient, context: PaperContext): number {
  const { left, right } = frame;
  const number = patientNumber(patient);
  const bars = number === undefined ? undefined : code128(number);
  const note = number === undefined ? WORDS.noNumber : bars ? WORDS.scan : WORDS.noCode;
  const codeRoom = bars ? (bars.modules + 2 * CODE_128_QUIET) * BAR_MODULE : 0;
  // A very long number gets its own strip below, rather than bars too fine to read.
  const beside = codeRoom <= (right - left) * 0.55;
  const codeWidth = Math.max(56, beside ? codeRoom : 0);
  const textRoom = right - left - codeWidth - 2 * PAD;

  const name = wrapText(displayName(patient), 'name', textRoom);
  const groups = [bornPairs(patient, context), numberPairs(patient), carePairs(patient)].filter((pairs) => pairs.length > 0);
  // A wide page has room for all on one line, and none to waste in height.
  const rows = frame.landscape ? [groups.flat()] : groups;
  const details = rows.flatMap((pairs) => wrapRuns(labelled(pairs), textRoom));
  const alert = head.nameAlert ? wrapText(WORDS.nameAlert, 'bodyBold', textRoom) : [];
  let textY = y + 1.2;
  ink.text({ x: left + PAD, y: textY, width: textRoom, lines: name, style: 'name', fit: 'Patient name' });
  textY += name.length * lineHeight('name');
  ink.text({ x: left + PAD, y: textY, width: textRoom, lines: details, style: 'value', fit: 'Patient details' });
  textY += details.length * lineHeight('value');
  ink.text({ x: left + PAD, y: textY, width: textRoom, lines: alert, style: 'bodyBold', fit: 'Name alert' });
  textY += alert.length * lineHeight('bodyBold') + 1;

  const codeLeft = right - codeWidth;
  const noteLines = wrapText(note, 'legend', codeWidth - 2 * PAD);
  ink.text({ x: codeLeft + PAD, y: y + 1, width: codeWidth - 2 * PAD, lines: noteLines, style: 'legend', fit: 'Scan note' });
  let codeY = y + 1.4 + noteLines.length * lineHeight('legend');
  if (bars && beside) {
    ink.solidPath(barPath(bars, codeLeft + (codeWidth - bars.modules * BAR_MODULE) / 2, codeY, BAR_MODULE, BAR_HEIGHT));
    codeY += BAR_HEIGHT + 1.6;
  }
  let bottom = Math.max(textY, codeY);
  ink.line(codeLeft, y, codeLeft, bottom);
  if (bars && !beside) {
    const module = Math.min(BAR_MODULE, (right - left - 8) / (bars.modules + 2 * CODE_128_QUIET));
    ink.solidPath(barPath(bars, left + 4 + CODE_128_QUIET * module, bottom + 1, module, BAR_HEIGHT));
    bottom += BAR_HEIGHT + 2;
  }
  ink.box(left, y, right - left, bottom - y, 'frame');
  return bottom;
}
