import { useTranslation } from 'react-i18next';
import type { BoardRow } from './board-rows';

/** "23 patients · 1 arrived in downtime · 1 off unit · 1 empty bed": what is nil is left out. */
export function useBoardSummary(rows: readonly BoardRow[]): string {
  const { t } = useTranslation('patients');
  const here = rows.filter((row) => !row.vacated);
  const arrived = here.filter((row) => row.patient.arrivedAt !== undefined).length;
  const away = here.filter((row) => row.patient.presence === 'off-unit').length;
  const free = rows.length - here.length;
  return [
    t('summary.patients', { count: here.length }),
    arrived > 0 && t('summary.arrived', { count: arrived }),
    away > 0 && t('summary.offUnit', { count: away }),
    free > 0 && t('summary.empty', { count: free }),
  ]
    .filter(Boolean)
    .join(' · ');
}
