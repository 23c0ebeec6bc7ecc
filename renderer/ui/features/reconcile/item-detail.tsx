import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { dataClassOf } from '../../../domain/reconciliation/data-class';
import type { QueueItem, Reconciliation } from '../../../domain/reconciliation/queue';
import { isCritical } from '../../../domain/reconciliation/rules';
import { StatusWord } from '../../components/status-word/status-word';
import { ClaimButton } from './claim';
import { EnterActions } from './enter-actions';
import styles from './item-detail.module.css';
import { ItemNotes } from './item-notes';
import { ItemPicture } from './item-picture';
import { ItemSource } from './item-source';
import { MarkedActions } from './marked-actions';
import { ValueRows } from './value-rows';

/** One line, large: what to type in the order the EHR asks, the comment that goes with it, and what became of it. */
export function ItemDetail({
  item,
  view,
  outage,
  takeFocus,
  onDone,
}: {
  readonly item: QueueItem;
  readonly view: Reconciliation;
  readonly outage: OutageState;
  readonly takeFocus: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('reconcile');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  return (
    <section className={styles.detail} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {t(`task.${taskOf(item)}`)}
        </h2>
        <div className={styles.marks}>
          {isCritical(item) && (
            <StatusWord tone="critical" boxed>
              {t('critical', { what: t(`class.${dataClassOf(item)}`) })}
            </StatusWord>
          )}
          <ClaimButton item={item} />
        </div>
      </header>
      <div className={styles.sides}>
        <ItemPicture item={item} />
        <div className={styles.body}>
          <ItemNotes item={item} view={view} />
          <ValueRows item={item} outage={outage} />
          <ItemSource item={item} />
        </div>
      </div>
      <footer className={styles.foot}>
        {item.mark ? <MarkedActions item={item} onDone={onDone} /> : <EnterActions item={item} onDone={onDone} />}
      </footer>
    </section>
  );
}

function taskOf(item: QueueItem): 'waiting' | 'check' | 'done' | 'takeOut' | 'paper' | 'scan' | 'enter' {
  if (item.state === 'verified') return 'done';
  if (item.mark) return 'check';
  if (item.state === 'waiting') return 'waiting';
  if (item.withdrawn) return 'takeOut';
  if (item.byPolicy) return 'paper';
  return item.disposition === 'scan' ? 'scan' : 'enter';
}
