import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectCards } from '../../components/object-card/object-card';
import { PageTitle } from '../../components/page-title/page-title';
import { Page } from '../../components/page/page';
import { goTo } from '../../route/route';
import type { ScreenProps } from '../../route/screens-context';
import { FormsCard } from './forms-card';
import { JobCard } from './job-card';
import { JobsOver } from './jobs-over';
import { LabelsCard } from './labels-card';
import { PaperCard } from './paper-card';
import { PlainCard } from './plain-card';
import { PagePreview } from './preview/page-preview';
import { PrintActions } from './print-actions';
import { forPatients, readPlace } from './print-place';
import styles from './print.module.css';
import { useChoices } from './use-choices';
import { usePlan } from './use-plan';
import { usePrinters } from './use-printers';
import { usePrintJobs } from './use-print-jobs';

/** Paper for the ward: what, for whom, on which printer, how many pages; and whether it came out. `rest`: see print-place. */
export function PrintScreen({ rest }: ScreenProps) {
  const { t } = useTranslation('print');
  const address = rest.join('/');
  const place = useMemo(() => readPlace(address === '' ? [] : address.split('/')), [address]);
  const choices = useChoices(place);
  const planning = usePlan(choices.request);
  const printers = usePrinters();
  const jobs = usePrintJobs();
  return (
    <Page fill>
      <div className={styles.screen}>
        <div className={styles.choices}>
          <PageTitle>{t('title')}</PageTitle>
          <ObjectCards
            legend={t('what')}
            hideLegend
            columns={4}
            value={choices.tile}
            onChange={(tile) => goTo('print', [tile, ...(forPatients(tile) ? place.patients : [])], 'replace')}
            choices={[
              { value: 'blank', icon: 'pages', label: t('tile.blank'), detail: t('tile.blankDetail') },
              { value: 'patients', icon: 'identity', label: t('tile.patients'), detail: t('tile.patientsDetail') },
              { value: 'labels', icon: 'label', label: t('tile.labels'), detail: t('tile.labelsDetail') },
              { value: 'other', icon: 'list', label: t('tile.other'), detail: t('tile.otherDetail') },
            ]}
          />
          <div className={styles.cards}>
            {choices.tile === 'other' ? (
              <PlainCard choices={choices} />
            ) : choices.tile === 'labels' ? (
              <LabelsCard choices={choices} />
            ) : (
              <FormsCard choices={choices} />
            )}
            <PaperCard choices={choices} printers={printers} />
          </div>
          <PrintActions choices={choices} planning={planning} printer={printers.chosen} onSent={jobs.add} />
          {jobs.open.map((job) => (
            <JobCard key={job.id} job={job} printers={printers} focus={job.id === jobs.newest} onSent={jobs.add} />
          ))}
          <JobsOver jobs={jobs.over} printers={printers} onSent={jobs.add} />
        </div>
        <PagePreview plan={planning.shown} />
      </div>
    </Page>
  );
}
