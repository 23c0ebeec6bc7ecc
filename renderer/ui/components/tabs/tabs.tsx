import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import styles from './tabs.module.css';

/** One tab; `count` stands behind its word. */
export interface Tab<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: IconName;
  readonly count?: number;
}

/** Views of one thing; arrow keys walk, the chosen one shows by line, weight and `aria-selected`. */
export function Tabs<T extends string>({
  label,
  tabs,
  current,
  onChoose,
  children,
  aside,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly current: T;
  readonly onChoose: (id: T) => void;
  /** The panel of the current tab. */
  readonly children: ReactNode;
  /** Stands at the end of the tab row. */
  readonly aside?: ReactNode;
}) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div className={styles.bar}>
        <div ref={row} role="tablist" aria-label={label} className={styles.row}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${id}-${tab.id}`}
              data-tab={tab.id}
              className={styles.tab}
              aria-selected={tab.id === current}
              aria-controls={tab.id === current ? `${id}-panel` : undefined}
              tabIndex={tab.id === current ? 0 : -1}
              onClick={() => onChoose(tab.id)}
              onKeyDown={onKey}
            >
              {tab.icon && <Icon name={tab.icon} size={20} />}
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span className={styles.count}>{tab.count}</span>}
            </button>
          ))}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className={styles.panel}>
        {children}
      </div>
    </div>
  );
}
