import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absentAnswer, type AbsentReason } from '../../../../domain/form/answer-values';
import { everyNode } from '../../../../domain/form/filled-form';
import type { BoardPatient } from '../../../../domain/patient/board';
import { Kbd } from '../../../components/kbd/kbd';
import { labelOfItem } from '../questions/item-label';
import { NotDoneDialog } from './not-done-dialog';
import { PrintDraftButton } from './print-draft-button';
import styles from './fill.module.css';
import { useFiller, useLive } from './filler-context';

/** Under the questions: why the one you are at has no answer, print as it is, and on to the next section. */
export function PageActions({
  patient,
  nextLabel,
  onNext,
}: {
  readonly patient: BoardPatient | undefined;
  readonly nextLabel: string;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const at = useLive(filler.at);
  const { filled } = useLive(filler.session.live);
  const [asking, setAsking] = useState(false);
  // The node as it is now: rows above may have gone since.
  const question = at && [...everyNode(filled.nodes)].find((node) => node.key === at.key);
  const open =
    question?.kind === 'question' && !question.item.readOnly && question.answers.length === 0 ? question : undefined;
  const label = open && labelOfItem(open.item);
  const mark = (reason: AbsentReason, note?: string): void => {
    if (open) filler.session.setAnswers(open.path, [absentAnswer(reason, note)]);
    setAsking(false);
  };
  return (
    <div className={styles.actions}>
      <div
        className={styles.absentBar}
        role="group"
        aria-label={label ? t('absent.group', { label }) : t('absent.groupNone')}
      >
        <p className={styles.absentFor}>{label ? t('absent.for', { label }) : t('absent.groupNone')}</p>
        <Button disabled={!open} onClick={() => mark('asked-unknown')}>
          {t('absent.notKnown')}
        </Button>
        <Button disabled={!open} onClick={() => setAsking(true)}>
          {t('absent.notDoneReason')}
        </Button>
      </div>
      <PrintDraftButton patient={patient} />
      <Button variant="filled" aria-keyshortcuts="Control+Enter" rightSection={<Kbd>Ctrl+Enter</Kbd>} onClick={onNext}>
        {t('fill.next', { section: nextLabel })}
      </Button>
      {asking && label && (
        <NotDoneDialog label={label} onClose={() => setAsking(false)} onSave={(note) => mark('not-performed', note)} />
      )}
    </div>
  );
}
