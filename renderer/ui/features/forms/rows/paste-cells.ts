import type { FormSession } from '../../../../app/form-session';
import type { Instant } from '../../../../domain/basics/time';
import { everyNode, type FilledRows } from '../../../../domain/form/filled-form';
import { readCell } from './cell-text';
import { cellNode, columnsOf } from './row-words';

/** What pasting came to: cells written, and texts that fit no cell, to be typed by hand. */
export interface Pasted {
  readonly written: number;
  readonly left: readonly string[];
}

/** Cells of a sheet as the clipboard gives them: tabs between, a line each. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
}

/** Writes cells from one place on, rows added where they are missing; nothing is guessed, what does not fit is told. */
export function pasteCells(
  session: FormSession,
  node: FilledRows,
  from: { readonly row: number; readonly column: number },
  cells: readonly (readonly string[])[],
  now: Instant,
): Pasted {
  const columns = columnsOf(node.item);
  const left: string[] = [];
  let written = 0;
  cells.forEach((line, down) => {
    if (rowsNow(session, node).rows.length <= from.row + down && rowsNow(session, node).canAdd)
      session.addRow(node.path);
    line.forEach((text, right) => {
      if (text.trim() === '') return;
      const item = columns[from.column + right];
      // Read anew each time: an answer may have switched another cell on.
      const row = rowsNow(session, node).rows[from.row + down];
      const cell = item && row && cellNode(row, item.linkId);
      const open = cell?.kind === 'question' && cell.enabled && !cell.item.readOnly ? cell : undefined;
      const answer = open && readCell(open, text, now);
      if (!open || !answer) {
        left.push(text.trim());
        return;
      }
      session.setAnswers(open.path, [answer]);
      written += 1;
    });
  });
  return { written, left };
}

function rowsNow(session: FormSession, node: FilledRows): FilledRows {
  const nodes = everyNode(session.live.get().filled.nodes);
  for (const each of nodes) if (each.key === node.key && each.kind === 'rows') return each;
  return node;
}
