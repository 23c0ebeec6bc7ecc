import { useTranslation } from 'react-i18next';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import { textOfAnswers } from '../../../../domain/form/text-of-answer';
import { labelOfItem } from './item-label';
import styles from './questions.module.css';

/** An answer nobody types: worked out, or taken over. Missing parts are said, a sum without them is not shown. */
export function Calculated({ node }: { readonly node: FilledQuestion }) {
  const { t } = useTranslation('forms');
  const missing = node.score && node.score.value === undefined;
  const text = missing ? '' : textOfAnswers(node.item, node.answers);
  return (
    <div className={styles.calculated}>
      <span className={styles.calculatedLabel}>{labelOfItem(node.item)}</span>
      <output>
        {text === '' ? (
          <span className={styles.empty}>{t(node.item.calculated ? 'question.notYet' : 'question.notInSnapshot')}</span>
        ) : (
          <b>{text}</b>
        )}
      </output>
    </div>
  );
}
