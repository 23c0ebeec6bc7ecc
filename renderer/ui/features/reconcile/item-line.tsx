import { useTranslation } from 'react-i18next';
import type { BoardPatient } from '../../../domain/patient/board';
import { itemAge } from '../../../domain/reconciliation/item-age';
import { findItem, type QueueItem, type Reconciliation } from '../../../domain/reconciliation/queue';
import { Icon, type IconName } from '../../components/icon/icon';
import { useNow } from '../../box/box-context';
import { clockOf, useTimeWords } from '../../strings/time-words';
import styles from './item-list.module.css';

/** One line of a queue: what, whom, when, and what stands in its way. */
export function ItemLine({
  item,
  view,
  current,
  patient,
  nameOf,
  since,
  place,
  measure,
  onShow,
}: {
  readonly item: QueueItem;
  readonly view: Reconciliation;
  readonly current: boolean;
  readonly patient: BoardPatient | undefined;
  readonly nameOf: (id: string) => string;
  readonly since: string;
  readonly place: { readonly index: number; readonly of: number };
  readonly measure?: (node: HTMLElement | null) => void;
  readonly onShow: (item: QueueItem) => void;
}) {
  const { t } = useTranslation('reconcile');
  const states = useItemStates(item, view, nameOf, since);
  const whom = patient
    ? patient.family.toUpperCase() || patient.alias
    : item.ward !== undefined && t('ofWard', { ward: item.ward });
  return (
    <li ref={measure} data-index={place.index} aria-posinset={place.index + 1} aria-setsize={place.of}>
      <button
        type="button"
        className={styles.line}
        aria-current={current || undefined}
        data-waiting={item.state === 'waiting' || undefined}
        onClick={() => onShow(item)}
      >
        <span className={styles.label}>{item.label}</span>
        <span className={styles.who}>{[whom, patient?.bed, clockOf(item.occurredAt)].filter(Boolean).join(' · ')}</span>
        {states.map(({ icon, text, warning }) => (
          <span key={text} className={styles.state} data-tone={warning ? 'warning' : undefined}>
            <Icon name={icon} size={18} />
            {text}
          </span>
        ))}
      </button>
    </li>
  );
}

interface StateWord {
  readonly icon: IconName;
  readonly text: string;
  readonly warning?: boolean;
}

function useItemStates(
  item: QueueItem,
  view: Reconciliation,
  nameOf: (id: string) => string,
  since: string,
): readonly StateWord[] {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const now = useNow();
  const states: StateWord[] = [];
  const age = view.down ? undefined : itemAge(item, since, now);
  if (age && age.level !== 'in-time')
    states.push({
      icon: 'clock',
      text: t(`age.${age.level}`, { age: words.duration(age.ageMs) }),
      warning: age.level === 'red',
    });
  if (item.conflict) states.push({ icon: 'warning', text: t('state.conflict'), warning: true });
  if (item.withdrawn) states.push({ icon: 'warning', text: t('state.withdrawn'), warning: true });
  else if (item.changedSince) states.push({ icon: 'warning', text: t('state.changed'), warning: true });
  if (item.state === 'waiting') {
    const waitsFor = item.waitingFor.flatMap((key) => findItem(view, key) ?? [])[0];
    states.push({ icon: 'hourglass', text: waitsFor ? t(`waits.${waitsFor.owner}`) : t('waits.other') });
  }
  if (item.state === 'to-enter' && item.claimedBy)
    states.push({ icon: 'user', text: t('state.claimed', { name: nameOf(item.claimedBy.by) }) });
  if (item.mark && item.state !== 'verified' && !item.conflict)
    states.push({
      icon: 'check',
      text: t(`state.${item.mark.as}`, { name: nameOf(item.mark.by), time: clockOf(item.mark.at) }),
    });
  if (item.check)
    states.push({
      icon: 'done',
      text: t('state.verified', { name: nameOf(item.check.by), time: clockOf(item.check.at) }),
    });
  if (item.byPolicy) states.push({ icon: 'minus', text: t('state.byPolicy') });
  return states;
}
