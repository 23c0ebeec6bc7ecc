import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownProblem } from '../../../domain/runbook/known-problem';
import { searchProblems } from '../../../domain/runbook/search-problems';
import { useBoxState } from '../../box/box-context';
import { Icon } from '../../components/icon/icon';
import styles from './suggested-problems.module.css';

const SHOWN = 2;
/** Fewer letters name no problem yet. */
const ENOUGH = 4;

/** Known problems that fit what is being written; choosing one writes the line first, so that nothing typed is lost. */
export function SuggestedProblems({
  text,
  onChoose,
}: {
  readonly text: string;
  readonly onChoose: (problem: KnownProblem) => void;
}) {
  const { t } = useTranslation('problems');
  const problems = useBoxState((state) => state.library.problems);
  const found = useMemo(
    () => (text.trim().length < ENOUGH ? [] : searchProblems(problems, text).slice(0, SHOWN)),
    [problems, text],
  );
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <div className={styles.box}>
          <p className={styles.head}>{t('suggest.title')}</p>
          {found.map(({ problem }) => (
            <Button
              key={problem.id}
              justify="flex-start"
              leftSection={<Icon name="book" size={22} />}
              onClick={() => onChoose(problem)}
            >
              {problem.title}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
