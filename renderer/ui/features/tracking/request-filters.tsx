import { useTranslation } from 'react-i18next';
import type { Department } from '../../../domain/tracking/request-kinds';
import type { TrackedRequest } from '../../../domain/tracking/tracked-request';
import { Chip } from '../../components/chip/chip';
import { isOf, type RequestFilter, STATE_FILTERS } from './request-filter';
import styles from './tracking.module.css';

const DEPARTMENTS: readonly Department[] = ['laboratory', 'imaging', 'blood-bank'];

/** States with their counts, then departments; one that would show nothing is left out. */
export function RequestFilters({
  requests,
  filter,
  onFilter,
}: {
  readonly requests: readonly TrackedRequest[];
  readonly filter: RequestFilter;
  readonly onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation('tracking');
  const inDepartment = requests.filter(
    (one) => filter.department === 'all' || one.kind.department === filter.department,
  );
  const count = (state: RequestFilter['state']): number => inDepartment.filter((one) => isOf(one, state)).length;
  const departments = DEPARTMENTS.filter((name) => requests.some((one) => one.kind.department === name));
  return (
    <div className={styles.filters}>
      <div role="group" aria-label={t('filter.state')}>
        {STATE_FILTERS.filter((state) => state === 'waiting' || state === filter.state || count(state) > 0).map(
          (state) => (
            <Chip
              key={state}
              tone={state === 'late' ? 'critical' : 'plain'}
              pressed={filter.state === state}
              onClick={() => onFilter({ ...filter, state })}
            >
              {t(`filter.${state}`, { count: count(state) })}
            </Chip>
          ),
        )}
      </div>
      {departments.length > 1 && (
        <div role="group" aria-label={t('filter.department')}>
          {(['all', ...departments] as const).map((department) => (
            <Chip
              key={department}
              pressed={filter.department === department}
              onClick={() => onFilter({ ...filter, department })}
            >
              {t(`department.${department}`)}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}
