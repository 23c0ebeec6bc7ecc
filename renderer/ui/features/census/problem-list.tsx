import { useTranslation } from 'react-i18next';
import type { CensusReading } from '../../../app/use-census';
import { Icon } from '../../components/icon/icon';
import census from '../../strings/en/census.json';
import styles from './census.module.css';

type Problem = CensusReading['refused'][number];

type Words = ReturnType<typeof useTranslation<'census'>>['t'];

const MOST = 200;

/** What was left out and what somebody should know: file, line, column and what to do about it. */
export function ProblemList({
  refused,
  warnings,
}: {
  readonly refused: readonly Problem[];
  readonly warnings: readonly Problem[];
}) {
  const { t } = useTranslation('census');
  if (refused.length === 0 && warnings.length === 0) {
    return (
      <div className={styles.problems}>
        <h2>{t('problems.none')}</h2>
        <p className={styles.quiet}>{t('problems.noneText')}</p>
      </div>
    );
  }
  return (
    <div className={styles.problems}>
      {refused.length > 0 && (
        <>
          <h2>{t('problems.refused', { count: refused.reduce((sum, one) => sum + (one.count ?? 1), 0) })}</h2>
          <Problems list={refused} icon="critical" />
        </>
      )}
      {warnings.length > 0 && (
        <details open={refused.length === 0}>
          <summary>
            <h2>{t('problems.warnings', { count: warnings.length })}</h2>
          </summary>
          <Problems list={warnings} icon="warning" />
        </details>
      )}
    </div>
  );
}

function Problems({ list, icon }: { readonly list: readonly Problem[]; readonly icon: 'critical' | 'warning' }) {
  const { t } = useTranslation('census');
  return (
    <ul className={styles.list}>
      {list.slice(0, MOST).map((one, at) => (
        <li key={`${one.code}-${one.where.file}-${one.where.line ?? ''}-${at}`} data-icon={icon}>
          <Icon name={icon} size={20} />
          <span>
            <span className={styles.where}>{placeOf(one.where, t)}</span> {sentenceOf(one, t)}
            {(one.count ?? 1) > 1 && <b> {t('problems.times', { count: one.count })}</b>}
          </span>
        </li>
      ))}
      {list.length > MOST && <li>{t('problems.rest', { count: list.length - MOST })}</li>}
    </ul>
  );
}

/** Sentences of the reader speak to the command line too; what this page answers itself is said in its words. */
function sentenceOf({ code, message }: Problem, t: Words): string {
  return code in census.said ? t(`said.${code as keyof typeof census.said}`) : message;
}

function placeOf({ file, line, column, path }: Problem['where'], t: Words): string {
  return [
    file,
    line !== undefined && t('problems.line', { line }),
    column !== undefined && t('problems.column', { column }),
    path,
  ]
    .filter(Boolean)
    .join(', ');
}
