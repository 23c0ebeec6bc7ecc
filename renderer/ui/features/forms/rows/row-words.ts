import { everyNode, type FilledNode, type FilledRow, type FilledRows } from '../../../../domain/form/filled-form';
import type { FormItem } from '../../../../domain/form/form';
import { textOfAnswers } from '../../../../domain/form/text-of-answer';

/** Columns of a table of rows: the questions of its group, in order. */
export function columnsOf(group: FormItem): readonly FormItem[] {
  return group.items.filter((item) => !item.hidden && item.type !== 'display');
}

const TALL: ReadonlySet<FormItem['type']> = new Set(['group', 'attachment']);

/** Whether the rows fit a table: plain questions only, unless the form asks for one. */
export function isTable(node: FilledRows): boolean {
  const columns = columnsOf(node.item);
  const plain = columns.every(
    // A cell holds one answer: the others of a question that repeats would be lost by typing into it.
    (item) => !TALL.has(item.type) && item.items.length === 0 && !item.repeats,
  );
  if (!plain || columns.length === 0) return false;
  const asked = node.item.control === 'gtable' || node.item.control === 'table';
  return asked || (columns.length <= 6 && columns.every((item) => item.type !== 'text'));
}

/** A row in one line: its first answers. */
export function rowSummary(row: FilledRow, most = 4): string {
  const texts: string[] = [];
  for (const node of row.children)
    if (node.kind === 'question' && texts.length < most) texts.push(textOfAnswers(node.item, node.answers));
  return texts.filter((text) => text !== '').join(' · ');
}

/** Rows written below a row: "2 doses". */
export function innerRows(row: FilledRow): readonly FilledRows[] {
  return row.children.filter((node): node is FilledRows => node.kind === 'rows');
}

/** Whether anything in a row needs a look. */
export function hasFault(row: FilledRow, severity: 'error' | 'soft'): boolean {
  for (const node of everyNode(row.children))
    if (node.findings.some((finding) => finding.severity === severity && finding.code !== 'required')) return true;
  return false;
}

/** The node of a column in a row; undefined while it does not apply there. */
export function cellNode(row: FilledRow, linkId: string): FilledNode | undefined {
  return row.children.find((node) => node.item.linkId === linkId);
}
