import { memo } from 'react';
import type { FilledGroup, FilledNode } from '../../../../domain/form/filled-form';
import { Prose } from '../../runbook/prose';
import { RowsView } from '../rows/rows-view';
import { labelOfItem } from './item-label';
import { QuestionView } from './question-view';
import styles from './questions.module.css';

/** The places of a form under each other, three short ones on a line. */
export function NodeList({ nodes, level }: { readonly nodes: readonly FilledNode[]; readonly level: 3 | 4 }) {
  return (
    <div className={styles.grid}>
      {nodes.map((node) => (
        <NodeView key={node.key} node={node} level={level} />
      ))}
    </div>
  );
}

const NodeView = memo(function NodeView({ node, level }: { readonly node: FilledNode; readonly level: 3 | 4 }) {
  switch (node.kind) {
    case 'display':
      return node.item.markdown === undefined ? (
        <p className={styles.display}>{node.item.text}</p>
      ) : (
        <div className={styles.display}>
          <Prose>{node.item.markdown}</Prose>
        </div>
      );
    case 'question':
      return <QuestionView node={node} />;
    case 'group':
      return <GroupView node={node} level={level} />;
    case 'rows':
      return <RowsView node={node} />;
  }
});

function GroupView({ node, level }: { readonly node: FilledGroup; readonly level: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <section className={styles.group} data-place={node.key} aria-label={labelOfItem(node.item)}>
      <Heading className={styles.groupTitle}>{labelOfItem(node.item)}</Heading>
      <NodeList nodes={node.children} level={4} />
    </section>
  );
}
