import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import type { CloseCheck } from '../../../domain/reconciliation/can-close';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { clockOf } from '../../strings/time-words';

/** What still stands between this downtime and its end. */
export function CloseCard({ outage, check }: { readonly outage: OutageState; readonly check: CloseCheck }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const close = useAction(box.outage.close);
  if (outage.stage === 'closed') return <Banner tone="info">{t('close.closed')}</Banner>;
  return (
    <Card title={t('close.title')}>
      {check.ready && <p>{t('close.ready')}</p>}
      <ul>
        {check.reasons.map((reason) => (
          <li key={reason.code}>
            {reason.blocks ? <b>{t(`close.reason.${reason.code}`, { count: reason.count })}</b> : t(`close.reason.${reason.code}`, { count: reason.count })}
          </li>
        ))}
      </ul>
      {check.ready && (
        <Button variant="filled" disabled={close.busy} onClick={() => void close.run({ outage: outage.id, criticalOpen: check.criticalOpen, openItems: check.openItems })}>
          {t('close.do', { time: clockOf(outage.since) })}
        </Button>
      )}
      {close.error && <p role="alert">{close.error}</p>}
    </Card>
  );
}
