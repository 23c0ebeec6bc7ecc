import type { OutageState } from '../../domain/outage/outage';
import type { WardStanding } from '../../domain/reconciliation/close-back-entry';
import type { OwnerCount } from '../../domain/reconciliation/queue';
import { paragraph, sectionHeading } from '../print/form/headings';
import { dataTable } from '../print/layout/data-table';
import type { PaperContext } from '../print/page/context';
import type { Paper } from '../print/page/paper';
import { handLines, PLAIN_RHYTHM } from '../print/sheets/plain-blocks';
import { plainSheetPages } from '../print/sheets/plain-sheet';
import type { SheetPages } from '../print/sheet-pages';
import { stamp } from './stamp';

/** That the back-entry of an outage is whole, or how far it is: numbers per owner and ward, who signed, room to sign. */
export function certificatePaper(input: {
  readonly outage: OutageState;
  readonly owners: readonly OwnerCount[];
  readonly wards: readonly WardStanding[];
  readonly counts: {
    readonly items: number;
    readonly entered: number;
    readonly scanned: number;
    readonly notNeeded: number;
    readonly verified: number;
  };
  readonly openItems: number;
  readonly findings: number;
  readonly lasted: string;
  readonly nameOf: (id: string) => string;
  readonly serial: string;
  readonly paper: Paper;
  readonly context: PaperContext;
}): SheetPages {
  const { outage, owners, wards, counts, openItems, findings, lasted, nameOf, serial, paper, context } = input;
  const number = (value: number) => ({ text: String(value) });
  const closed = outage.closedAt;
  return plainSheetPages(
    {
      title: closed ? 'Certificate of reconciliation' : 'Reconciliation so far',
      code: 'CERTIFICATE',
      version: '1',
      serial,
      draft: closed === undefined,
      blocks: (width) => [
        handLines(
          [
            ['Downtime', `${stamp(outage.since)} to ${outage.until ? stamp(outage.until) : ''} (${lasted})`],
            ['Closed', closed ? stamp(closed) : 'not closed'],
          ],
          width,
        ),
        paragraph(
          `${counts.items} lines: ${counts.entered} entered, ${counts.scanned} scanned, ${counts.notNeeded} not needed, ${counts.verified} checked by a second person, ${openItems} open. Findings of the completeness audit: ${findings}.`,
          width,
          PLAIN_RHYTHM,
          'bodyBold',
        ),
        sectionHeading('By owner', width, PLAIN_RHYTHM),
        dataTable(
          'By owner',
          [
            { head: 'Owner', share: 5 },
            { head: 'Lines', share: 2, align: 'right' },
            { head: 'Settled', share: 2, align: 'right' },
            { head: 'Checked', share: 2, align: 'right' },
          ],
          owners.map((one) => [{ text: one.owner }, number(one.total), number(one.settled), number(one.verified)]),
          width,
        ),
        sectionHeading('By ward', width, PLAIN_RHYTHM),
        dataTable(
          'By ward',
          [
            { head: 'Ward', share: 3 },
            { head: 'Lines', share: 2, align: 'right' },
            { head: 'Open', share: 2, align: 'right' },
            { head: 'Signed off', share: 6 },
          ],
          wards.map(({ ward, total, open, signOff }) => [
            { text: ward },
            number(total),
            number(open),
            { text: signOff ? `${nameOf(signOff.by)}, ${stamp(signOff.at)}` : 'not signed off' },
          ]),
          width,
        ),
        sectionHeading('Signed on paper', width, PLAIN_RHYTHM),
        ...['Manager', 'Medical records'].map((label) =>
          handLines(
            [
              [label, ''],
              ['Date, time', ''],
            ],
            width,
          ),
        ),
      ],
    },
    paper,
    context,
  );
}
