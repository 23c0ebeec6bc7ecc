import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackEntryOwner } from '../../../domain/form/form';
import type { OwnerCount } from '../../../domain/reconciliation/queue';
import styles from './owner-cards.module.css';

/** One card per owner with how far they are; native radio buttons, so arrow keys walk them. */
export function OwnerCards({
  counts,
  current,
  onChoose,
}: {
  readonly counts: readonly OwnerCount[];
  readonly current: BackEntryOwner;
  readonly onChoose: (owner: BackEntryOwner) => void;
}) {
  const { t } = useTranslation('reconcile');
  const name = useId();
  return (
    <fieldset>
      <legend className="visually-hidden">{t('owners')}</legend>
      <div className={styles.row}>
        {counts.map(({ owner, settled, total }) => (
          <label key={owner} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={owner === current}
              onChange={() => onChoose(owner)}
            />
            <span className={styles.name}>{t(`owner.${owner}`)}</span>
            <span className={styles.count}>{t('progress', { done: settled, of: total })}</span>
            <span className={styles.bar} aria-hidden="true">
              <span
                className={styles.fill}
                data-full={settled === total || undefined}
                style={{ width: `${(100 * settled) / Math.max(1, total)}%` }}
              />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
