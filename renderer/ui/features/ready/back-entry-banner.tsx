import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { goTo } from '../../route/route';
import { useScreens } from '../../route/screens-context';
import { clockOf } from '../../strings/time-words';

/** After the all-clear the downtime is not over until what was written is in the EHR. */
export function BackEntryBanner() {
  const { t } = useTranslation('ready');
  const event = useBoxState((state) => currentOutage(state.world.outages));
  const screens = useScreens();
  if (event?.stage !== 'ended' || event.until === undefined) return null;
  return (
    <Banner
      tone="info"
      icon="exchange"
      actions={
        <>
          {screens.of('tasks') && <Button onClick={() => goTo('tasks')}>{t('backEntry.tasks')}</Button>}
          {screens.of('reconcile') && (
            <Button variant="filled" onClick={() => goTo('reconcile')}>
              {t('backEntry.go')}
            </Button>
          )}
        </>
      }
    >
      <b>{t('backEntry.title', { from: clockOf(event.since), until: clockOf(event.until) })}</b> {t('backEntry.text')}
    </Banner>
  );
}
