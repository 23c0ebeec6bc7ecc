import { useId, type ReactNode } from 'react';
import styles from './card.module.css';

/** A white panel; with a title it is a named region. */
export function Card({
  title,
  children,
  aside,
  flush,
}: {
  readonly title?: string;
  readonly children: ReactNode;
  /** Stands right of the title. */
  readonly aside?: ReactNode;
  /** Content reaches the edges (tables). */
  readonly flush?: boolean;
}) {
  const id = useId();
  if (!title) {
    return (
      <div className={styles.card} data-flush={flush || undefined}>
        {children}
      </div>
    );
  }
  return (
    <section className={styles.card} data-flush={flush || undefined} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
