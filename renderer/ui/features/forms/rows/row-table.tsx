import { useCallback, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledRow, FilledRows } from '../../../../domain/form/filled-form';
import type { FormItem } from '../../../../domain/form/form';
import { unitText } from '../../../../domain/form/text-of-answer';
import { Icon } from '../../../components/icon/icon';
import { useFiller } from '../fill/filler-context';
import { TableRow } from './table-row';
import { columnsOf } from './row-words';
import styles from './rows.module.css';

/** Rows as a sheet to type into: Tab goes on, arrows up and down change the row, Enter goes down and makes a new one at the end. */
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
  const { session } = useFiller();
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = columnsOf(node.item);
  const walk = useCallback(
    (event: KeyboardEvent<HTMLTableElement>): void => {
      const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
      const cell = (event.target as HTMLElement).closest('td');
      const row = cell?.parentElement;
      if (
        step === undefined ||
        event.ctrlKey ||
        event.altKey ||
        !cell ||
        !row ||
        event.target instanceof HTMLTextAreaElement
      )
        return;
      if (event.key !== 'Enter' && event.target instanceof HTMLSelectElement) return;
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      const rows = [...(body.current?.rows ?? [])];
      const next = rows[rows.indexOf(row as HTMLTableRowElement) + step];
      const column = [...row.children].indexOf(cell);
      if (next) focusCell(next, column);
      else if (event.key === 'Enter' && node.canAdd) {
        session.addRow(node.path);
        requestAnimationFrame(() => focusCell(body.current?.rows[rows.length], 1));
      }
    },
    [session, node.canAdd, node.path],
  );
  if (node.rows.length === 0) return <p className={styles.none}>{t('rows.none')}</p>;
  return (
    <div className={styles.frame} role="region" aria-label={t('rows.table', { what: label })} tabIndex={0}>
      <table className={styles.table} onKeyDown={walk}>
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

function focusCell(row: HTMLTableRowElement | undefined, column: number): void {
  row?.children[column]?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
