import { useTranslation } from 'react-i18next';
import { findItem, type QueueItem, type Reconciliation } from '../../../domain/reconciliation/queue';
import { Icon, type IconName } from '../../components/icon/icon';
import { clockOf } from '../../strings/time-words';
import styles from './item-list.module.css';
import { usePatientOf, usePersonName } from './use-reconciliation';

/** One line of a queue: what, whom, when, and what stands in its way. */
export function ItemLine({
  item,
  view,
  current,
  onShow,
}: {
  readonly item: QueueItem;
  readonly view: Reconciliation;
  readonly current: boolean;
  readonly onShow: (item: QueueItem) => void;
}) {
  const { t } = useTranslation('reconcile');
  const patient = usePatientOf()(item.patient);
  const states = useItemStates(item, view);
  const whom = patient
    ? patient.family.toUpperCase() || patient.alias
    : item.ward !== undefined && t('ofWard', { ward: item.ward });
  return (
    <li>
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

function useItemStates(item: QueueItem, view: Reconciliation): readonly StateWord[] {
  const { t } = useTranslation('reconcile');
  const nameOf = usePersonName();
  const states: StateWord[] = [];
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
