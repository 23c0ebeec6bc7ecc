import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Dialog } from '../../components/dialog/dialog';
import { useNotices } from '../../frame/notices/notices-context';

/** The way out for a PC whose keyring lost the secret behind its PINs. `onDone`: new PINs can be given again. */
export function DiscardPins({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['manage', 'common']);
  const box = useBox();
  const { tell } = useNotices();
  const { run, error, busy } = useAction(box.discardPins);
  const [asking, setAsking] = useState(false);
  const discard = async (): Promise<void> => {
    const count = await run();
    if (count === undefined) return;
    tell('warning', t('people.discarded', { count }));
    setAsking(false);
    onDone();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('people.discard')}</Button>
      {asking && (
        <Dialog
          title={t('people.discardTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="filled" color="critical" disabled={busy} onClick={() => void discard()}>
                {t('people.discardConfirm')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
            </>
          }
        >
          <p>{t('people.discardText')}</p>
          {error && <p role="alert">{error}</p>}
        </Dialog>
      )}
    </>
  );
}
