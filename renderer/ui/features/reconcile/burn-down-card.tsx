import { useTranslation } from 'react-i18next';
import type { BurnDown } from '../../../domain/reconciliation/burn-down';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { Card } from '../../components/card/card';
import styles from './complete-page.module.css';

const WIDTH = 240;
const HEIGHT = 56;

/** The backlog over time: how fast it falls and when it will be empty at this pace. */
export function BurnDownCard() {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  useNow();
  useBoxState((state) => state.world.marks);
  const burn = box.reconcile.burnDown();
  if (!burn || burn.total === 0) return null;
  const [first, last] = [burn.points[0], burn.points.at(-1)];
  const clock = (ms: number): string =>
    new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <Card title={t('burn.title')}>
      <div className={styles.burn}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('burn.chart', {
            from: clock(first?.atMs ?? 0),
            to: clock(last?.atMs ?? 0),
            first: first?.open ?? 0,
            last: last?.open ?? 0,
          })}
        >
          <path d={`M0 ${HEIGHT}H${WIDTH}`} className={styles.axis} />
          <path d={lineOf(burn)} className={styles.line} />
        </svg>
        <p>
          <b>{t('burn.open', { open: last?.open ?? 0, total: burn.total })}</b> ·{' '}
          {t('burn.pace', { count: burn.perHour })}
          {burn.emptyAtMs !== undefined && ` · ${t('burn.empty', { time: clock(burn.emptyAtMs) })}`}
        </p>
      </div>
    </Card>
  );
}

function lineOf({ points, total }: BurnDown): string {
  const x = (index: number): number => (index / Math.max(1, points.length - 1)) * WIDTH;
  const y = (open: number): number => HEIGHT - (open / total) * (HEIGHT - 4);
  return points
    .map(({ open }, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(open).toFixed(1)}`)
    .join('');
}
