import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/basics/time';
import type { SnapshotObservation } from '../../../../domain/patient/patient';
import { useNow } from '../../../box/box-context';
import { type Column, DataTable } from '../../../components/data-table/data-table';
import { type TimeWords, useTimeWords } from '../../../strings/time-words';
import styles from './page.module.css';

/** Last values of the snapshot, newest first. */
export function ObservationList({ observations }: { readonly observations: readonly SnapshotObservation[] }) {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const now = useNow('minute');
  const columns = useMemo(() => columnsOf(t, words, now), [t, words, now]);
  const rows = observations.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
  return (
    <div className={styles.values}>
      <h2>{t('summary.values')}</h2>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('value.none')}</p>
      ) : (
        <DataTable
          caption={t('summary.values')}
          columns={columns}
          rows={rows}
          rowKey={(one) => `${one.name}-${one.at ?? ''}-${one.value}`}
        />
      )}
    </div>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslation<'patients'>>['t'],
  words: TimeWords,
  now: Instant,
): readonly Column<SnapshotObservation>[] {
  return [
    { key: 'name', head: t('value.name'), names: true, cell: (one) => one.name },
    {
      key: 'value',
      head: t('value.value'),
      cell: (one) => <b className={styles.known}>{[one.value, one.unit].filter(Boolean).join(' ')}</b>,
    },
    { key: 'at', head: t('value.at'), cell: (one) => (one.at ? words.moment(one.at, now) : t('fact.timeNotKnown')) },
  ];
}
