import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/basics/time';
import { Icon, type IconName } from '../../components/icon/icon';
import type { Tone } from '../../components/status-word/status-word';
import { useTimeWords } from '../../strings/time-words';
import type { Check } from './readiness';
import styles from './ready.module.css';

const SHAPE: Record<Tone, IconName> = { quiet: 'done', info: 'info', warning: 'warning', critical: 'critical' };

/** What is true here, line by line: shape, thing, state in words, when it was last proven. */
export function CheckTable({ checks, now }: { readonly checks: readonly Check[]; readonly now: Instant }) {
  const { t } = useTranslation('ready');
  const words = useTimeWords();
  const say = ({ key, count = 0, name = '', at }: Check['state']): string =>
    t(key, { count, name, time: at ? words.moment(at, now) : '' });
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('checks.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('checks.check')}</th>
            <th scope="col">{t('checks.state')}</th>
            <th scope="col">{t('checks.proven')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id} data-tone={check.tone}>
              <th scope="row">
                <span className={styles.check}>
                  <Icon name={SHAPE[check.tone]} size={22} />
                  <span className="visually-hidden">{t(`checks.tone.${check.tone}`)}</span>
                  {t(`checks.${check.id}.name`)}
                </span>
              </th>
              <td>{say(check.state)}</td>
              <td className={styles.proven}>{say(check.proof)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
