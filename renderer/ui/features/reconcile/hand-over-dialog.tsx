import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { mayItem } from '../../../domain/reconciliation/rules';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Dialog } from '../../components/dialog/dialog';
import { Select } from '../../components/select/select';

/** Gives this line, or all one has in hand, to somebody by name: at the end of a shift nobody guesses who goes on. */
export function HandOverDialog({ item, onClose }: { readonly item: QueueItem; readonly onClose: () => void }) {
  const { t } = useTranslation(['reconcile', 'common']);
  const box = useBox();
  const me = useBoxState((state) => state.signedIn?.person.id);
  const people = useBoxState((state) => state.vault?.people) ?? [];
  const others = people.filter((one) => one.id !== me);
  const [to, setTo] = useState<string | null>(others[0]?.id ?? null);
  const one = useAction(box.reconcile.handOver);
  const all = useAction(box.reconcile.handOverAll);
  const mine = (box.reconcile.view()?.items ?? []).filter(
    (each) => each.claimedBy?.by === me && mayItem('claim', each.state),
  ).length;
  const busy = one.busy || all.busy;
  const giveOne = async (): Promise<void> => {
    if (to !== null && (await one.run({ serial: item.serial, item: item.item, to }))) onClose();
  };
  const giveAll = async (): Promise<void> => {
    if (to !== null && (await all.run({ to }))) onClose();
  };
  return (
    <Dialog
      title={t('handOver.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled" disabled={busy || to === null} onClick={() => void giveOne()}>
            {t('handOver.one')}
          </Button>
          {mine > 1 && (
            <Button disabled={busy || to === null} onClick={() => void giveAll()}>
              {t('handOver.all', { count: mine })}
            </Button>
          )}
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>{t('handOver.nobody')}</p>
      ) : (
        <Select
          label={t('handOver.to')}
          value={to}
          onChange={setTo}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          error={one.error ?? all.error}
        />
      )}
    </Dialog>
  );
}
