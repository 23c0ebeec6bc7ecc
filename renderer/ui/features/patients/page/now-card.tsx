import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { elapsedMs } from '../../../../domain/basics/time';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBoxState, useNow } from '../../../box/box-context';
import { Card } from '../../../components/card/card';
import { StatusWord } from '../../../components/status-word/status-word';
import { goTo } from '../../../route/route';
import { clockOf, useTimeWords } from '../../../strings/time-words';
import { useBoard } from '../use-board';
import { useBoardRows } from '../use-board-rows';
import styles from './page.module.css';

/** The vital signs form of the library. */
const VITAL_SIGNS = 'F06';

/** Where this patient stands now: score, what is waited for, what lies open. */
export function NowCard({ patient }: { readonly patient: BoardPatient }) {
  const { t } = useTranslation('patients');
  const words = useTimeWords();
  const now = useNow('minute');
  const row = useBoardRows(useBoard()).find((one) => one.patient.id === patient.id);
  const canObserve = useBoxState((state) => state.library.forms.some((form) => form.id === VITAL_SIGNS));
  const news = row?.news;
  return (
    <Card
      title={t('now.title')}
      aside={
        canObserve && (
          <Button variant="filled" onClick={() => goTo('forms', ['new', VITAL_SIGNS, patient.id])}>
            {t('now.observe')}
          </Button>
        )
      }
    >
      <div className={styles.now}>
        {news ? (
          <p className={styles.score} data-level={news.level}>
            {t(news.from === 'here' ? 'now.news' : 'now.newsEhr', {
              score: news.text,
              time: news.at ? words.moment(news.at, now) : t('fact.timeNotKnown'),
            })}
          </p>
        ) : (
          <p className={styles.none}>{t('now.noNews')}</p>
        )}
        {(row?.sameName.length ?? 0) > 0 && (
          <StatusWord tone="warning">{t('now.sameName', { beds: row?.sameName.join(', ') })}</StatusWord>
        )}
        {row?.waiting.map((one) => (
          <p key={one.form + one.since}>
            {t('now.waiting', {
              form: one.title,
              time: clockOf(one.since),
              ago: words.duration(elapsedMs(one.since, now)),
            })}
          </p>
        ))}
        {row && row.openForms.length > 0 && <p>{t('now.open', { forms: row.openForms.join(', ') })}</p>}
      </div>
    </Card>
  );
}
