import { useTranslation } from 'react-i18next';
import { currentOutage } from '../../../domain/outage/projection';
import { openProblems, problemClock } from '../../../domain/runbook/open-problem';
import { useBoxState, useNow } from '../../box/box-context';
import { wardInstant } from '../../box/ward-instant';
import { Icon } from '../../components/icon/icon';
import { Timer } from '../../components/timer/timer';
import { hrefTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import { stateText } from './problem-words';
import styles from './open-problem-list.module.css';

/** Problems of this downtime nobody has solved yet, the most urgent on top; nothing when there is none. */
export function OpenProblemList() {
  const { t } = useTranslation('problems');
  const now = useNow('second');
  const event = useBoxState((state) => currentOutage(state.world.outages));
  const problems = useBoxState((state) => state.world.problems);
  const pages = useBoxState((state) => state.library.problems);
  if (!event || event.stage === 'closed') return null;
  const rows = openProblems(problems, event.id).flatMap((open) => {
    const page = pages.find((one) => one.id === open.problem);
    return page ? [{ open, page }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="open-problems">
      <h2 id="open-problems" className={styles.head}>
        {t('open.title')}
      </h2>
      <ul>
        {rows.map(({ open, page }) => {
          const clock = problemClock(open);
          return (
            <li key={open.id}>
              <a className={styles.line} href={hrefTo('problems', page.id, open.id)}>
                <Icon name="current" size={22} />
                <span className={styles.words}>
                  <b>{page.title}</b>{' '}
                  <span className={styles.quiet}>
                    {t('open.since', { time: clockOf(open.since), ward: open.ward })} · {stateText(page, open, t)}
                  </span>
                </span>
                {clock && <Timer dueAt={wardInstant(clock.dueMs, now)} now={now} />}
                <Icon name="next" size={20} />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
