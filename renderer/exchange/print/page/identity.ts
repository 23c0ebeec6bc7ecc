import { displayName } from '../../../domain/patient/names';
import type { Patient } from '../../../domain/patient/patient';
import { fitBars, wishedWidth } from '../codes/fit-bars';
import { lineHeight } from '../type/styles';
import { wrapRuns, wrapText } from '../type/wrap';
import { WORDS } from '../words';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';
import { bornPairs, carePairs, labelled, numberPairs, patientNumber } from './patient-words';
import type { SheetHead } from './sheet-head';

const BAR_HEIGHT = 11;
const CODE_WIDTH = 56;
const PAD = 2.2;

/** Name, birth date, sex, numbers and place, and the number as a code to scan against the wristband. */
export function drawIdentity(
  ink: PageInk,
  frame: Frame,
  y: number,
  head: SheetHead,
  patient: Patient,
  context: PaperContext,
): number {
  const { left, right } = frame;
  const number = patientNumber(patient);
  const codeWidth = Math.max(CODE_WIDTH, Math.min((right - left) / 2, wishedWidth(number ?? '')));
  const beside = fitBars(number ?? '', codeWidth);
  // A very long number gets its own strip below, rather than bars too fine to read.
  const below = beside ? undefined : fitBars(number ?? '', right - left - 2 * PAD);
  const note = number === undefined ? WORDS.noNumber : (beside ?? below) ? WORDS.scan : WORDS.noCode;
  const textRoom = right - left - codeWidth - 2 * PAD;

  const name = wrapText(displayName(patient), 'name', textRoom);
  const who = [bornPairs(patient, context), numberPairs(patient)];
  // A wide page has room for all on one line, and none to waste in height.
  const rows = frame.landscape ? [[...who.flat(), ...carePairs(patient)]] : who;
  const details = rows.flatMap((pairs) => wrapRuns(labelled(pairs), textRoom));
  // What is below the code has the whole width.
  const wholeRoom = right - left - 2 * PAD;
  const care = frame.landscape ? [] : wrapRuns(labelled(carePairs(patient)), wholeRoom);
  const alert = head.nameAlert ? wrapText(WORDS.nameAlert, 'bodyBold', wholeRoom) : [];
  let textY = y + 1.2;
  ink.text({ x: left + PAD, y: textY, width: textRoom, lines: name, style: 'name', fit: 'Patient name' });
  textY += name.length * lineHeight('name');
  ink.text({ x: left + PAD, y: textY, width: textRoom, lines: details, style: 'value', fit: 'Patient details' });
  textY += details.length * lineHeight('value');
  const codeLeft = right - codeWidth;
  const noteLines = wrapText(note, 'legend', codeWidth - 2 * PAD);
  ink.text({
    x: codeLeft + PAD,
    y: y + 1,
    width: codeWidth - 2 * PAD,
    lines: noteLines,
    style: 'legend',
    fit: 'Scan note',
  });
  let codeY = y + 1.4 + noteLines.length * lineHeight('legend');
  if (beside) {
    ink.solidPath(beside.path(codeLeft + (codeWidth - beside.width) / 2, codeY, BAR_HEIGHT));
    codeY += BAR_HEIGHT + 1.6;
  }
  let bottom = Math.max(textY, codeY);
  ink.line(codeLeft, y, codeLeft, bottom);
  ink.text({ x: left + PAD, y: bottom, width: wholeRoom, lines: care, style: 'value', fit: 'Patient details' });
  bottom += care.length * lineHeight('value');
  ink.text({ x: left + PAD, y: bottom, width: wholeRoom, lines: alert, style: 'bodyBold', fit: 'Name alert' });
  bottom += alert.length * lineHeight('bodyBold') + 0.8;
  if (below) {
    ink.solidPath(below.path(left + PAD, bottom + 1, BAR_HEIGHT));
    bottom += BAR_HEIGHT + 2;
  }
  ink.box(left, y, right - left, bottom - y, 'frame');
  return bottom;
}
