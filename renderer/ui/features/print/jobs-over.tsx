import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobState } from '../../../domain/workstation/print-jobs';
import { useNow } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { useTimeWords } from '../../strings/time-words';
import { PrintAgain } from './print-again';
import styles from './print.module.css';
import type { Printers } from './use-printers';

/** What was printed last: a page that was torn, lost or written over is printed again from here. */
export function JobsOver({
  jobs,
  printers,
  onSent,
}: {
  readonly jobs: readonly PrintJobState[];
  readonly printers: Printers;
  readonly onSent: (job: string) => void;
}) {
  const { t } = useTranslation('print');
  const words = useTimeWords();
  const now = useNow();
  const [opened, setOpened] = useState<string>();
  if (jobs.length === 0) return null;
  return (
    <Card title={t('queue.over')}>
      <ul className={styles.over}>
        {jobs.map((job) => (
          <li key={job.id}>
            <div className={styles.overLine}>
              <span>
                {t('queue.line', {
                  time: words.moment(job.at, now),
                  printer: job.printer,
                  count: job.pages * job.copies,
                })}
              </span>
              {opened !== job.id && (
                <Button
                  onClick={() => setOpened(job.id)}
                  aria-label={t('again.openLabel', { time: words.moment(job.at, now) })}
                >
                  {t('again.open')}
                </Button>
              )}
            </div>
            {opened === job.id && (
              <PrintAgain
                job={job}
                printers={printers}
                onSent={(id) => {
                  setOpened(undefined);
                  onSent(id);
                }}
                onAllHere={() => setOpened(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
