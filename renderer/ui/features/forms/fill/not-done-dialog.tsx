import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField } from '../../../components/text-field/text-field';

const REASONS = ['refused', 'away', 'noDevice', 'notAble'] as const;

/** Why something was not done: usual reasons at a touch, or words. */
export function NotDoneDialog({
  label,
  onClose,
  onSave,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly onSave: (note: string) => void;
}) {
  const { t } = useTranslation(['forms', 'common']);
  const [words, setWords] = useState('');
  return (
    <Dialog
      title={t('absent.title', { label })}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={words.trim() === ''} onClick={() => onSave(words)}>
            {t('absent.save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      {REASONS.map((reason) => (
        <Button key={reason} justify="start" fullWidth onClick={() => onSave(t(`absent.reason.${reason}`))}>
          {t(`absent.reason.${reason}`)}
        </Button>
      ))}
      <TextField
        label={t('absent.other')}
        value={words}
        onChange={setWords}
        maxLength={200}
        onEnter={() => words.trim() !== '' && onSave(words)}
      />
    </Dialog>
  );
}
