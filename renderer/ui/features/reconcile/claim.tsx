import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { mayItem } from '../../../domain/reconciliation/rules';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { clockOf } from '../../strings/time-words';
import { HandOverDialog } from './hand-over-dialog';
import { usePersonName } from './use-reconciliation';

/** Takes a line nobody works on. */
export function ClaimButton({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const claim = useAction(box.reconcile.claim);
  if (!mayItem('claim', item.state) || item.claimedBy) return null;
  return (
    <Button
      size="compact-sm"
      disabled={claim.busy}
      onClick={() => void claim.run({ serial: item.serial, item: item.item })}
    >
      {claim.error ?? t('claim.do')}
    </Button>
  );
}

/** Who works on it, so that two people do not type the same dose. */
export function ClaimNote({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const me = useBoxState((state) => state.signedIn?.person.id);
  const nameOf = usePersonName();
  const claim = useAction(box.reconcile.claim);
  const release = useAction(box.reconcile.release);
  const [handing, setHanding] = useState(false);
  const { serial, claimedBy } = item;
  const key = { serial, item: item.item };
  if (!mayItem('claim', item.state) || !claimedBy) return null;
  const mine = claimedBy.by === me;
  if (handing) return <HandOverDialog item={item} onClose={() => setHanding(false)} />;
  return (
    <Banner
      tone={mine ? 'quiet' : 'warning'}
      icon="user"
      actions={
        mine ? (
          <>
            <Button disabled={release.busy} onClick={() => void release.run(key)}>
              {t('claim.release')}
            </Button>
            <Button onClick={() => setHanding(true)}>{t('handOver.open')}</Button>
          </>
        ) : (
          <Button disabled={claim.busy} onClick={() => void claim.run({ ...key, takeOver: true })}>
            {t('claim.takeOver')}
          </Button>
        )
      }
    >
      {mine ? t('claim.mine') : t('claim.other', { name: nameOf(claimedBy.by), time: clockOf(claimedBy.at) })}
    </Banner>
  );
}
