import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import type { Finding } from '../../../../domain/form/form';
import { textOfAnswers } from '../../../../domain/form/text-of-answer';
import { Icon } from '../../../components/icon/icon';
import { clockOf } from '../../../strings/time-words';
import { useFiller } from '../fill/filler-context';
import { focusPlace } from '../fill/focus-place';
import { labelOfItem } from './item-label';
import styles from './questions.module.css';

/** An unusual value asks and never blocks: yes it is right, or change it. What it was before stands beside. */
export function SoftAsk({ node, finding }: { readonly node: FilledQuestion; readonly finding: Finding }) {
  const { t } = useTranslation('forms');
  const { session, past } = useFiller();
  const value = textOfAnswers(node.item, node.answers);
  const before = past(node).at(-1);
  const unit = value.replace(/^[\d.,-]+/, '');
  return (
    <div className={styles.soft} role="status">
      <Icon name="warning" />
      <p>
        <b>{t('soft.value', { label: labelOfItem(node.item), value })}</b> {t('soft.ask')}
        {before && ` ${t('soft.before', { time: clockOf(before.at), value: `${before.value}${unit}` })}`}
      </p>
      <span className={styles.softActions}>
        <Button onClick={() => session.accept(finding)}>{t('soft.yes', { value: value.replace(unit, '') })}</Button>
        <Button onClick={() => focusPlace(node.key)}>{t('soft.change')}</Button>
      </span>
    </div>
  );
}
