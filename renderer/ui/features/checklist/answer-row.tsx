import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../domain/checklist/step-view';
import { BigButton } from '../../components/big-button/big-button';
import { usePageKey } from '../../frame/keys';
import { goTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import styles from './answer-row.module.css';
import { NotApplicableDialog } from './not-applicable-dialog';
import type { StepActions } from './use-step-actions';

/** The answers of a step: done (Space), not applicable with a reason, undo, help. One filled button. */
export function AnswerRow({
  step,
  actions,
  onNext,
}: {
  readonly step: StepView;
  readonly actions: StepActions;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation('checklist');
  const screens = useScreens();
  const [asking, setAsking] = useState(false);
  const answered = step.state === 'done' || step.state === 'not-applicable';
  // Space ticks from anywhere on the page that has no use for the space bar itself.
  usePageKey(' ', () => {
    if (!answered && !actions.busy && !asking) void actions.done();
  });
  return (
    <div className={styles.row}>
      {answered ? (
        <>
          <div className={styles.first}>
            <BigButton tone="brand" icon="right" onClick={onNext}>
              {t('answer.next')}
            </BigButton>
          </div>
          <BigButton tone="plain" icon="back" disabled={actions.busy} onClick={() => actions.undo()}>
            {t('answer.undo')}
          </BigButton>
        </>
      ) : (
        <>
          <div className={styles.first}>
            <BigButton
              tone="brand"
              icon="check"
              disabled={actions.busy}
              shortcut={{ shown: t('answer.space'), aria: 'Space' }}
              onClick={() => void actions.done()}
            >
              {t('answer.done')}
            </BigButton>
          </div>
          <BigButton tone="plain" onClick={() => setAsking(true)}>
            {t('answer.notApplicable')}
          </BigButton>
        </>
      )}
      {screens.of('contacts') && (
        <BigButton tone="plain" icon="phone" onClick={() => goTo('contacts')}>
          {t('answer.help')}
        </BigButton>
      )}
      {asking && (
        <NotApplicableDialog
          step={step.step}
          onClose={() => setAsking(false)}
          onSave={actions.notApplicable}
          error={actions.error}
        />
      )}
    </div>
  );
}
