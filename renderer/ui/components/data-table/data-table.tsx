import { memo, useCallback, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './data-table.module.css';
import { useRowWindow } from './use-row-window';

/** One column. Cells are plain elements: component cells made a 200-row board seven times slower to redraw. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** Cell names the row: it becomes the row header and, with `onOpen`, the button that opens it. */
  readonly names?: boolean;
}

interface TableProps<Row> {
  /** Says what the table lists; read out, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly tone?: (row: Row) => 'critical' | 'warning' | undefined;
  readonly isCurrent?: (row: Row) => boolean;
  readonly empty?: ReactNode;
}

/** A dense list, 36 px rows. Keep `columns`, `rowKey`, `onOpen` and `tone` stable: rows redraw only when their row changes. */
export function DataTable<Row>(props: TableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const { first, last, before, after } = useRowWindow(frame, props.rows.length);
  const walk = useCallback((event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(frame.current?.querySelectorAll<HTMLButtonElement>('[data-opens-row]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }, []);
  if (props.rows.length === 0 && props.empty) return props.empty;
  return (
    <div ref={frame} className={styles.frame} role="region" aria-label={props.caption} tabIndex={0} onKeyDown={walk}>
      <table className={styles.table} aria-rowcount={props.rows.length + 1}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {props.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={column.align}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} columns={props.columns.length} />}
          {props.rows.slice(first, last).map((row, index) => (
            <MemoRow
              key={props.rowKey(row)}
              row={row}
              rowIndex={first + index + 2}
              columns={props.columns as readonly Column<unknown>[]}
              onOpen={props.onOpen as ((row: unknown) => void) | undefined}
              tone={props.tone?.(row)}
              current={props.isCurrent?.(row) ?? false}
            />
          ))}
          {after > 0 && <Gap height={after} columns={props.columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} className={styles.gap} style={{ height }} />
    </tr>
  );
}

const MemoRow = memo(function TableRow({
  row,
  rowIndex,
  columns,
  onOpen,
  tone,
  current,
}: {
  readonly row: unknown;
  readonly rowIndex: number;
  readonly columns: readonly Column<unknown>[];
  readonly onOpen: ((row: unknown) => void) | undefined;
  readonly tone: 'critical' | 'warning' | undefined;
  readonly current: boolean;
}) {
  return (
    // A mouse may hit the row anywhere; keyboard and readers use the button in the naming cell.
    <tr
      aria-rowindex={rowIndex}
      className={styles.row}
      data-tone={tone}
      data-opens={onOpen ? true : undefined}
      data-current={current || undefined}
      onClick={onOpen && (() => onOpen(row))}
    >
      {columns.map((column) =>
        column.names ? (
          <th key={column.key} scope="row" data-align={column.align}>
            {onOpen ? (
              <button type="button" className={styles.open} data-opens-row>
                {column.cell(row)}
              </button>
            ) : (
              column.cell(row)
            )}
          </th>
        ) : (
          <td key={column.key} data-align={column.align}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
});
