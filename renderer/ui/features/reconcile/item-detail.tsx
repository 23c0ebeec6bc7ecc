import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { lateEntryText } from '../../../domain/reconciliation/late-entry-text';
import type { QueueItem } from '../../../domain/reconciliation/queue';
import { mayItem } from '../../../domain/reconciliation/rules';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { CopyButton } from '../../components/copy-button/copy-button';
import { Row, Stack } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import { ItemMarks } from './item-marks';
import { ReasonDialog } from './reason-dialog';
import styles from './reconcile.module.css';

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The values as the EHR asks for them, each to be copied, and what became of them. */
export function ItemDetail({
  item,
  outage,
  patient,
  onDone,
}: {
  readonly item: QueueItem;
  readonly outage: OutageState;
  readonly patient: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('reconcile');
  const box = useBox();
  const now = useNow();
  const me = useBoxState((state) => state.signedIn?.person);
  const [ref, setRef] = useState('');
  const [asking, setAsking] = useState<'notNeeded' | 'reopen' | null>(null);
  const mark = useAction(box.reconcile.mark);
  const verify = useAction(box.reconcile.verify);
  const reopen = useAction(box.reconcile.reopen);
  const { serial, item: id } = item;
  const may = (command: Parameters<typeof mayItem>[0]): boolean => mayItem(command, item.state);
  const scans = item.disposition === 'scan';

  const enter = async (as: 'entered' | 'scanned'): Promise<void> => {
    const given = ref.trim() === '' ? {} : { ref: ref.trim() };
    if (await mark.run({ serial, item: id, as, ...given })) onDone();
  };
  useEffect(() => setRef(''), [item.key]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || asking !== null || !may('mark-entered')) return;
      event.preventDefault();
      void enter(scans ? 'scanned' : 'entered');
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });

  const comment = lateEntryText({
    verb: t('verb'),
    occurredAt: item.occurredAt,
    enteredAt: now,
    since: outage.since,
    until: outage.until ?? now,
    zone: zone(),
    serial,
    ...(item.author !== undefined && item.author !== me?.name ? { author: item.author } : {}),
  });
  const values = [{ label: t('patient'), text: patient }, ...item.values, ...(scans ? [] : [{ label: t('comment'), text: comment }])];
  return (
    <Card title={t(scans ? 'scanThis' : 'enterThis')}>
      <Stack>
        {item.withdrawn && <Banner tone="critical">{t('withdrawn')}</Banner>}
        {item.changedSince && <Banner tone="warning">{t('changed')}</Banner>}
        {item.conflict && <Banner tone="critical">{t('conflict')}</Banner>}
        <dl className={styles.values}>
          {values.map(({ label, text }, index) => (
            <div key={`${label} ${index}`} className={styles.value}>
              <dt>{label}</dt>
              <dd>{text}</dd>
              <CopyButton value={text} what={label} />
            </div>
          ))}
        </dl>
        <ItemMarks item={item} />
        {(mark.error ?? verify.error) && <Banner tone="critical" live="alert">{mark.error ?? verify.error}</Banner>}
        {may('mark-entered') && !scans && <TextField label={t('ref')} value={ref} onChange={setRef} maxLength={60} />}
        <Row>
          {may('mark-entered') && (
            <BigButton tone="brand" icon="check" shortcut={{ shown: 'Ctrl+Enter', aria: 'Control+Enter' }} disabled={mark.busy} onClick={() => void enter(scans ? 'scanned' : 'entered')}>
              {t(scans ? 'scan' : 'entered')}
            </BigButton>
          )}
          {may('mark-scanned') && !scans && (
            <Button size="lg" onClick={() => void enter('scanned')}>
              {t('scan')}
            </Button>
          )}
          {may('mark-not-needed') && (
            <Button size="lg" onClick={() => setAsking('notNeeded')}>
              {t('notNeeded')}
            </Button>
          )}
          {may('verify') && item.mark?.by !== me?.id && (
            <BigButton tone="brand" icon="check" disabled={verify.busy} onClick={() => void verify.run({ serial, item: id }).then((done) => done && onDone())}>
              {t('verify')}
            </BigButton>
          )}
          {may('reopen') && (
            <Button size="lg" onClick={() => setAsking('reopen')}>
              {t('reopen')}
            </Button>
          )}
        </Row>
      </Stack>
      {asking && (
        <ReasonDialog
          kind={asking}
          label={item.label}
          error={asking === 'reopen' ? reopen.error : mark.error}
          onClose={() => setAsking(null)}
          onSave={async (reason) =>
            (asking === 'reopen' ? await reopen.run({ serial, item: id, reason }) : await mark.run({ serial, item: id, as: 'not-needed', reason })) !== undefined
          }
        />
      )}
    </Card>
  );
}
