import { useTranslation } from 'react-i18next';
import type { Runbook } from '../../../domain/runbook/runbook';
import { hrefTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import styles from './runbook-list.module.css';

/** One runbook of the list; with a phase chosen it opens there. */
export function RunbookCard({ runbook, block }: { readonly runbook: Runbook; readonly block: string | undefined }) {
  const { t } = useTranslation('runbook');
  const words = useTimeWords();
  return (
    <a className={styles.card} href={hrefTo('runbooks', runbook.id, ...(block === undefined ? [] : [block]))}>
      <span className={styles.name}>{runbook.title}</span>
      <span className={styles.purpose}>{runbook.purpose}</span>
      <span className={styles.state}>
        {runbook.code} ·{' '}
        {t(`card.${runbook.status}`, {
          version: runbook.version,
          owner: runbook.owner,
          date: words.date(runbook.reviewDate),
        })}
      </span>
    </a>
  );
}
