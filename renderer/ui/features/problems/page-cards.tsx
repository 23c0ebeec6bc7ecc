import { useTranslation } from 'react-i18next';
import type { KnownProblem } from '../../../domain/runbook/known-problem';
import type { MarkedText } from '../../../domain/runbook/runbook';
import { Card } from '../../components/card/card';
import { Prose } from '../runbook/prose';
import { SourceLine } from '../runbook/source-line';
import styles from './page-cards.module.css';
import { limitText } from './problem-words';

/** The quick checks before the first try. */
export function CheckFirst({ problem }: { readonly problem: KnownProblem }) {
  const { t } = useTranslation('problems');
  return (
    <Card title={t('page.checks')}>
      <ul className={styles.checks}>
        {problem.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
    </Card>
  );
}

/** How long to try; the numbers are proposals a hospital edits, and their mark says so. */
export function Limits({ problem }: { readonly problem: KnownProblem }) {
  const { t } = useTranslation('problems');
  return (
    <Marked
      title={t('page.limits')}
      lines={problem.limits.map((limit) => ({ text: limitText(limit, t), provenance: limit.provenance }))}
    />
  );
}

/** What is good to know. */
export function Notes({ problem }: { readonly problem: KnownProblem }) {
  const { t } = useTranslation('problems');
  return problem.notes.length === 0 ? null : <Marked title={t('page.notes')} lines={problem.notes} />;
}

function Marked({ title, lines }: { readonly title: string; readonly lines: readonly MarkedText[] }) {
  return (
    <Card title={title}>
      <ul className={styles.lines}>
        {lines.map(({ text, provenance }) => (
          <li key={text}>
            <Prose>{text}</Prose>
            <SourceLine provenance={provenance} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
