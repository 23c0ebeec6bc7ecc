import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem, Reconciliation } from '../../../domain/reconciliation/queue';
import { Chip } from '../../components/chip/chip';
import { ItemLine } from './item-line';
import styles from './item-list.module.css';
import { type Stage, STAGES } from './stages';

/** One owner's lines of one stage, in order of entry; arrow keys walk them. */
export function ItemList({
  view,
  items,
  current,
  numbers,
  stage,
  onStage,
  onShow,
}: {
  readonly view: Reconciliation;
  readonly items: readonly QueueItem[];
  readonly current: QueueItem | undefined;
  readonly numbers: Readonly<Record<Stage, number>>;
  readonly stage: Stage;
  readonly onStage: (stage: Stage) => void;
  readonly onShow: (item: QueueItem) => void;
}) {
  const { t } = useTranslation('reconcile');
  const list = useRef<HTMLUListElement>(null);
  // Only the list itself scrolls: where the page is one column, it must stay at its top.
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    if (!line || !list.current) return;
    const { scrollTop, clientHeight } = list.current;
    if (line.offsetTop < scrollTop) list.current.scrollTop = line.offsetTop;
    else if (line.offsetTop + line.offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = line.offsetTop + line.offsetHeight - clientHeight;
  }, [current?.key]);
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = step === 0 ? undefined : buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <div className={styles.stages} role="group" aria-label={t('stages')}>
        {STAGES.map((one) => (
          <Chip key={one} pressed={one === stage} onClick={() => onStage(one)}>
            {t(`stage.${one}`, { count: numbers[one] })}
          </Chip>
        ))}
      </div>
      <ul ref={list} className={styles.list} onKeyDown={walk}>
        {items.map((item) => (
          <ItemLine key={item.key} item={item} view={view} current={item.key === current?.key} onShow={onShow} />
        ))}
      </ul>
    </>
  );
}
