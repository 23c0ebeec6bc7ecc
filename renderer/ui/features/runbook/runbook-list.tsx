import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Runbook } from '../../../domain/runbook/runbook';
import { indexRunbooks, searchRunbooks, type RunbookHit } from '../../../domain/runbook/search-runbooks';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { hrefTo } from '../../route/route';
import styles from './runbook-list.module.css';

/** All runbooks; typing searches titles, steps, warnings and known problems at once. */
export function RunbookList({ runbooks }: { readonly runbooks: readonly Runbook[] }) {
  const { t } = useTranslation('runbook');
  const [search, setSearch] = useState('');
  const query = useDeferredValue(search);
  const index = useMemo(() => indexRunbooks(runbooks), [runbooks]);
  const hits = useMemo(() => searchRunbooks(index, query), [index, query]);
  return (
    <Page>
      <PageTitle
        lead={t('lead')}
        actions={
          <div className={styles.search}>
            <TextField label={t('search')} value={search} onChange={setSearch} />
          </div>
        }
      >
        {t('title')}
      </PageTitle>
      {query.trim() === '' ? (
        <ul className={styles.grid}>
          {runbooks.map((runbook) => (
            <li key={runbook.id}>
              <a className={styles.card} href={hrefTo('runbooks', runbook.id)}>
                <span className={styles.code}>{runbook.code}</span>
                <span className={styles.name}>{runbook.title}</span>
                <span className={styles.purpose}>{runbook.purpose}</span>
                <span className={styles.state}>
                  {t(`status.${runbook.status}`, {
                    version: runbook.version,
                    owner: runbook.owner,
                    date: runbook.reviewDate,
                  })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : hits.length === 0 ? (
        <EmptyState icon="search" title={t('nothing.title')}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <Hits hits={hits} runbooks={runbooks} />
      )}
    </Page>
  );
}

function Hits({ hits, runbooks }: { readonly hits: readonly RunbookHit[]; readonly runbooks: readonly Runbook[] }) {
  const { t } = useTranslation('runbook');
  const placeOf = (hit: RunbookHit): string => {
    const book = runbooks.find((one) => one.id === hit.runbook);
    const block = book?.phases
      .flatMap((phase) => phase.blocks)
      .find((one) => one.steps.some((step) => step.id === hit.step));
    return hrefTo('runbooks', hit.runbook, block?.id ?? 'about');
  };
  return (
    <ol className={styles.hits} aria-label={t('hits', { count: hits.length })}>
      {hits.map((hit) => (
        <li key={`${hit.runbook}-${hit.place}-${hit.step ?? hit.text}`}>
          <a className={styles.hit} href={placeOf(hit)}>
            <span className={styles.where}>
              {runbooks.find((one) => one.id === hit.runbook)?.code} · {t(`place.${hit.place}`)}
            </span>
            <span>{hit.text}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
