import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledRow, FilledRows } from '../../../../domain/form/filled-form';
import { Dialog } from '../../../components/dialog/dialog';
import { Icon } from '../../../components/icon/icon';
import { useFiller, useLive } from '../fill/filler-context';
import { labelOfItem } from '../questions/item-label';
import { RowCards } from './row-cards';
import { RowTable } from './row-table';
import { isTable, rowSummary } from './row-words';
import styles from './rows.module.css';

/** A repeating group: a table to type into, or cards where a row is too rich for one. */
export function RowsView({ node }: { readonly node: FilledRows }) {
  const { t } = useTranslation(['forms', 'common']);
  const { session, tried } = useFiller();
  const shout = useLive(tried);
  const [removing, setRemoving] = useState<FilledRow>();
  const label = labelOfItem(node.item);
  const remove = (row: FilledRow): void => {
    // An empty row goes without a question.
    if (rowSummary(row) === '') session.removeRow(row.path);
    else setRemoving(row);
  };
  const error = shout ? node.findings.find((one) => one.severity === 'error')?.message : undefined;
  return (
    <section className={styles.rows} data-place={node.key} aria-label={label}>
      <div className={styles.head}>
        <h3>{label}</h3>
        <span className={styles.count}>{t('rows.count', { count: node.rows.length })}</span>
      </div>
      {node.item.help.length > 0 && <p className={styles.count}>{node.item.help.join(' ')}</p>}
      {error && (
        <p className={styles.error}>
          <Icon name="warning" size={18} /> {error}
        </p>
      )}
      {isTable(node) ? (
        <RowTable node={node} label={label} onRemove={remove} />
      ) : (
        <RowCards node={node} label={label} onRemove={remove} />
      )}
      {node.canAdd && (
        <Button
          className={styles.add}
          leftSection={<Icon name="plus" size={20} />}
          onClick={() => session.addRow(node.path)}
        >
          {t('rows.add', { what: label })}
        </Button>
      )}
      {removing && (
        <Dialog
          title={t('rows.removeTitle')}
          onClose={() => setRemoving(undefined)}
          actions={
            <>
              <Button
                variant="filled"
                onClick={() => {
                  session.removeRow(removing.path);
                  setRemoving(undefined);
                }}
              >
                {t('rows.removeYes')}
              </Button>
              <Button onClick={() => setRemoving(undefined)}>{t('common:cancel')}</Button>
            </>
          }
        >
          <p>
            <b>{rowSummary(removing)}</b>
          </p>
          <p>{t('rows.removeText')}</p>
        </Dialog>
      )}
    </section>
  );
}
