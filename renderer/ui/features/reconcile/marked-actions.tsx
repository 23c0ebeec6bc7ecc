import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { mayItem } from '../../../domain/reconciliation/rules';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Icon } from '../../components/icon/icon';
import { Kbd } from '../../components/kbd/kbd';
import { useUndo } from '../../frame/undo/undo-context';
import { clockOf } from '../../strings/time-words';
import styles from './item-detail.module.css';
import { ReasonDialog } from './reason-dialog';
import { useCtrlEnter } from './use-ctrl-enter';
import { usePersonName } from './use-reconciliation';

/** Who marked it and when; a second person looks at it in the EHR, or opens it again with a reason. */
export function MarkedActions({ item, onDone }: { readonly item: QueueItem; readonly onDone: () => void }) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const { offerUndo } = useUndo();
  const me = useBoxState((state) => state.signedIn?.person.id);
  const nameOf = usePersonName();
  const verify = useAction(box.reconcile.verify);
  const [asking, setAsking] = useState(false);
  const key = { serial: item.serial, item: item.item };
  const { mark, check } = item;
  const mine = item.marks.some((one) => one.by === me);
  const may = mayItem('verify', item.state) && !item.conflict;

  const confirm = async (): Promise<void> => {
    if (!may || mine || verify.busy || !(await verify.run(key))) return;
    const entry = (): string | undefined =>
      box.reconcile.view()?.items.find((one) => one.key === item.key)?.check?.entry;
    const takeBack = (): void => {
      const corrects = entry();
      if (corrects !== undefined) void box.reconcile.reopen({ ...key, reason: t('undo.reason'), entry: corrects });
    };
    offerUndo(t('undo.verified', { label: item.label }), takeBack);
    onDone();
  };
  useCtrlEnter(() => void confirm());
  if (!mark) return null;
  const who = { name: nameOf(mark.by), time: clockOf(mark.at) };
  return (
    <>
      <div className={styles.actions}>
        <p className={styles.said}>
          <b>{t(`marked.${mark.as}`, who)}</b> {mark.ref !== undefined && t('marked.ref', { ref: mark.ref })}{' '}
          {mark.reason !== undefined && t('marked.reason', { reason: mark.reason })}{' '}
          {check ? t('marked.checked', { name: nameOf(check.by), time: clockOf(check.at) }) : mine && t('marked.other')}
        </p>
        {may && !mine && (
          <Button
            variant="filled"
            disabled={verify.busy}
            leftSection={<Icon name="done" />}
            rightSection={<Kbd>Ctrl+Enter</Kbd>}
            aria-keyshortcuts="Control+Enter"
            onClick={() => void confirm()}
          >
            {t(`verify.${mark.as}`)}
          </Button>
        )}
        {mayItem('reopen', item.state) && <Button onClick={() => setAsking(true)}>{t('reopen.do')}</Button>}
      </div>
      {verify.error && (
        <p role="alert" className={styles.error}>
          {verify.error}
        </p>
      )}
      {asking && (
        <ReasonDialog
          title={t('reopen.title')}
          text={t('reopen.text')}
          confirm={t('reopen.confirm')}
          required
          use={(reason) => box.reconcile.reopen({ ...key, reason })}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onDone();
          }}
        />
      )}
    </>
  );
}
