import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledRow } from '../../../../domain/form/filled-form';
import type { FormItem } from '../../../../domain/form/form';
import { Icon } from '../../../components/icon/icon';
import { Cell } from './cell';
import { cellNode } from './row-words';
import styles from './rows.module.css';

/** One row of a table; its own findings stand under it, full width, with the column's name in them. */
export const TableRow = memo(function TableRow({
  row,
  number,
  columns,
  onRemove,
}: {
  readonly row: FilledRow;
  readonly number: number;
  readonly columns: readonly FormItem[];
  readonly onRemove: ((row: FilledRow) => void) | undefined;
}) {
  const { t } = useTranslation('forms');
  return (
    <tr>
      <th scope="row" className={styles.rowNumber}>
        {number}
      </th>
      {columns.map((item) => {
        const node = cellNode(row, item.linkId);
        const label = t('rows.cell', { column: item.shortText ?? item.text, number });
        return (
          <td key={item.linkId} data-place={node?.key}>
            {node?.kind === 'question' ? (
              <Cell node={node} label={label} />
            ) : (
              <span className={styles.off}>{t('rows.doesNotApply')}</span>
            )}
          </td>
        );
      })}
      {onRemove && (
        <td>
          <Button
            className={styles.removeCell}
            aria-label={t('rows.removeRow', { number })}
            onClick={() => onRemove(row)}
          >
            <Icon name="close" size={18} />
          </Button>
        </td>
      )}
    </tr>
  );
});
