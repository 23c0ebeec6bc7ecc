import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import type { ScreenProps } from '../../route/screens-context';
import { BeforePage } from './before-page';
import { CompletePage } from './complete-page';
import { DosesPage } from './doses-page';
import { PaperPage } from './paper-page';
import { QueuePage } from './queue-page';
import { readPlace } from './reconcile-place';
import { RulePage } from './rule-page';
import { useReconciliation } from './use-reconciliation';

/** What the EHR must learn, by owner, in a safe order, checked by a second person. `rest`: see reconcile-place. */
export function ReconcileScreen({ rest }: ScreenProps) {
  const { t } = useTranslation('reconcile');
  const found = useReconciliation();
  const place = readPlace(rest);
  if (!found) {
    return (
      <Page>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState icon="exchange" title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      </Page>
    );
  }
  if (place.page === 'doses') return <DosesPage {...found} />;
  if (place.page === 'paper') return <PaperPage {...found} />;
  if (place.page === 'rule') return <RulePage {...found} />;
  if (found.view.down) return <BeforePage {...found} />;
  if (place.page === 'complete') return <CompletePage {...found} />;
  if (place.page !== 'queue') return null;
  return <QueuePage {...found} place={place} />;
}
