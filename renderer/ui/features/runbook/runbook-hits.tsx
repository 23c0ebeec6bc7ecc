import { useTranslation } from 'react-i18next';
import type { KnownProblem } from '../../../domain/runbook/known-problem';
import type { Runbook } from '../../../domain/runbook/runbook';
import type { RunbookHit } from '../../../domain/runbook/search-runbooks';
import { hrefTo } from '../../route/route';
import styles from './runbook-list.module.css';

/** Places of one runbook shown before the rest is counted. */
const EACH = 5;

/** What the search found: known problems first, then the places, runbook by runbook, the best first. */
export function RunbookHits({
  hits,
  runbooks,
  problems,
}: {
  readonly hits: readonly RunbookHit[];
  readonly runbooks: readonly Runbook[];
  readonly problems: readonly KnownProblem[];
}) {
  const { t } = useTranslation('runbook');
  // Problems have their own page; a runbook names them only.
  const places = hits.filter((hit) => hit.place !== 'symptom');
  const found = [...new Set(places.map((hit) => hit.runbook))].flatMap((id) => {
    const runbook = runbooks.find((one) => one.id === id);
    return runbook ? [{ runbook, own: places.filter((hit) => hit.runbook === id) }] : [];
  });
  return (
    <>
      {problems.length > 0 && (
        <section aria-labelledby="hit-problems">
          <h2 id="hit-problems" className={styles.shelf}>
            {t('problems')}
          </h2>
          <ol className={styles.hits}>
            {problems.map((problem) => (
              <li key={problem.id}>
                <a className={styles.hit} href={hrefTo('problems', problem.id)}>
                  <b>{problem.title}</b>
                  <span>{problem.symptoms.join(', ')}</span>
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className={styles.where} role="status">
        {t('hits', { count: places.length })}
      </p>
      {found.map(({ runbook, own }) => (
        <section key={runbook.id} aria-labelledby={`hit-${runbook.id}`}>
          <h2 id={`hit-${runbook.id}`} className={styles.shelf}>
            {runbook.title}
          </h2>
          <ol className={styles.hits}>
            {own.slice(0, EACH).map((hit) => (
              <li key={`${hit.place}-${hit.step ?? hit.text}`}>
                <a className={styles.hit} href={placeOf(runbook, hit)}>
                  <span className={styles.where}>{t(`place.${hit.place}`)}</span>
                  <span>{hit.text}</span>
                </a>
              </li>
            ))}
          </ol>
          {own.length > EACH && <p className={styles.where}>{t('moreHits', { count: own.length - EACH })}</p>}
        </section>
      ))}
    </>
  );
}

function placeOf(runbook: Runbook, hit: RunbookHit): string {
  const block = runbook.phases
    .flatMap((phase) => phase.blocks)
    .find((one) => one.steps.some((step) => step.id === hit.step));
  return hrefTo('runbooks', runbook.id, block?.id ?? 'about');
}
