import { Button } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Runbook, RunbookPhaseId } from '../../../domain/runbook/runbook';
import { blockOfPhase, concerns, groupOf, RUNBOOK_GROUPS } from '../../../domain/runbook/runbook-groups';
import { searchProblems } from '../../../domain/runbook/search-problems';
import { indexRunbooks, searchRunbooks } from '../../../domain/runbook/search-runbooks';
import { RUNBOOK_ROLES_OF } from '../../../domain/runbook/steps-for';
import { useBoxState } from '../../box/box-context';
import { Chip } from '../../components/chip/chip';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Row } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { hrefTo } from '../../route/route';
import { RunbookCard } from './runbook-card';
import { RunbookHits } from './runbook-hits';
import styles from './runbook-list.module.css';

const PHASES: readonly RunbookPhaseId[] = [
  'planned',
  'first-15',
  'first-hour',
  'during',
  'extended',
  'all-clear',
  'back-entry',
];
/** Known problems above the places of the runbooks. */
const PROBLEMS_SHOWN = 3;

/** All runbooks on their shelves, by role and phase; typing searches titles, steps, warnings and known problems at once. */
export function RunbookList({ runbooks }: { readonly runbooks: readonly Runbook[] }) {
  const { t } = useTranslation('runbook');
  const role = useBoxState((state) => state.settings.role);
  const cards = useBoxState((state) => state.library.checklists);
  const problems = useBoxState((state) => state.library.problems);
  const [search, setSearch] = useState('');
  const [mine, setMine] = useState(false);
  const [phase, setPhase] = useState<RunbookPhaseId | null>(null);
  const query = useDeferredValue(search);
  const index = useMemo(() => indexRunbooks(runbooks), [runbooks]);
  const hits = useMemo(() => searchRunbooks(index, query), [index, query]);
  const known = useMemo(
    () =>
      searchProblems(problems, query)
        .slice(0, PROBLEMS_SHOWN)
        .map((hit) => hit.problem),
    [problems, query],
  );
  const roles = role === null ? undefined : RUNBOOK_ROLES_OF[role];
  const shown = runbooks.filter(
    (one) => (!mine || !roles || concerns(one, roles)) && (phase === null || blockOfPhase(one, phase) !== undefined),
  );
  const typed = query.trim() !== '';
  return (
    <Page>
      <PageTitle
        lead={t(runbooks.some((one) => one.status === 'draft') ? 'leadDraft' : 'lead')}
        actions={
          <>
            <div className={styles.search}>
              <TextField label={t('search')} value={search} onChange={setSearch} />
            </div>
            <Button component="a" href={hrefTo('problems')} leftSection={<Icon name="warning" size={22} />}>
              {t('problems')}
            </Button>
          </>
        }
      >
        {t('title')}
      </PageTitle>
      {!typed && (
        <Row>
          <div className={styles.filter} role="group" aria-label={t('filter.phase')}>
            <Chip pressed={phase === null} onClick={() => setPhase(null)}>
              {t('filter.anyPhase')}
            </Chip>
            {PHASES.map((one) => (
              <Chip key={one} pressed={phase === one} onClick={() => setPhase(phase === one ? null : one)}>
                {t(`phase.${one as 'during'}`)}
              </Chip>
            ))}
          </div>
          {roles && (
            <Chip pressed={mine} onClick={() => setMine(!mine)}>
              {t('filter.mine', { role: cards.find((card) => card.id === role)?.title ?? role ?? '' })}
            </Chip>
          )}
        </Row>
      )}
      {typed ? (
        hits.length + known.length === 0 ? (
          <EmptyState icon="search" title={t('nothing.title')}>
            {t('nothing.text')}
          </EmptyState>
        ) : (
          <RunbookHits hits={hits} runbooks={runbooks} problems={known} />
        )
      ) : (
        RUNBOOK_GROUPS.map((group) => {
          const shelf = shown.filter((one) => groupOf(one) === group);
          return shelf.length === 0 ? null : (
            <section key={group} aria-labelledby={`shelf-${group}`}>
              <h2 id={`shelf-${group}`} className={styles.shelf}>
                {t(`group.${group}`)}
              </h2>
              <ul className={styles.grid}>
                {shelf.map((runbook) => (
                  <li key={runbook.id}>
                    <RunbookCard runbook={runbook} block={phase === null ? undefined : blockOfPhase(runbook, phase)} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })
      )}
      {!typed && shown.length === 0 && (
        <EmptyState icon="search" title={t('nothing.title')}>
          {t('filter.none')}
        </EmptyState>
      )}
    </Page>
  );
}
