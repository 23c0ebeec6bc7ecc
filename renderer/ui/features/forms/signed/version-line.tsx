import { useTranslation } from 'react-i18next';
import { elapsedMs } from '../../../../domain/basics/time';
import type { FormVersion } from '../../../../domain/form/forms-state';
import { useNow } from '../../../box/box-context';
import { Icon } from '../../../components/icon/icon';
import { useTimeWords } from '../../../strings/time-words';
import styles from './signed.module.css';

const LATE_MS = 5 * 60_000;

/** Who signed a version, what the signature means, when it happened and when it was written. */
export function VersionLine({ version, number }: { readonly version: FormVersion; readonly number: number }) {
  const { t } = useTranslation(['forms', 'session']);
  const words = useTimeWords();
  const now = useNow('minute');
  const { signature, occurredAt, at, reason } = version;
  const late = Math.abs(elapsedMs(occurredAt, at)) > LATE_MS;
  return (
    <li className={styles.version}>
      <Icon name={number === 1 ? 'lock' : 'edit'} size={20} />
      <span>
        <b>{number === 1 ? t('signed.original') : t('signed.correction', { number: number - 1 })}</b>{' '}
        {t('signed.by', {
          name: signature.name,
          meaning: t(`sign.meanings.${signature.meaning}`),
          time: words.moment(signature.signedAt, now),
          with: t(`signed.with.${signature.signedWith}`),
        })}
        {late && ` · ${t('signed.late', { time: words.moment(occurredAt, now) })}`}
        {reason !== undefined && ` · ${t('signed.because', { reason })}`}
      </span>
    </li>
  );
}
