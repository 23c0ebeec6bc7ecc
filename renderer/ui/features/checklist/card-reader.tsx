import { useTranslation } from 'react-i18next';
import { stepText, type Checklist } from '../../../domain/checklist/checklist';
import { phaseRule } from '../../../domain/checklist/phases';
import { Card } from '../../components/card/card';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { PrintLink } from '../../frame/print-link';
import { CardChooser } from './card-chooser';
import { DueText } from './due-text';
import styles from './card-reader.module.css';

/** The whole role card to read while nothing is down: for the shift briefing, for learning it. */
export function CardReader({ card }: { readonly card: Checklist }) {
  const { t } = useTranslation('checklist');
  return (
    <Page>
      <PageTitle
        lead={t('reader.lead', { version: card.version, status: t(`status.${card.status}`) })}
        actions={
          <>
            <CardChooser current={card.id} />
            <PrintLink kind="checklist" id={card.id} />
          </>
        }
      >
        {card.title}
      </PageTitle>
      {card.summary && <p>{card.summary}</p>}
      <div className={styles.phases}>
        {card.phases.map((phase) => (
          <Card key={phase.id} title={phaseRule(phase.id).title}>
            <ol className={styles.steps}>
              {phase.steps.map((step) => (
                <li key={step.id} className={styles.step}>
                  <span>{stepText(step)}</span>
                  <DueText due={step.due} />
                </li>
              ))}
            </ol>
          </Card>
        ))}
      </div>
    </Page>
  );
}
