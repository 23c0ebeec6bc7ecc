import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { useBoxState } from '../../box/box-context';
import { EmptyState } from '../../components/empty-state/empty-state';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import type { ScreenProps } from '../../route/screens-context';
import { CardReader } from './card-reader';
import { RunPage } from './run-page';

/** The role card: running while there is an event, a plain text to read before. `rest`: checklist, step. */
export function TasksScreen({ rest: [wanted, step] }: ScreenProps) {
  const { t } = useTranslation('checklist');
  const event = useBoxState((state) => currentOutage(state.world.outages));
  const role = useBoxState((state) => state.settings.role);
  const checklists = useBoxState((state) => state.library.checklists);
  const card =
    checklists.find((one) => one.id === wanted) ?? checklists.find((one) => one.id === role) ?? checklists[0];
  if (!card) {
    return (
      <Page>
        <PageTitle>{t('title')}</PageTitle>
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      </Page>
    );
  }
  if (!event || event.stage === 'closed') return <CardReader key={card.id} card={card} />;
  return <RunPage key={card.id} event={event} card={card} wantedStep={step} />;
}
