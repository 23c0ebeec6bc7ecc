import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepText, type ChecklistStep } from '../../../domain/checklist/checklist';
import { ChoiceButtons } from '../../components/choice-buttons/choice-buttons';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/text-field/text-field';

const REASONS = ['notHere', 'doneBefore', 'otherTeam', 'other'] as const;

/** Why a step does not apply: three usual reasons at a touch, or words. Written without a sign-in, so no names. */
export function NotApplicableDialog({
  step,
  onClose,
  onSave,
  error,
}: {
  readonly step: ChecklistStep;
  readonly onClose: () => void;
  readonly onSave: (reason: string) => Promise<boolean>;
  readonly error: string | undefined;
}) {
  const { t } = useTranslation(['checklist', 'common']);
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [words, setWords] = useState('');
  const said = reason === null ? '' : reason === 'other' ? words.trim() : t(`notApplicable.${reason}`);
  return (
    <Dialog
      title={t('notApplicable.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="filled"
            disabled={said === ''}
            onClick={() => void onSave(said).then((saved) => saved && onClose())}
          >
            {t('notApplicable.save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <p>
        <b>{stepText(step)}</b>
      </p>
      <ChoiceButtons
        label={t('notApplicable.why')}
        choices={REASONS.map((value) => ({ value, label: t(`notApplicable.${value}`) }))}
        value={reason}
        onChange={setReason}
        error={error}
      />
      {reason === 'other' && (
        <TextField
          label={t('notApplicable.words')}
          hint={t('notApplicable.noNames')}
          value={words}
          onChange={setWords}
          maxLength={200}
        />
      )}
    </Dialog>
  );
}
