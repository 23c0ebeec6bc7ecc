import { Icon, type IconName } from '../icon/icon';
import styles from './section-nav.module.css';

/** One section with its state in a shape and a word. */
export interface SectionItem {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** What the shape means, for reading aloud: "done", "in progress" … */
  readonly state: string;
  /** Right side, e.g. "6 of 8". */
  readonly count?: string;
  readonly late?: boolean;
}

/** The sections of a screen down its left side; the current one by tint, weight and `aria-current`. */
export function SectionNav({
  label,
  items,
  current,
  onChoose,
  dense,
}: {
  readonly label: string;
  readonly items: readonly SectionItem[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
  /** For a long list beside something more important. */
  readonly dense?: boolean;
}) {
  return (
    <nav aria-label={label}>
      <ul className={styles.list} data-dense={dense || undefined}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={item.id === current ? 'step' : undefined}
              onClick={() => onChoose(item.id)}
            >
              <Icon name={item.icon} size={22} />
              <span className={styles.label}>{item.label}</span>
              <span className="visually-hidden">{item.state}</span>
              {item.count && (
                <span className={styles.count} data-late={item.late || undefined}>
                  {item.count}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
