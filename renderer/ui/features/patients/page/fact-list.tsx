import type { ReactNode } from 'react';
import styles from './page.module.css';

/** One fact with its age: a fact without one is a rumour. */
export interface FactLine {
  readonly label: string;
  readonly value: ReactNode;
  readonly source: string;
  readonly from: 'snapshot' | 'here';
  readonly strong?: boolean;
}

/** Facts under each other: label, value, where it comes from and when. */
export function FactList({ lines }: { readonly lines: readonly FactLine[] }) {
  return (
    <dl className={styles.facts}>
      {lines.map((line) => (
        <div key={line.label} className={styles.fact} data-from={line.from}>
          <dt>{line.label}</dt>
          <dd data-strong={line.strong || undefined}>{line.value}</dd>
          <dd className={styles.source}>{line.source}</dd>
        </div>
      ))}
    </dl>
  );
}
