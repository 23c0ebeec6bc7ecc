import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/chip/chip';
import { clockOf } from '../../strings/time-words';
import { baysOf } from './bed-order';
import { type BoardFilter, type BoardRow, passes } from './board-rows';
import styles from './board.module.css';

/** All wards the board knows, and which one is shown. */
export const ALL_WARDS = '*';

/** Filters with their counts; one that would show nobody is left out. */
export function BoardFilters({
  rows,
  filter,
  onFilter,
  wards,
  ward,
  onWard,
  asOf,
}: {
  readonly rows: readonly BoardRow[];
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly wards: readonly string[];
  readonly ward: string;
  readonly onWard: (ward: string) => void;
  readonly asOf: string | undefined;
}) {
  const { t } = useTranslation('patients');
  const count = (one: 'due' | 'past-due' | 'waiting' | 'new' | 'off-unit'): number =>
    rows.filter((row) => passes(row, one)).length;
  const bays = baysOf(rows.map((row) => row.patient));
  const states = (
    [
      ['due', t('filter.due', { count: count('due') }), 'plain'],
      ['past-due', t('filter.pastDue', { count: count('past-due') }), 'critical'],
      ['waiting', t('filter.waiting', { count: count('waiting') }), 'warning'],
      ['new', t('filter.new', { count: count('new'), time: asOf ? clockOf(asOf) : '' }), 'plain'],
      ['off-unit', t('filter.offUnit', { count: count('off-unit') }), 'plain'],
    ] as const
  ).filter(([name]) => count(name) > 0 || filter === name);
  return (
    <div className={styles.filters} role="group" aria-label={t('filter.label')}>
      {wards.length > 1 && (
        <select
          className={styles.ward}
          aria-label={t('filter.ward')}
          value={ward}
          onChange={(event) => onWard(event.currentTarget.value)}
        >
          {wards.map((one) => (
            <option key={one} value={one}>
              {t('filter.wardName', { ward: one })}
            </option>
          ))}
          <option value={ALL_WARDS}>{t('filter.allWards')}</option>
        </select>
      )}
      <Chip pressed={filter === 'all'} onClick={() => onFilter('all')}>
        {bays.length > 0 ? t('filter.allBays') : t('filter.all')}
      </Chip>
      {bays.map((bay) => (
        <Chip key={bay} pressed={filter === `bay:${bay}`} onClick={() => onFilter(`bay:${bay}`)}>
          {t('filter.bay', { bay })}
        </Chip>
      ))}
      {states.map(([name, label, tone]) => (
        <Chip key={name} tone={tone} pressed={filter === name} onClick={() => onFilter(filter === name ? 'all' : name)}>
          {label}
        </Chip>
      ))}
    </div>
  );
}
