import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The inner margins of a screen and the gaps between its parts. `fill` makes it as high as the window leaves room. */
export function Page({ children, fill }: { readonly children: ReactNode; readonly fill?: boolean }) {
  return (
    <div className={styles.page} data-fill={fill || undefined}>
      {children}
    </div>
  );
}

/** Two columns that become one when it is narrow: `wide-narrow` for content with a side, `narrow-wide` for a list with its item. */
export function Columns({
  children,
  kind,
}: {
  readonly children: ReactNode;
  readonly kind: 'wide-narrow' | 'narrow-wide';
}) {
  return (
    <div className={styles.columns} data-kind={kind}>
      {children}
    </div>
  );
}

/** Parts under each other. */
export function Stack({ children, gap = 4 }: { readonly children: ReactNode; readonly gap?: 2 | 3 | 4 | 6 }) {
  return (
    <div className={styles.stack} style={{ gap: `var(--space-${gap})` }}>
      {children}
    </div>
  );
}

/** Parts beside each other that wrap. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
