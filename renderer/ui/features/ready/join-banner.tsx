import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { clockOf } from '../../strings/time-words';

/** Another ward declared it: this ward joins the same event with one button. */
export function JoinBanner({ event, ward }: { readonly event: OutageState; readonly ward: string }) {
  const { t } = useTranslation('ready');
  const box = useBox();
  const { run, error, busy } = useAction(box.outage.join);
  if (event.wards.some((one) => one.ward === ward)) return null;
  return (
    <Banner
      tone="warning"
      live="status"
      actions={
        <Button
          variant="filled"
          disabled={busy}
          onClick={() => void run({ outage: event.id, ward, since: box.clock.now() })}
        >
          {t('join.do', { ward })}
        </Button>
      }
    >
      {error ?? t('join.text', { ward: event.ward, time: clockOf(event.since) })}
    </Banner>
  );
}
