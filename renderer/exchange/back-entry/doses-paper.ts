import { displayName } from '../../domain/patient/names';
import type { Patient } from '../../domain/patient/patient';
import type { QueueItem } from '../../domain/reconciliation/queue';
import { paragraph, sectionHeading } from '../print/form/headings';
import { dataTable } from '../print/layout/data-table';
import type { PaperContext } from '../print/page/context';
import type { Paper } from '../print/page/paper';
import { patientNumber } from '../print/page/patient-words';
import { PLAIN_RHYTHM } from '../print/sheets/plain-blocks';
import { plainSheetPages } from '../print/sheets/plain-sheet';
import type { SheetPages } from '../print/sheet-pages';
import { stamp } from './stamp';

/** Doses of one patient, oldest first. */
export interface PatientDoses {
  readonly patient?: Patient;
  readonly doses: readonly QueueItem[];
}

const HELP =
  'Compare with the list of due doses in the EHR before the first dose of each patient. Shows there as due what stands here as given: hold, chart it given at the time here, ask pharmacist or prescriber to re-time the next.';

/** Doses already given, by bed; each line with a box to tick once it was compared. */
export function dosesPaper(input: {
  readonly patients: readonly PatientDoses[];
  readonly serial: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { patients, serial, paper, context } = input;
  const columns = [
    { head: 'Compared', share: 1.6 },
    { head: 'Given at', share: 2.6 },
    { head: 'Dose, as on the chart', share: 8 },
    { head: 'Signed by', share: 3 },
    { head: 'In the EHR', share: 2.4 },
  ];
  return plainSheetPages(
    {
      title: `Doses already given, ward ${context.ward}`,
      code: 'DOSES-GIVEN',
      version: '1',
      serial,
      draft: false,
      fromEhr: true,
      blocks: (width) => [
        paragraph(HELP, width, PLAIN_RHYTHM, 'bodyBold'),
        ...patients.flatMap(({ patient, doses }) => {
          const who = patient
            ? [patient.bed, displayName(patient), patientNumber(patient)].filter(Boolean).join('  ')
            : 'No patient on the paper';
          const rows = doses.map((dose) => [
            { text: '', tick: true },
            { text: stamp(dose.occurredAt), style: 'cell' as const },
            {
              text: [dose.label, ...dose.values.map(({ text }) => text)].filter(unique).join(' · '),
              style: 'cell' as const,
            },
            { text: dose.author ?? '' },
            { text: dose.mark?.as === 'entered' ? 'yes' : 'NOT YET', style: 'cell' as const },
          ]);
          return [sectionHeading(who, width, PLAIN_RHYTHM), dataTable(who, columns, rows, width)];
        }),
      ],
    },
    paper,
    context,
  );
}

function unique(text: string, index: number, all: readonly string[]): boolean {
  return !all.slice(0, index).some((before) => before.includes(text));
}
