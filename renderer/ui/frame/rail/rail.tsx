import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../components/icon/icon';
import { Kbd } from '../../components/kbd/kbd';
import type { ScreenName } from '../../route/screen-names';
import { hrefTo } from '../../route/route';
import styles from './rail.module.css';

/** One place of the rail. */
export interface RailItem {
  readonly screen: ScreenName;
  readonly label: string;
  readonly icon: IconName;
  readonly shortcut?: string | undefined;
  /** Stands at the foot of the rail. */
  readonly atEnd?: boolean;
}

/** The places down the left side: shape and word, the current one by bar, tint and `aria-current`. */
export function Rail({ items, current }: { readonly items: readonly RailItem[]; readonly current: ScreenName }) {
  const { t } = useTranslation('frame');
  return (
    <nav className={styles.rail} aria-label={t('rail.label')} data-region="rail" tabIndex={-1}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.screen} data-end={item.atEnd || undefined}>
            <a
              className={styles.item}
              href={hrefTo(item.screen)}
              aria-current={item.screen === current ? 'page' : undefined}
              aria-keyshortcuts={item.shortcut}
            >
              <Icon name={item.icon} />
              <span>{item.label}</span>
              {item.shortcut && (
                <span className={styles.key}>
                  <Kbd>{item.shortcut}</Kbd>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
