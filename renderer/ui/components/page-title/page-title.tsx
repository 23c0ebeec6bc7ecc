import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-title.module.css';

/** The one h1 of a screen. Takes the focus when the screen opens, so that reading starts at its name; also names the window. */
export function PageTitle({
  children,
  lead,
  actions,
  size = 'page',
}: {
  readonly children: string;
  readonly lead?: ReactNode;
  /** Buttons right of the title. */
  readonly actions?: ReactNode;
  readonly size?: 'page' | 'side';
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // The title of a screen about a patient is the screen's noun, never a name: window titles reach logs and task bars.
  useEffect(() => {
    document.title = t('appName');
  }, [t]);
  return (
    <div className={styles.bar}>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1} className={size === 'side' ? styles.side : undefined}>
          {children}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
