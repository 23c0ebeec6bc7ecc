import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../domain/form/form';
import { Icon } from '../../../components/icon/icon';
import styles from './fill.module.css';

/** Everything that stops the signature, each a link to its field. */
export function ErrorSummary({
  errors,
  unread,
  onFinding,
}: {
  readonly errors: readonly Finding[];
  readonly unread: number;
  readonly onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('forms');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className={styles.errors} role="group" tabIndex={-1} aria-labelledby="form-errors">
      <h3 id="form-errors">
        <Icon name="warning" /> {t('sign.missing', { count: errors.length + (unread > 0 ? 1 : 0) })}
      </h3>
      <ul className={styles.findings}>
        {errors.map((one) => (
          <li key={`${one.linkId}-${one.code}-${one.path.map((step) => step.index).join('-')}`}>
            <button type="button" className={styles.link} onClick={() => onFinding(one)}>
              {one.message}
            </button>
          </li>
        ))}
        {unread > 0 && <li>{t('sign.unread', { count: unread })}</li>}
      </ul>
    </div>
  );
}
