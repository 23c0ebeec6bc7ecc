import { Icon, type IconName } from '../icon/icon';
import styles from './status-word.module.css';

/** How loud a state speaks. `quiet` is "all well": it has no colour, so colour always means exception. */
export type Tone = 'quiet' | 'info' | 'warning' | 'critical';

const SHAPE: Record<Tone, IconName> = { quiet: 'done', info: 'info', warning: 'warning', critical: 'critical' };

/** A state as word + shape + colour; any two of the three are enough to read it. */
export function StatusWord({
  tone,
  children,
  icon,
  boxed,
}: {
  readonly tone: Tone;
  readonly children: string;
  readonly icon?: IconName | undefined;
  /** In a frame with tint, for tables and headings. */
  readonly boxed?: boolean;
}) {
  return (
    <span className={styles.status} data-tone={tone} data-boxed={boxed || undefined}>
      <Icon name={icon ?? SHAPE[tone]} size={boxed ? 18 : 22} />
      <span>{children}</span>
    </span>
  );
}
