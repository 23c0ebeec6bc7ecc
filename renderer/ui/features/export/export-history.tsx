import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../../../domain/ledger/entry';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { useTimeWords } from '../../strings/time-words';
import styles from './export.module.css';

type Written = EntryOf<'export.written'>;

// The manifest is the last file; it names the hashes of the others.
const hashOf = ({ payload }: Written) => (
  <span className={styles.hash}>{payload.files.at(-1)?.sha256.slice(0, 16)}</span>
);

/** Every export of this downtime: who, when, what, to where, and the hash of its manifest or archive. */
export function ExportHistory() {
  const { t } = useTranslation('export');
  const words = useTimeWords();
  const now = useNow();
  const box = useBox();
  const entries = useBoxState((state) => state.world.entries);
  const people = useBoxState((state) => state.vault?.people);
  // The list is a fold of the entries: it changes with them.
  const rows = useMemo(() => (entries.length === 0 ? [] : box.exports.history()), [box, entries]);
  const columns: readonly Column<Written>[] = [
    { key: 'at', head: t('history.at'), names: true, cell: (row) => words.moment(row.at, now) },
    {
      key: 'by',
      head: t('history.by'),
      cell: (row) => people?.find(({ id }) => id === row.by)?.name ?? t('history.nobody'),
    },
    {
      key: 'format',
      head: t('history.format'),
      cell: ({ payload }) =>
        [
          payload.format,
          payload.onlyChanges && t('history.changes'),
          payload.encrypted && t('history.encrypted'),
          payload.test && t('history.test'),
        ]
          .filter(Boolean)
          .join(', '),
    },
    { key: 'to', head: t('history.to'), cell: ({ payload }) => payload.to ?? '' },
    { key: 'files', head: t('history.files'), align: 'end', cell: ({ payload }) => payload.files.length },
    {
      key: 'hash',
      head: t('sha256'),
      cell: hashOf,
    },
  ];
  return (
    <DataTable
      caption={t('tab.history')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="download" title={t('history.none')}>
          {t('history.noneText')}
        </EmptyState>
      }
    />
  );
}
