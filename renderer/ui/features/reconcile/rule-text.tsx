import { useTranslation } from 'react-i18next';
import type { BackEntryOwner } from '../../../domain/form/form';
import { useBox, useBoxState } from '../../box/box-context';
import styles from './rule-text.module.css';

/** What this owner types for an outage of this length; what is scanned or stays on paper lies one key away. */
export function RuleText({ owner }: { readonly owner: BackEntryOwner }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  useBoxState((state) => state.world.outages);
  const rule = box.reconcile.explain(owner);
  if (!rule) return null;
  return (
    <details className={styles.rule}>
      <summary className={styles.summary}>{t('rule.title', { count: rule.enter.length })}</summary>
      <p className={styles.text}>{rule.text}</p>
    </details>
  );
}
