import { displayName } from '../../domain/patient/names';
import type { BoardPatient } from '../../domain/patient/board';
import { clinicalInstant } from '../print/type/dates';
import { personOf } from './collect-records';
import type { ExportForm, ExportInput } from './export-input';

/** One line of what happened, by true time; `written` only when it was written down later. */
export interface TimelineLine {
  readonly at: string;
  readonly written: string;
  readonly what: string;
  readonly by: string;
}

/** Notes written within this time count as written at once. */
const LATE_MS = 5 * 60_000;

const MOVES = {
  arrived: 'Arrived',
  transferred: 'Moved',
  'off-unit': 'Left the ward for a while',
  returned: 'Back on the ward',
  discharged: 'Discharged',
  left: 'Left without discharge',
  died: 'Died',
} as const;

/** Everything this outage wrote about one patient, oldest first: arrival, moves, facts, links, forms and corrections. */
export function patientTimeline(
  patient: BoardPatient,
  forms: readonly ExportForm[],
  input: ExportInput,
): readonly TimelineLine[] {
  const by = (id: string): string => personOf(id, input).name;
  const lines: TimelineLine[] = [];
  const add = (at: string, writtenAt: string, what: string, who: string): void => {
    const late = Date.parse(writtenAt) - Date.parse(at) > LATE_MS;
    lines.push({ at, written: late ? writtenAt : '', what, by: who });
  };
  if (patient.arrivedAt !== undefined)
    add(
      patient.arrivedAt,
      patient.arrivalWritten?.at ?? patient.arrivedAt,
      `Arrived, downtime number ${patient.downtimeNumber ?? 'none'}`,
      by(patient.arrivalWritten?.by ?? ''),
    );
  for (const move of patient.moves) {
    const place = [move.ward && `ward ${move.ward}`, move.bed && `bed ${move.bed}`, move.to].filter(Boolean).join(', ');
    const word = (MOVES as Readonly<Record<string, string>>)[move.kind] ?? move.kind;
    add(move.occurredAt, move.at, place === '' ? word : `${word}: ${place}`, by(move.by));
  }
  for (const { facts, reason, at, by: who } of patient.changes)
    add(at, at, `Changed: ${Object.keys(facts).join(', ')}${reason === undefined ? '' : ` (${reason})`}`, by(who));
  for (const link of patient.links) {
    add(link.at, link.at, `${link.downtimeNumber} linked to MRN ${link.mrn}`, by(link.by));
    if (link.undone)
      add(
        link.undone.at,
        link.undone.at,
        `Link to MRN ${link.mrn} taken back: ${link.undone.reason}`,
        by(link.undone.by),
      );
  }
  for (const { signed, definition } of forms) {
    const title = `${signed.form} ${definition?.title ?? ''}`.trim();
    signed.versions.forEach((version, at) => {
      const what = at === 0 ? `Signed ${title}` : `Corrected ${title}: ${version.reason ?? ''}`;
      add(version.occurredAt, version.at, `${what}, ${signed.serial}`, version.signature.name);
    });
    if (signed.struck)
      add(
        signed.struck.at,
        signed.struck.at,
        `Struck through ${title}, ${signed.serial}: ${signed.struck.reason}`,
        by(signed.struck.by),
      );
  }
  return inOrder(lines);
}

/** The story of the ward: the event's log, ticks of the role cards, and each patient's lines. */
export function wardTimeline(
  input: ExportInput,
  people: readonly { readonly patient: BoardPatient; readonly forms: readonly ExportForm[] }[],
): readonly TimelineLine[] {
  const story = (input.story ?? []).map(({ at, what, by }) => ({ at, written: '', what, by }));
  const ticks = input.checklists.map((one) => ({
    at: one.at,
    written: '',
    what: [
      `${one.checklist}: ${one.text ?? one.step}`,
      `${one.state}${one.undone ? ', undone' : ''}`,
      one.evidence,
      one.reason,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    by: personOf(one.by, input).name,
  }));
  const patients = people.flatMap(({ patient, forms }) =>
    patientTimeline(patient, forms, input).map((line) => ({ ...line, what: `${displayName(patient)}: ${line.what}` })),
  );
  return inOrder([...story, ...ticks, ...patients]);
}

/** A line's time as paper writes it. */
export function timelineCells(line: TimelineLine): readonly string[] {
  return [clinicalInstant(line.at), line.written === '' ? '' : clinicalInstant(line.written), line.what, line.by];
}

function inOrder(lines: readonly TimelineLine[]): readonly TimelineLine[] {
  return lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
