import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutageState } from '../../../domain/outage/outage';
import { outageElapsedMs } from '../../../domain/outage/phases';
import { explainPolicy } from '../../../domain/reconciliation/explain-policy';
import { OWNERS, type Reconciliation } from '../../../domain/reconciliation/queue';
import { useBox, useBoxState, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { Icon } from '../../components/icon/icon';
import { PageTitle } from '../../components/page-title/page-title';
import { Page, Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { goTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import styles from './rule-text.module.css';

/** Which preset counts for this downtime, and what it means in words for every role. */
export function RulePage({ outage }: { readonly view: Reconciliation; readonly outage: OutageState }) {
  const { t } = useTranslation('reconcile');
  const words = useTimeWords();
  const now = useNow();
  const box = useBox();
  const policies = useBoxState((state) => state.library.policies);
  const chosen = useBoxState(() => box.reconcile.policy());
  const choose = useAction(box.reconcile.choosePolicy);
  const lastedMs = outageElapsedMs(outage, now);
  return (
    <Page>
      <PageTitle
        lead={t('rulePage.lead', { lasted: words.duration(lastedMs) })}
        actions={
          <Button leftSection={<Icon name="left" size={22} />} onClick={() => goTo('reconcile')}>
            {t('doses.back')}
          </Button>
        }
      >
        {t('rulePage.title')}
      </PageTitle>
      {chosen && (
        <Card title={t('rulePage.byRole')}>
          <dl className={styles.roles}>
            {OWNERS.map((owner) => (
              <div key={owner}>
                <dt>{t(`owner.${owner}`)}</dt>
                <dd>{explainPolicy(chosen, lastedMs, owner).text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
      <Card title={t('rulePage.choose')}>
        <Stack>
          {policies.map((policy) => (
            <section key={policy.id} className={styles.preset} aria-label={policy.title}>
              <div>
                <h3>{policy.title}</h3>
                <p>{policy.summary}</p>
                {policy.status === 'draft' && <p className={styles.quiet}>{t('rulePage.draft')}</p>}
              </div>
              {policy.id === chosen?.id ? (
                <StatusWord tone="quiet" boxed>
                  {t('rulePage.now')}
                </StatusWord>
              ) : (
                <Button disabled={choose.busy} onClick={() => void choose.run(policy.id)}>
                  {t('rulePage.use')}
                </Button>
              )}
            </section>
          ))}
        </Stack>
      </Card>
    </Page>
  );
}
