import { useTranslation } from 'react-i18next';
import type { CensusReading } from '../../../app/use-census';
import { Card } from '../../components/card/card';
import styles from './census.module.css';

/** More than these are counted: nobody reads two hundred lines, the first ones show what is wrong. */
const SHOWN = 12;

/** What could not be read, or what somebody should know, with its place in the file. */
export function ProblemList({ kind, problems }: { readonly kind: 'refused' | 'warnings'; readonly problems: CensusReading['refused'] }) {
  const { t } = useTranslation('census');
  if (problems.length === 0) return null;
  const left = problems.length - SHOWN;
  return (
    <Card title={t(kind, { count: problems.length })}>
      <ul className={styles.problems} data-kind={kind}>
        {problems.slice(0, SHOWN).map(({ where, message, code }, index) => (
          <li key={`${code} ${index}`}>
            {message}{' '}
            <span className={styles.place}>
              {[where.file, where.line === undefined ? undefined : t('line', { line: where.line }), where.column, where.path].filter((part) => part !== undefined && part !== '').join(' · ')}
            </span>
          </li>
        ))}
        {left > 0 && <li>{t('more', { count: left })}</li>}
      </ul>
    </Card>
  );
}
