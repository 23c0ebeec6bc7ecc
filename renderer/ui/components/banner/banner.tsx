import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import type { Tone } from '../status-word/status-word';
import styles from './banner.module.css';

const SHAPE: Record<Tone, IconName> = { quiet: 'info', info: 'info', warning: 'warning', critical: 'warning' };

/** A sentence with its actions that stays until its reason is gone. `live` announces it when it appears. */
export function Banner({
  tone,
  children,
  actions,
  icon,
  live,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: IconName;
  readonly live?: 'alert' | 'status';
}) {
  return (
    <div className={styles.banner} data-tone={tone} role={live}>
      <Icon name={icon ?? SHAPE[tone]} className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
