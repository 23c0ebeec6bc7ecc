import { displayName } from '../../../domain/patient/names';
import type { Patient } from '../../../domain/patient/patient';
import { paragraph } from '../form/headings';
import type { Block } from '../layout/block';
import { type DataCell, dataTable } from '../layout/data-table';
import { allergyWords } from '../page/allergy-box';
import type { PaperContext } from '../page/context';
import type { Paper } from '../page/paper';
import { bornPairs, patientNumber } from '../page/patient-words';
import type { SheetPages } from '../sheet-pages';
import { WORDS } from '../words';
import { PLAIN_RHYTHM } from './plain-blocks';
import { plainSheetPages } from './plain-sheet';

const EMPTY_ROWS = 6;

/** Everybody on the ward by bed, with room for movements and arrivals: the paper copy of the board. */
export function wardListPages(input: {
  readonly patients: readonly Patient[];
  readonly serial: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { patients, serial, paper, context } = input;
  const columns = [
    { head: WORDS.bed, share: 2.8 },
    { head: WORDS.name, share: 8 },
    { head: WORDS.bornSex, share: 8.2 },
    { head: WORDS.numberShort, share: 3.8 },
    { head: 'Allergies', share: 8 },
    { head: WORDS.codeStatus, share: 3.2 },
    { head: WORDS.nurse, share: 3 },
    { head: WORDS.eventTime, share: 5.6 },
  ];
  const rows = [
    ...patients.map((patient) => patientRow(patient, context)),
    ...Array.from({ length: EMPTY_ROWS }, () => []),
  ];
  const blocks = (width: number): readonly Block[] => [
    paragraph(WORDS.listHelp, width, PLAIN_RHYTHM, 'note'),
    dataTable(WORDS.wardList(context.ward), columns, rows, width, 8),
  ];
  return plainSheetPages(
    {
      title: WORDS.wardList(context.ward),
      code: 'WARD-LIST',
      version: '1',
      serial,
      draft: false,
      landscape: true,
      fromEhr: true,
      blocks,
    },
    paper,
    context,
  );
}

function patientRow(patient: Patient, context: PaperContext): readonly DataCell[] {
  const born = bornPairs(patient, context)
    .map(([, value]) => value)
    .join(', ');
  return [
    { text: patient.bed ?? '', style: 'cell' },
    { text: displayName(patient), style: 'cell' },
    { text: born, style: 'body' },
    { text: patientNumber(patient) ?? WORDS.notKnown, style: 'cell' },
    { text: allergyWords(patient), style: patient.allergyStatus === 'listed' ? 'cell' : 'body' },
    { text: patient.codeStatus ?? '', style: 'body' },
  ];
}
