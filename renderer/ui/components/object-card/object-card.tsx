import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import styles from './object-card.module.css';

/** One answer of a group. */
export interface ObjectChoice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly detail: string;
  readonly icon: IconName;
}

/**
 * Answers as 86 px cards, one of them chosen: native radio buttons, so arrow keys, screen readers and forms just work.
 * The current choice shows by frame, tint and dot, never by colour alone.
 */
export function ObjectCards<T extends string>(props: {
  readonly legend: string;
  readonly choices: readonly ObjectChoice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Cards in one row at full width; fewer when it is narrow. */
  readonly columns: number;
  readonly children?: ReactNode;
  /** The page's title asks the question already. */
  readonly hideLegend?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={props.hideLegend ? 'visually-hidden' : styles.legend}>{props.legend}</legend>
      <div className={styles.row} style={{ '--columns': props.columns } as React.CSSProperties}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <Icon name={choice.icon} className={styles.icon} />
            <span className={styles.words}>
              <span className={styles.label}>{choice.label}</span>
              <span className={styles.detail}>{choice.detail}</span>
            </span>
          </label>
        ))}
        {props.children}
      </div>
    </fieldset>
  );
}
