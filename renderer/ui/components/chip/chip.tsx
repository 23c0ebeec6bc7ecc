import styles from './chip.module.css';

/** A small filter that is on or off; says so by frame, tint and `aria-pressed`. */
export function Chip({
  children,
  pressed,
  onClick,
  tone = 'plain',
}: {
  readonly children: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly tone?: 'plain' | 'warning' | 'critical';
}) {
  return (
    <button type="button" className={styles.chip} data-tone={tone} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}
