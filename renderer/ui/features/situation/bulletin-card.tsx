import { useTranslation } from 'react-i18next';
import { bulletinOf } from '../../../domain/outage/bulletin';
import type { OutageState } from '../../../domain/outage/outage';
import { useBoxState, useNow } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Stack } from '../../components/page/page';
import { clockOf, useTimeWords } from '../../strings/time-words';
import { nameOf } from '../checklist/initials';
import styles from './bulletin-card.module.css';

/** The newest word large, the earlier ones below; and whether the promised one has come. */
export function BulletinCard({ event, note }: { readonly event: OutageState; readonly note: string }) {
  const { t } = useTranslation('situation');
  const words = useTimeWords();
  const now = useNow();
  const people = useBoxState((state) => state.vault?.people);
  const { number, update, nextAt, overdue } = bulletinOf(event, now);
  const said = (one: NonNullable<typeof update>): string =>
    t('bulletin.said', {
      who: one.saidBy ?? nameOf(one.by, people) ?? '–',
      when: words.moment(one.at, now),
    });
  const earlier = event.updates.slice(0, -1).toReversed();
  return (
    <Card title={t('bulletin.title', { number })}>
      <Stack gap={3}>
        {overdue && nextAt !== undefined && (
          <Banner tone="warning">{t('bulletin.overdue', { time: clockOf(nextAt) })}</Banner>
        )}
        <p className={styles.word}>{update?.text ?? t('bulletin.noWord')}</p>
        {update && <p className={styles.said}>{said(update)}</p>}
        <dl className={styles.facts}>
          {event.until === undefined && (
            <div>
              <dt>{t('bulletin.expected')}</dt>
              <dd>
                {event.expectedUntil === undefined
                  ? t('bulletin.expectedUnknown')
                  : words.moment(event.expectedUntil, now)}
              </dd>
            </div>
          )}
          {event.until === undefined && (
            <div>
              <dt>{t('bulletin.next')}</dt>
              <dd>{nextAt === undefined ? t('bulletin.nextNone') : words.moment(nextAt, now)}</dd>
            </div>
          )}
        </dl>
        <p className={styles.said}>{note}</p>
        {earlier.length > 0 && (
          <section aria-label={t('bulletin.earlier')}>
            <h3>{t('bulletin.earlier')}</h3>
            <ul className={styles.earlier}>
              {earlier.map((one) => (
                <li key={one.id}>
                  {one.text} <span className={styles.said}>{said(one)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </Card>
  );
}
