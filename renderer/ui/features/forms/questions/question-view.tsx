import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { snapshotTimeOf } from '../../../../domain/form/answer-values';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { Finding } from '../../../../domain/form/form';
import { clockOf } from '../../../strings/time-words';
import { useFiller, useLive } from '../fill/filler-context';
import { AbsentAnswer } from './absent-answer';
import { absentOf } from './answer-values';
import { Calculated } from './calculated';
import { labelOfItem } from './item-label';
import { QuestionControls } from './question-controls';
import styles from './questions.module.css';
import { SoftAsk } from './soft-ask';
import { spanOf } from './span';
import { useNodeList } from './node-list-context';

/** One question with its answers, what is wrong with them, and what stands below. Redraws only when its own node changes. */
export const QuestionView = memo(function QuestionView({ node }: { readonly node: FilledQuestion }) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const NodeList = useNodeList();
  const tried = useLive(filler.tried);
  const [inside, setInside] = useState(false);
  // What was wrong when somebody came back to mend it stays in sight while they do.
  const [atEntry, setAtEntry] = useState<string>();
  const { item, answers } = node;
  const soft = node.findings.find((one) => one.severity === 'soft');
  const wrong = node.findings
    .filter((one) => one.severity !== 'soft' && (tried || !isMissing(one)))
    .map((one) => one.message)[0];
  const error = inside ? wrong && atEntry : wrong;
  const asOf = answers.map(snapshotTimeOf).find((time) => time !== undefined);
  const hint =
    [...item.help, asOf && t('question.fromEhr', { time: clockOf(asOf) })].filter(Boolean).join(' ') || undefined;
  const absent = absentOf(answers);
  const readOnly = item.readOnly || !node.enabled;
  return (
    <>
      {soft && !inside && <SoftAsk node={node} finding={soft} />}
      <div
        className={styles.question}
        data-span={spanOf(node)}
        data-place={node.key}
        data-from={asOf === undefined ? undefined : 'snapshot'}
        data-asks={soft && !inside ? true : undefined}
        onFocus={() => {
          filler.at.set(node);
          if (!inside) setAtEntry(wrong);
          setInside(true);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
        }}
      >
        {readOnly ? (
          <Calculated node={node} />
        ) : absent ? (
          <AbsentAnswer
            label={labelOfItem(item)}
            reason={absent}
            onChange={() => filler.session.setAnswers(node.path, [])}
          />
        ) : (
          <QuestionControls node={node} hint={hint} error={error} />
        )}
        {node.children.length > 0 && (
          <div className={styles.below}>
            <NodeList nodes={node.children} level={4} />
          </div>
        )}
      </div>
    </>
  );
});

function isMissing({ code }: Finding): boolean {
  return code === 'required' || code === 'too-few';
}
