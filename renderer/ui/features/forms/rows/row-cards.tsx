import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledRow, FilledRows } from '../../../../domain/form/filled-form';
import { Icon } from '../../../components/icon/icon';
import { StatusWord } from '../../../components/status-word/status-word';
import { useFiller, useLive } from '../fill/filler-context';
import { useNodeList } from '../questions/node-list-context';
import { hasFault, innerRows, rowSummary } from './row-words';
import styles from './rows.module.css';

/** Rich rows (a medicine with its doses): one line each, one open at a time; only what is open is drawn. */
export function RowCards({
  node,
  label,
  onRemove,
}: {
  readonly node: FilledRows;
  readonly label: string;
  readonly onRemove: (row: FilledRow) => void;
}) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const NodeList = useNodeList();
  const tried = useLive(filler.tried);
  const [chosen, setOpen] = useState<string | null>();
  // A row just added has nothing in it and opens by itself.
  const open = chosen === undefined ? node.rows.find((row) => rowSummary(row) === '')?.key : chosen;
  return (
    <ol className={styles.cards}>
      {node.rows.map((row, at) => {
        const isOpen = row.key === open;
        const summary = rowSummary(row);
        return (
          <li key={row.key} className={styles.card} data-open={isOpen || undefined}>
            <div className={styles.line}>
              <button
                type="button"
                className={styles.toggle}
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : row.key)}
              >
                <Icon name={isOpen ? 'down' : 'next'} size={20} />
                <span className={styles.number}>{at + 1}</span>
                <b>{summary || t('rows.new', { what: label })}</b>
                {innerRows(row).map((inner) => (
                  <span key={inner.key} className={styles.count}>
                    {t('rows.inner', { what: inner.item.text, count: inner.rows.length })}
                  </span>
                ))}
                {hasFault(row, 'error') && tried && <StatusWord tone="critical">{t('rows.fault')}</StatusWord>}
                {hasFault(row, 'soft') && <StatusWord tone="warning">{t('rows.asks')}</StatusWord>}
              </button>
              {node.canRemove && (
                <Button
                  className={styles.remove}
                  onClick={() => onRemove(row)}
                  aria-label={t('rows.removeLabel', { number: at + 1, what: label })}
                >
                  {t('rows.remove')}
                </Button>
              )}
            </div>
            {isOpen && (
              <div className={styles.body}>
                <NodeList nodes={row.children} level={4} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
