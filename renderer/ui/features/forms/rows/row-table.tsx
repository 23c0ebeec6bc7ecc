import { useCallback, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledRow, FilledRows } from '../../../../domain/form/filled-form';
import type { FormItem } from '../../../../domain/form/form';
import { unitText } from '../../../../domain/form/text-of-answer';
import { Icon } from '../../../components/icon/icon';
import { useFiller } from '../fill/filler-context';
import { useNotices } from '../../../frame/notices/notices-context';
import { cellsOfText, pasteCells } from './paste-cells';
import { TableRow } from './table-row';
import { columnsOf } from './row-words';
import styles from './rows.module.css';

/**
 * Rows as a sheet to type into: Tab goes on, arrows go to the next cell, Enter goes down and makes a new row at the end,
 * cells of a spreadsheet are pasted over several rows.
 */
export function RowTable({
  node,
  label,
  onRemove,
}: {
  readonly node: FilledRows;
  readonly label: string;
  readonly onRemove: (row: FilledRow) => void;
}) {
  const { t } = useTranslation('forms');
  const { session, now } = useFiller();
  const { tell } = useNotices();
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = columnsOf(node.item);
  const walk = useCallback(
    (event: KeyboardEvent<HTMLTableElement>): void => {
      const cell = (event.target as HTMLElement).closest('td');
      const row = cell?.parentElement;
      const field = event.target as HTMLElement;
      if (event.ctrlKey || event.altKey || event.metaKey || !cell || !row) return;
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLButtonElement) return;
      const rows = [...(body.current?.rows ?? [])];
      const at = rows.indexOf(row as HTMLTableRowElement);
      const column = [...row.children].indexOf(cell);
      const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (side !== undefined) {
        if (leavesField(field, side) && focusBeside(row, column, side)) event.preventDefault();
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
      if (step === undefined || (event.key !== 'Enter' && field instanceof HTMLSelectElement)) return;
      event.preventDefault();
      const next = rows[at + step];
      if (next) focusCell(next, column);
      else if (event.key === 'Enter' && node.canAdd) {
        session.addRow(node.path);
        requestAnimationFrame(() => focusCell(body.current?.rows[rows.length], 1));
      }
    },
    [session, node.canAdd, node.path],
  );
  const paste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    const cell = (event.target as HTMLElement).closest('td');
    const row = cell?.parentElement;
    // One cell goes into the field as everywhere; a sheet is spread over cells.
    if (!cell || !row || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const from = {
      row: [...(body.current?.rows ?? [])].indexOf(row as HTMLTableRowElement),
      column: [...row.children].indexOf(cell) - 1,
    };
    const { written, left } = pasteCells(session, node, from, cellsOfText(text), now());
    if (left.length === 0) tell('info', t('rows.pasted', { count: written }));
    else tell('critical', t('rows.pastedNot', { written, count: left.length, left: left.slice(0, 10).join('; ') }));
  };
  if (node.rows.length === 0) return <p className={styles.none}>{t('rows.none')}</p>;
  return (
    <div className={styles.frame} role="region" aria-label={t('rows.table', { what: label })} tabIndex={0}>
      <table className={styles.table} onKeyDown={walk} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">{t('rows.number')}</th>
            {columns.map((item) => (
              <th key={item.linkId} scope="col">
                {headOf(item)}
              </th>
            ))}
            {node.canRemove && <th scope="col">{t('rows.actions')}</th>}
          </tr>
        </thead>
        <tbody ref={body}>
          {node.rows.map((row, at) => (
            <TableRow
              key={row.key}
              row={row}
              number={at + 1}
              columns={columns}
              onRemove={node.canRemove ? onRemove : undefined}
            />
          ))}
        </tbody>
      </table>
      <p className="visually-hidden">
        <Icon name="info" /> {t('rows.keys')}
      </p>
    </div>
  );
}

function headOf(item: FormItem): string {
  const words = item.shortText ?? item.text;
  const unit = unitText(item);
  return unit === '' ? words : `${words} (${unit})`;
}

function focusCell(row: Element | undefined, column: number): boolean {
  const field = row?.children[column]?.querySelector<HTMLElement>('input, select, textarea');
  field?.focus();
  // As in a sheet: typing replaces, an arrow goes on.
  if (field instanceof HTMLInputElement) field.select();
  return field !== null && field !== undefined;
}

/** The next cell in that direction that can be filled; cells that are off or worked out are passed. */
function focusBeside(row: Element, column: number, side: number): boolean {
  for (let next = column + side; next > 0 && next < row.children.length; next += side)
    if (focusCell(row, next)) return true;
  return false;
}

/** Left and right walk within the text first; at its end, or with all of it selected, they leave the cell. */
function leavesField(field: HTMLElement, side: number): boolean {
  if (!(field instanceof HTMLInputElement)) return field instanceof HTMLSelectElement;
  const { selectionStart, selectionEnd, value } = field;
  const all = selectionStart === 0 && selectionEnd === value.length;
  return all || (selectionStart === selectionEnd && selectionStart === (side < 0 ? 0 : value.length));
}
