import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../domain/checklist/step-view';
import { Banner } from '../../components/banner/banner';
import { goTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import { useTimeWords } from '../../strings/time-words';

/** Late steps besides the one on screen: the longest late by name, the others counted, one button to whom to call. */
export function LateStrip({
  late,
  onOpen,
}: {
  readonly late: readonly StepView[];
  readonly onOpen: (step: string) => void;
}) {
  const { t } = useTranslation('checklist');
  const words = useTimeWords();
  const screens = useScreens();
  const first = late[0];
  if (!first) return null;
  return (
    <Banner
      tone="critical"
      actions={
        <>
          <Button onClick={() => onOpen(first.step.id)}>{t('late.open')}</Button>
          {screens.of('contacts') && <Button onClick={() => goTo('contacts')}>{t('late.escalate')}</Button>}
        </>
      }
    >
      <b>{t('late.first', { object: first.step.object, late: words.duration(first.overdueMs) })}</b>
      {late.length > 1 && ` ${t('late.more', { count: late.length - 1 })}`}
    </Banner>
  );
}
