import { useTranslation } from 'react-i18next';
import type { BackEntryOwner } from '../../../domain/form/form';
import { useBox, useBoxState } from '../../box/box-context';
import { hrefTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import styles from './rule-text.module.css';

/** What this owner types for an outage of this length; what is scanned or stays on paper lies one key away. */
export function RuleText({ owner, lastedMs }: { readonly owner: BackEntryOwner; readonly lastedMs: number }) {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const box = useBox();
  useBoxState((state) => state.world.outages);
  const rule = box.reconcile.explain(owner);
  if (!rule) return null;
  return (
    <details className={styles.rule}>
      <summary className={styles.summary}>
        {rule.enter.length > 0
          ? t('rule.enter', { lasted: words.duration(lastedMs), what: rule.enter.join(', ') })
          : t('rule.nothing', { lasted: words.duration(lastedMs) })}
      </summary>
      <p className={styles.text}>{rule.text}</p>
      <a href={hrefTo('reconcile', 'rule')}>{t('ruleOpen')}</a>
    </details>
  );
}
