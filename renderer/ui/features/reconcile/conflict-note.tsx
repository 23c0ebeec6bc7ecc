import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { useBox } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { clockOf } from '../../strings/time-words';
import { ReasonDialog } from './reason-dialog';
import { usePersonName } from './use-reconciliation';

/** Two people marked it, on two PCs: perhaps it stands twice in the EHR. Both are shown, one is taken back. */
export function ConflictNote({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const nameOf = usePersonName();
  const [wrong, setWrong] = useState<string>();
  return (
    <>
      <Banner
        tone="critical"
        actions={item.marks.map((mark) => (
          <Button key={mark.entry} onClick={() => setWrong(mark.entry)}>
            {t('conflict.takeBack', { name: nameOf(mark.by), time: clockOf(mark.at) })}
          </Button>
        ))}
      >
        <b>{t('conflict.title')}</b> {t('conflict.text')}
      </Banner>
      {wrong !== undefined && (
        <ReasonDialog
          title={t('conflict.dialog')}
          confirm={t('conflict.confirm')}
          required
          use={(reason) => box.reconcile.reopen({ serial: item.serial, item: item.item, entry: wrong, reason })}
          onClose={() => setWrong(undefined)}
          onDone={() => setWrong(undefined)}
        />
      )}
    </>
  );
}
