import type { Patient } from '../../../domain/patient/patient';
import { drawTick, TICK } from '../form/hand-marks';
import { timeSeenFrom } from '../type/dates';
import { textWidth } from '../type/measure';
import { type Run, lineHeight } from '../type/styles';
import { wrapRuns } from '../type/wrap';
import { WORDS } from '../words';
import type { PaperContext } from './context';
import type { Frame } from './frame';
import type { PageInk } from './ink';

/** Room for the tick and "Checked with patient" at the right end. */
const CHECK_WIDTH = 42;

/** The thick box on every patient page. What is not known is said in words: a blank would read as "none". */
export function drawAllergies(
  ink: PageInk,
  frame: Frame,
  y: number,
  patient: Patient | undefined,
  context: PaperContext,
): number {
  const { left, right } = frame;
  const title: Run = { text: WORDS.allergies, style: 'allergy' };
  const titleWidth = textWidth(title.text, 'allergy') + 4;
  const room = right - left - titleWidth - CHECK_WIDTH - 4;
  const lines = patient ? wrapRuns(allergyRuns(patient, when(patient, context)), room) : [];
  const height = Math.max(8.6, lines.length * lineHeight('critical') + 3.2);
  const first = y + 1.6 + (lines.length > 1 ? 0 : (height - 3.2 - lineHeight('critical')) / 2);
  ink.box(left + 0.45, y + 0.45, right - left - 0.9, height - 0.9, 'thick');
  ink.text({ x: left + 3, y: first, width: titleWidth, lines: [[title]], style: 'allergy', fit: WORDS.allergies });
  if (patient)
    ink.text({ x: left + 3 + titleWidth, y: first, width: room, lines, style: 'critical', fit: 'Allergies' });
  else drawByHand(ink, left + 3 + titleWidth, right - CHECK_WIDTH - 4, y + height);
  const tickX = right - CHECK_WIDTH;
  drawTick(ink, 'allergies', WORDS.checkedWithPatient, tickX, y + (height - TICK) / 2);
  ink.text({
    x: tickX + TICK + 1.4,
    y: y + (height - lineHeight('body')) / 2,
    width: CHECK_WIDTH - TICK - 3,
    lines: [[{ text: WORDS.checkedWithPatient, style: 'body' }]],
    style: 'body',
    fit: WORDS.checkedWithPatient,
  });
  return y + height;
}

function drawByHand(ink: PageInk, x: number, end: number, bottom: number): void {
  let at = x;
  for (const choice of [WORDS.noneKnown, WORDS.yesList]) {
    const wide = textWidth(choice, 'body') / 0.97;
    drawTick(ink, 'allergies', choice, at, bottom - 2.2 - TICK);
    ink.text({
      x: at + TICK + 1.2,
      y: bottom - 2.4 - TICK,
      width: wide + 1,
      lines: [[{ text: choice, style: 'body' }]],
      style: 'body',
      fit: choice,
    });
    at += TICK + wide + 5;
  }
  ink.line(at - 2, bottom - 2, end, bottom - 2);
  ink.mark({ linkId: 'allergies', kind: 'line', x: at - 2, y: bottom - 8, width: end - at, height: 6 });
}

/** The same on one line of a list. */
export function allergyWords(patient: Patient): string {
  return allergyRuns(patient, '')
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Allergens heavy and in capitals, reactions beside them, and how old the list is. */
function allergyRuns(patient: Patient, asOf: string): readonly Run[] {
  const asAt: Run = { text: ` ${asOf}`, style: 'body' };
  const say = (text: string): Run => ({ text, style: 'allergy' });
  switch (patient.allergyStatus) {
    case 'none-known':
      return [say(WORDS.noKnownAllergies), asAt];
    case 'unable-to-obtain':
      return [say(WORDS.allergiesUnobtainable)];
    case 'not-in-snapshot':
      return [say(WORDS.allergiesMissing)];
    case 'listed': {
      if (patient.allergies.length === 0) return [say(WORDS.allergiesMissing)];
      const list = patient.allergies.flatMap(({ substance, reaction, severity }, index): Run[] => {
        const details = [reaction, severity === 'severe' ? WORDS.severe : undefined].filter(
          (detail) => detail !== undefined && detail !== '',
        );
        return [
          { text: `${index > 0 ? '; ' : ''}${substance.toUpperCase()}`, style: 'allergy' },
          { text: details.length > 0 ? ` – ${details.join(', ')}` : '', style: 'critical' },
        ];
      });
      return [...list, asAt];
    }
  }
}

function when(patient: Patient, context: PaperContext): string {
  if (patient.writtenHere.includes('allergies') || patient.writtenHere.includes('allergyStatus'))
    return WORDS.allergiesWritten;
  const asOf = patient.snapshotAsOf ?? context.snapshotAsOf;
  return asOf === undefined ? '' : WORDS.allergiesAsAt(timeSeenFrom(asOf, context.printedAt));
}
