import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { mayOutage } from '../../../domain/outage/rules';
import { canClose } from '../../../domain/reconciliation/can-close';
import { countByOwner, type OwnerCount, type Reconciliation } from '../../../domain/reconciliation/queue';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { goTo } from '../../route/route';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { AuditCard } from './audit-card';
import { BurnDownCard } from './burn-down-card';
import { CloseDialog } from './close-dialog';
import styles from './complete-page.module.css';
import { ClosingPaper } from './closing-paper';
import { WardSignOffs } from './ward-sign-offs';

const rowKey = (count: OwnerCount): string => count.owner;
const openOwner = (count: OwnerCount): void => goTo('reconcile', [count.owner]);

/** What still stands between the ward and closing the downtime, by owner. */
export function CompletePage({ view, outage }: { readonly view: Reconciliation; readonly outage: OutageState }) {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const now = useNow();
  const [closing, setClosing] = useState(false);
  const box = useBox();
  useBoxState((state) => state.world.backEntry);
  const check = canClose(view);
  const unsigned = box.reconcile.wards().filter(({ signOff }) => !signOff);
  const ready = check.ready && unsigned.length === 0;
  const columns: readonly Column<OwnerCount>[] = [
    { key: 'owner', head: t('complete.owner'), names: true, cell: ({ owner }) => t(`owner.${owner}`) },
    { key: 'enter', head: t('complete.toEnter'), align: 'end', cell: (count) => count.toEnter },
    { key: 'waiting', head: t('complete.waiting'), align: 'end', cell: (count) => count.waiting },
    {
      key: 'check',
      head: t('complete.toCheck'),
      align: 'end',
      cell: ({ owner }) => view.items.filter((item) => item.owner === owner && item.state === 'entered').length,
    },
    {
      key: 'settled',
      head: t('complete.settled'),
      align: 'end',
      cell: ({ settled, total }) => t('progress', { done: settled, of: total }),
    },
    {
      key: 'oldest',
      head: t('complete.oldest'),
      cell: ({ oldestOpen }) => (oldestOpen === undefined ? '' : words.age(oldestOpen, now)),
    },
  ];
  return (
    <Page>
      <PageTitle
        lead={t('complete.lead')}
        actions={
          <Button leftSection={<Icon name="left" size={22} />} onClick={() => goTo('reconcile')}>
            {t('doses.back')}
          </Button>
        }
      >
        {t('complete.title')}
      </PageTitle>
      <DataTable
        caption={t('complete.table')}
        columns={columns}
        rows={countByOwner(view)}
        rowKey={rowKey}
        onOpen={openOwner}
      />
      <BurnDownCard />
      <AuditCard />
      <WardSignOffs closed={outage.stage === 'closed'} />
      <ClosingPaper />
      <Card title={t('complete.close')}>
        {outage.stage === 'closed' ? (
          <p>{t('complete.closed', { time: outage.closedAt ? words.moment(outage.closedAt, now) : '' })}</p>
        ) : (
          <>
            <ul className={styles.reasons}>
              {check.reasons.length === 0 && (
                <li>
                  <StatusWord tone="quiet">{t('complete.all')}</StatusWord>
                </li>
              )}
              {check.reasons.map((reason) => (
                <li key={reason.code} className={styles.reason}>
                  <StatusWord tone={reason.blocks ? 'critical' : 'warning'}>
                    {t(`reasons.${reason.code}`, { count: reason.count })}
                  </StatusWord>
                  <span>{reason.owners.map((owner) => t(`owner.${owner}`)).join(', ')}</span>
                </li>
              ))}
              {unsigned.length > 0 && (
                <li className={styles.reason}>
                  <StatusWord tone="critical">
                    {t('reasons.ward-not-signed-off', { count: unsigned.length })}
                  </StatusWord>
                  <span>{unsigned.map(({ ward }) => ward).join(', ')}</span>
                </li>
              )}
            </ul>
            <div className={styles.close}>
              <BigButton
                tone="brand"
                icon="check"
                disabled={!ready || !mayOutage('close', outage.stage)}
                onClick={() => setClosing(true)}
              >
                {t('close.do', { time: clockOf(outage.since) })}
              </BigButton>
              <p>{t(ready ? (check.openItems > 0 ? 'complete.may' : 'complete.mayAll') : 'complete.mayNot')}</p>
            </div>
          </>
        )}
      </Card>
      {closing && <CloseDialog outage={outage} check={check} onClose={() => setClosing(false)} />}
    </Page>
  );
}
