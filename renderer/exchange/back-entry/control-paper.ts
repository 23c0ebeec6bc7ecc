import type { OutageState } from '../../domain/outage/outage';
import type { Patient } from '../../domain/patient/patient';
import type { AuditFinding } from '../../domain/reconciliation/audit';
import { dataClassOf } from '../../domain/reconciliation/data-class';
import type { QueueItem } from '../../domain/reconciliation/queue';
import { paragraph, sectionHeading } from '../print/form/headings';
import { dataTable } from '../print/layout/data-table';
import type { PaperContext } from '../print/page/context';
import { frameOf } from '../print/page/frame';
import type { Paper } from '../print/page/paper';
import { handLines, PLAIN_RHYTHM } from '../print/sheets/plain-blocks';
import { sheetPages, type SheetPages } from '../print/sheet-pages';
import { markText, stamp } from './stamp';

const SIGNERS = ['Signed complete by (RN)', 'Second check (unit manager)', 'Medical records received'];

/** F28 of one patient: every line of the queues, who owns it, what became of it, counts, and who signs. */
export function controlPaper(input: {
  readonly patient: Patient;
  readonly items: readonly QueueItem[];
  readonly findings: readonly AuditFinding[];
  readonly outage: OutageState;
  readonly nameOf: (id: string) => string;
  readonly serial: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { patient, items, findings, outage, nameOf, serial, paper, context } = input;
  const head = {
    title: 'Reconciliation control sheet',
    form: 'F28',
    version: 'queue',
    serial,
    draft: false,
    blank: false,
    patient,
  };
  const columns = [
    { head: 'What', share: 6 },
    { head: 'Sheet', share: 3 },
    { head: 'Owner', share: 2.4 },
    { head: 'What became of it', share: 5 },
    { head: 'Checked', share: 3 },
  ];
  const rows = items.map((item) => [
    { text: item.label, style: 'cell' as const },
    { text: item.serial === item.patient ? item.form : `${item.form} ${item.serial}` },
    { text: item.owner },
    { text: markText(item, nameOf) },
    { text: item.check ? `${stamp(item.check.at)} ${nameOf(item.check.by)}` : '' },
  ]);
  const { left, right } = frameOf(paper, false);
  const width = right - left;
  const open = findings.map(({ code, text, serial: of }) =>
    [code.replaceAll('-', ' '), text, of].filter(Boolean).join(': '),
  );
  const blocks = [
    handLines(
      [
        ['Downtime from', stamp(outage.since)],
        ['to', outage.until ? stamp(outage.until) : ''],
        ['MRN linked by', ''],
      ],
      width,
    ),
    handLines(countsOf(items), width),
    sectionHeading('Lines', width, PLAIN_RHYTHM),
    dataTable('Lines', columns, rows, width),
    sectionHeading('Open exceptions', width, PLAIN_RHYTHM),
    paragraph(open.length > 0 ? open.join('; ') : 'None.', width, PLAIN_RHYTHM),
    sectionHeading('Closing', width, PLAIN_RHYTHM),
    ...SIGNERS.map((label) =>
      handLines(
        [
          [label, ''],
          ['Date, time', ''],
        ],
        width,
      ),
    ),
  ];
  return sheetPages(head, { blocks, landscape: false }, paper, context);
}

/** `orders 3, entered 2`. */
function countsOf(items: readonly QueueItem[]): readonly (readonly [string, string])[] {
  const count = (label: string, classes: readonly string[]): readonly [string, string] => {
    const of = items.filter((item) => classes.includes(dataClassOf(item)) && !item.removed);
    const done = of.filter((item) => item.mark?.as === 'entered').length;
    return [label, `${of.length}, entered ${done}`];
  };
  return [
    count('Orders', ['medication-orders', 'orders']),
    count('Doses', ['doses', 'infusion-totals']),
    count('Laboratory, imaging', ['laboratory', 'imaging']),
  ];
}
