import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../domain/outage/projection';
import { breaksTimes, changesDuring } from '../../domain/workstation/clock-changes';
import { useBoxState, useNow } from '../box/box-context';
import { Banner } from '../components/banner/banner';
import { useRoute } from '../route/route';
import { useTimeWords } from '../strings/time-words';
import styles from './storage-banners.module.css';
import { clockSentence } from './clock-sentence';

/** Where times of an event are read or given away, the banner stands in full; elsewhere it is a line. */
const IN_FULL = ['start', 'log', 'export', 'reconcile', 'manage'];

/** The clock of this PC jumped during the event on screen: times before and after may not fit. */
export function ClockBanner() {
  const { t } = useTranslation('frame');
  const words = useTimeWords();
  const now = useNow();
  const { screen } = useRoute();
  const clock = useBoxState((state) => state.world.clock);
  const outages = useBoxState((state) => state.world.outages);
  const event = currentOutage(outages);
  const jumps = event && event.stage !== 'closed' ? changesDuring(clock, event.id).filter(breaksTimes) : [];
  const last = jumps.at(-1);
  if (!last) return null;
  const text = [
    clockSentence(t, words, last, now),
    t('clock.misfit'),
    jumps.length > 1 ? t('clock.more', { count: jumps.length - 1 }) : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (!IN_FULL.includes(screen)) return <p className={styles.line}>{text}</p>;
  return (
    <Banner tone="warning" live="status">
      {text}
    </Banner>
  );
}
