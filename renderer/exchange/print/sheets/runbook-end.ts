import type { Runbook } from '../../../domain/runbook/runbook';
import { paragraph, sectionHeading, subHeading } from '../form/headings';
import type { Block } from '../layout/block';
import { dataTable } from '../layout/data-table';
import { WORDS } from '../words';
import { PLAIN_RHYTHM } from './plain-blocks';
import { plainText } from './plain-text';

const TIGHT = { ...PLAIN_RHYTHM, gap: 0.2 };

/** What comes after the steps: entering back in order, and what often goes wrong. */
export function runbookEnd({ backEntry, knownProblems }: Runbook, width: number): readonly Block[] {
  const rows = [...backEntry]
    .sort((a, b) => a.order - b.order)
    .map(({ order, what, who, verifiedBy }) => [
      { text: '', tick: true },
      { text: `${order}`, style: 'cell' as const },
      { text: what, style: 'body' as const },
      { text: who.join(', '), style: 'body' as const },
      { text: verifiedBy, style: 'body' as const },
    ]);
  const columns = [
    { head: '', share: 1 },
    { head: '#', share: 1 },
    { head: WORDS.what, share: 9 },
    { head: WORDS.who, share: 3 },
    { head: WORDS.verifiedBy, share: 5 },
  ];
  return [
    ...(rows.length > 0
      ? [sectionHeading(WORDS.backEntry, width, PLAIN_RHYTHM), dataTable(WORDS.backEntry, columns, rows, width)]
      : []),
    ...(knownProblems.length > 0 ? [sectionHeading(WORDS.problems, width, PLAIN_RHYTHM)] : []),
    ...knownProblems.flatMap(({ title, symptoms, fix, callNext }) => [
      subHeading(title, width, PLAIN_RHYTHM),
      paragraph(symptoms.join(', '), width, TIGHT, 'note'),
      ...fix.map(({ text }, index) => paragraph(`${index + 1}. ${plainText(text)}`, width, TIGHT)),
      ...(callNext.length > 0 ? [paragraph(WORDS.callNext(callNext.join(', ')), width, TIGHT, 'bodyBold')] : []),
    ]),
  ];
}
