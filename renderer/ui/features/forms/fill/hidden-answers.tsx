import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../components/banner/banner';
import { useFiller, useLive } from './filler-context';

/** Answers whose question no longer applies: kept, said, and cleared only on purpose. */
export function HiddenAnswers() {
  const { t } = useTranslation('forms');
  const { session } = useFiller();
  const { filled } = useLive(session.live);
  if (filled.hiddenAnswers.length === 0) return null;
  return (
    <Banner
      tone="warning"
      actions={
        <Button
          onClick={() => {
            for (const answer of filled.hiddenAnswers) session.setAnswers(answer.path, []);
          }}
        >
          {t('hidden.clear', { count: filled.hiddenAnswers.length })}
        </Button>
      }
    >
      <b>{t('hidden.title')}</b> {filled.hiddenAnswers.map((one) => `${one.label}: ${one.text}`).join('; ')}
    </Banner>
  );
}
