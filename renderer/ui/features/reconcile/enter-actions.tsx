import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { mayItem } from '../../../domain/reconciliation/rules';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Icon } from '../../components/icon/icon';
import { Kbd } from '../../components/kbd/kbd';
import { TextField } from '../../components/text-field/text-field';
import { useUndo } from '../../frame/undo/undo-context';
import styles from './item-detail.module.css';
import { ReasonDialog } from './reason-dialog';
import { useCtrlEnter } from './use-ctrl-enter';

/** What became of a line: entered, scanned only, not needed; or "I do this one". */
export function EnterActions({ item, onDone }: { readonly item: QueueItem; readonly onDone: () => void }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const { offerUndo } = useUndo();
  const mark = useAction(box.reconcile.mark);
  const [ref, setRef] = useState('');
  const [asking, setAsking] = useState<'scanned' | 'not-needed'>();
  const key = { serial: item.serial, item: item.item };
  const waiting = item.state === 'waiting';
  const main = item.disposition === 'scan' && !item.withdrawn ? 'scanned' : 'entered';

  const finish = (as: 'entered' | 'scanned' | 'not-needed'): void => {
    const takeBack = (): void => void box.reconcile.reopen({ ...key, reason: t('undo.reason') });
    offerUndo(t(`undo.${as}`, { label: item.label }), takeBack);
    onDone();
  };
  const enter = async (): Promise<void> => {
    if (waiting || mark.busy) return;
    const said = ref.trim();
    if (await mark.run({ ...key, as: main, ...(said === '' ? {} : { ref: said }) })) finish(main);
  };
  useCtrlEnter(() => void enter());

  return (
    <>
      <div className={styles.actions}>
        {!waiting && main === 'entered' && (
          <TextField label={t('ref')} optional value={ref} onChange={setRef} maxLength={60} />
        )}
        {!waiting && (
          <Button
            variant="filled"
            disabled={mark.busy}
            leftSection={<Icon name="check" />}
            rightSection={<Kbd>Ctrl+Enter</Kbd>}
            aria-keyshortcuts="Control+Enter"
            onClick={() => void enter()}
          >
            {t(item.withdrawn ? 'do.takenOut' : item.byPolicy ? 'do.anyway' : `do.${main}`)}
          </Button>
        )}
        {mayItem('mark-scanned', item.state) && main === 'entered' && !item.withdrawn && (
          <Button onClick={() => setAsking('scanned')}>{t('do.scanOnly')}</Button>
        )}
        {mayItem('mark-not-needed', item.state) && !item.byPolicy && (
          <Button onClick={() => setAsking('not-needed')}>{t('do.notNeeded')}</Button>
        )}
      </div>
      {mark.error && (
        <p role="alert" className={styles.error}>
          {mark.error}
        </p>
      )}
      {asking && (
        <ReasonDialog
          title={t(`ask.${asking}.title`)}
          text={t(`ask.${asking}.text`)}
          confirm={t(`ask.${asking}.confirm`)}
          required={asking === 'not-needed'}
          use={(reason) => box.reconcile.mark({ ...key, as: asking, ...(reason === '' ? {} : { reason }) })}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined);
            finish(asking);
          }}
        />
      )}
    </>
  );
}
