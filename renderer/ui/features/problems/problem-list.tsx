import { Button } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownProblem } from '../../../domain/runbook/known-problem';
import { searchProblems } from '../../../domain/runbook/search-problems';
import { useBoxState } from '../../box/box-context';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { goTo, hrefTo } from '../../route/route';
import { OpenProblemList } from './open-problem-list';
import styles from './problem-list.module.css';

/** All known problems; typing what one sees brings the right ones up. Enter opens the first. */
export function ProblemList() {
  const { t } = useTranslation('problems');
  const problems = useBoxState((state) => state.library.problems);
  const [search, setSearch] = useState('');
  const query = useDeferredValue(search);
  const hits = useMemo(() => searchProblems(problems, query).map((hit) => hit.problem), [problems, query]);
  if (problems.length === 0) {
    return (
      <Page>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState icon="search" title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      </Page>
    );
  }
  const typed = query.trim() !== '';
  const shown = typed ? hits : problems;
  const first = hits[0];
  return (
    <Page>
      <PageTitle
        lead={t('lead')}
        actions={
          <>
            <div className={styles.search}>
              <TextField
                label={t('search')}
                placeholder={t('searchHint')}
                value={search}
                onChange={setSearch}
                onEnter={() => first && goTo('problems', [first.id])}
              />
            </div>
            <Button component="a" href={hrefTo('log')} leftSection={<Icon name="log" size={22} />}>
              {t('toLog')}
            </Button>
          </>
        }
      >
        {t('title')}
      </PageTitle>
      {!typed && <OpenProblemList />}
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('nothing.title')}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <section aria-labelledby="problem-list">
          <h2 id="problem-list" className={styles.head} aria-live="polite">
            {t(typed ? 'hits' : 'all', { count: shown.length })}
          </h2>
          <ul className={styles.grid}>
            {shown.map((problem) => (
              <ProblemCard key={problem.id} problem={problem} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function ProblemCard({ problem }: { readonly problem: KnownProblem }) {
  const { t } = useTranslation('problems');
  return (
    <li>
      <a className={styles.card} href={hrefTo('problems', problem.id)}>
        <span className={styles.name}>{problem.title}</span>
        <span className={styles.symptoms}>{problem.symptoms.join(', ')}</span>
        <span className={styles.owner}>
          {problem.code} · {t('solves', { who: problem.ownedBy.who })}
        </span>
      </a>
    </li>
  );
}
