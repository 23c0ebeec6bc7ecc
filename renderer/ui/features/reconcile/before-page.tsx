import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { countByOwner, type Reconciliation } from '../../../domain/reconciliation/queue';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import styles from './before-page.module.css';

/** The EHR is still down: what waits, whose it will be, and that nothing is typed before the official all-clear. */
export function BeforePage({ view, outage }: { readonly view: Reconciliation; readonly outage: OutageState }) {
  const { t } = useTranslation('reconcile');
  const counts = countByOwner(view);
  return (
    <Page>
      <PageTitle
        lead={t('before.lead', { since: clockOf(outage.since), count: view.items.length })}
        actions={
          <Button leftSection={<Icon name="pill" size={22} />} onClick={() => goTo('reconcile', ['doses'])}>
            {t('doses.open')}
          </Button>
        }
      >
        {t('title')}
      </PageTitle>
      <Banner tone="warning" actions={<Button onClick={() => goTo('manage', ['downtime'])}>{t('before.end')}</Button>}>
        <b>{t('before.rule')}</b> {t('before.why')}
      </Banner>
      {counts.length === 0 ? (
        <p>{t('before.nothing')}</p>
      ) : (
        <Card title={t('before.waits')}>
          <ul className={styles.owners}>
            {counts.map((count) => (
              <li key={count.owner} className={styles.owner}>
                <span>{t(`owner.${count.owner}`)}</span>
                <b>{t('lines', { count: count.total })}</b>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
