import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog/dialog';
import { goTo } from '../../../route/route';
import { useFiller, useLive } from './filler-context';

/** Throws a draft away. It was never history, so nothing can bring it back: asked first. */
export function DiscardButton() {
  const { t } = useTranslation(['forms', 'common']);
  const { session } = useFiller();
  const { definition } = useLive(session.live);
  const [asking, setAsking] = useState(false);
  const discard = async (): Promise<void> => {
    await session.discard();
    goTo('forms');
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('discard.button')}</Button>
      {asking && (
        <Dialog
          title={t('discard.title')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="filled" color="critical" onClick={() => void discard()}>
                {t('discard.yes', { form: `${definition.id} ${definition.title}` })}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
            </>
          }
        >
          <p>{t('discard.text')}</p>
        </Dialog>
      )}
    </>
  );
}
