import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem, Reconciliation } from '../../../domain/reconciliation/queue';
import { Chip } from '../../components/chip/chip';
import { TextField } from '../../components/text-field/text-field';
import { matchingItems, searchTexts } from './item-filter';
import { ItemLine } from './item-line';
import styles from './item-list.module.css';
import { type Stage, STAGES } from './stages';
import { useLineWindow } from './use-line-window';
import { usePatientOf, usePersonName } from './use-reconciliation';

/** A list that fits a screen needs no search. */
const FIND_ABOVE = 12;

/** One owner's lines of one stage, in order of entry; arrow keys walk them, words narrow them. */
export function ItemList({
  view,
  items,
  current,
  numbers,
  stage,
  since,
  onStage,
  onShow,
}: {
  readonly view: Reconciliation;
  readonly items: readonly QueueItem[];
  readonly current: QueueItem | undefined;
  readonly numbers: Readonly<Record<Stage, number>>;
  readonly stage: Stage;
  /** The all-clear: lines age from here. */
  readonly since: string;
  readonly onStage: (stage: Stage) => void;
  readonly onShow: (item: QueueItem) => void;
}) {
  const { t } = useTranslation('reconcile');
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const patientOf = usePatientOf();
  const nameOf = usePersonName();
  // Of thousands of lines only once somebody looks for something.
  const searching = query.trim() !== '';
  const texts = useMemo(() => (searching ? searchTexts(items, patientOf) : []), [searching, items, patientOf]);
  const shown = useMemo(() => matchingItems(items, texts, query), [items, texts, query]);
  const { first, last, before, after, measure, scrollTo } = useLineWindow(list, shown.length);
  const at = shown.findIndex((item) => item.key === current?.key);
  // Only the list itself scrolls: where the page is one column, it must stay at its top.
  const showCurrent = useEffectEvent((): void => {
    if (scrollTo) {
      if (at >= 0) scrollTo(at);
      return;
    }
    const line = list.current?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    if (!line || !list.current) return;
    const { scrollTop, clientHeight } = list.current;
    if (line.offsetTop < scrollTop) list.current.scrollTop = line.offsetTop;
    else if (line.offsetTop + line.offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = line.offsetTop + line.offsetHeight - clientHeight;
  });
  useEffect(() => showCurrent(), [current?.key]);
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
      {(items.length > FIND_ABOVE || query !== '') && (
        <div className={styles.find}>
          <TextField label={t('find.label')} value={query} onChange={setQuery} maxLength={60} />
          {query.trim() !== '' && (
            <p className={styles.found} role="status">
              {t('find.found', { count: shown.length })}
            </p>
          )}
        </div>
      )}
      <ul ref={list} className={styles.list} onKeyDown={walk}>
        {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
        {shown.slice(first, last).map((item, index) => (
          <ItemLine
            key={item.key}
            item={item}
            view={view}
            current={item.key === current?.key}
            patient={patientOf(item.patient)}
            nameOf={nameOf}
            since={since}
            place={{ index: first + index, of: shown.length }}
            {...(measure ? { measure } : {})}
            onShow={onShow}
          />
        ))}
        {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
      </ul>
    </>
  );
}
